import type { Language } from '#base/language.ts'
import type { Instant } from '#base/time.ts'
import { MOST_FILES, type SharedStep } from '#core/guide/share.ts'
import { PAGE_STYLE } from '../consent/invitation-style.ts'
import { documentOf, escaped } from '../public-page.ts'
import { shareWords, stepWords } from './shared-step-words.ts'

/** A step as somebody outside sees it: nothing else of the guide, the company's name, and who looks after it. */
export type SharedStepShown = {
  readonly company: string
  readonly step: SharedStep
  /** Whom the link was given to. */
  readonly name: string
  readonly owner: string | null
  readonly expiresAt: Instant
  /** Names of the files that came by this link. */
  readonly files: readonly string[]
  /** The number a code is on its way to; null: none is. */
  readonly codeTo: string | null
  readonly language: Language
}

export type Typed = Readonly<Partial<Record<'legalName' | 'taxId' | 'website' | 'note', string>>>
/** What was wrong: a field by its name, or in the words of a refusal. */
export type Wrong = { readonly fields: readonly string[]; readonly words: readonly string[] }
export const NOTHING_WRONG: Wrong = { fields: [], words: [] }

const STYLE = `${PAGE_STYLE}
.who{color:var(--soft);font-size:.875rem;margin:0 0 .25rem}.facts{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0 0 1.25rem;padding:0;list-style:none;color:var(--soft);font-size:.875rem}
section{margin-top:1.5rem;padding-top:1.25rem;border-top:1px solid var(--line)}section h2{font-size:1rem}
textarea{width:100%;min-height:6.5rem;padding:.65rem .75rem;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--edge);border-radius:10px;resize:vertical}
input[type=file]{height:auto;padding:.7rem .75rem}input[name=code]{font:600 1.5rem/1 ui-monospace,monospace;letter-spacing:.35em;text-align:center}
.files{margin:.5rem 0;padding:0;list-style:none}.files li{padding:.6rem .75rem;margin-bottom:.375rem;background:var(--canvas);border-radius:10px;overflow-wrap:anywhere}.files li::before{content:"✓ ";color:var(--accent);font-weight:700}
.second{color:var(--accent);background:none;margin:.75rem 0 0}`

/** What is asked, why, by whom and how long it takes; then the way to do it. */
export function stepPage(shown: SharedStepShown, typed: Typed = {}, wrong: Wrong = NOTHING_WRONG): string {
  const { company, step, name, owner, language, expiresAt } = shown
  const words = shareWords(language)
  const { title, why, minutes } = stepWords(step, language)
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(expiresAt)
  const facts = [
    words.takes.replace('%', minutes),
    ...(owner === null ? [] : [words.owner.replace('%', () => owner)]),
    words.until.replace('%', date),
  ]
  const alert = [...(wrong.fields.length > 0 ? [words.wrong] : []), ...wrong.words].join('. ')
  return documentOf(
    language,
    `${title} · ${company}`,
    `<main><p class="who">${escaped(words.asks.replace('%', () => company))} · ${escaped(words.for.replace('%', () => name))}</p>
<h1>${escaped(title)}</h1><p>${escaped(why)}</p><ul class="facts">${facts.map((fact) => `<li>${escaped(fact)}</li>`).join('')}</ul>
${alert === '' ? '' : `<p class="alert" role="alert">${escaped(alert)}</p>`}
${step === 'activate' ? codeForm(shown, wrong) : filesPart(shown) + answerForm(shown, typed, wrong)}
<p class="small">${escaped(words.only)}</p></main>`,
    STYLE,
  )
}

export const thanksPage = (company: string, language: Language): string => {
  const words = shareWords(language)
  return documentOf(
    language,
    company,
    `<main><h1>${escaped(words.thanks)}</h1><p>${escaped(words.told)}</p></main>`,
    STYLE,
  )
}

export const goneStepPage = (language: Language): string =>
  documentOf(language, '404', `<main><p>${escaped(shareWords(language).gone)}</p></main>`, STYLE)

function filesPart({ files, language }: SharedStepShown): string {
  const words = shareWords(language)
  const list = files.map((file) => `<li>${escaped(file)}</li>`).join('')
  const form =
    files.length >= MOST_FILES
      ? ''
      : `<form method="post" action="?do=file" enctype="multipart/form-data"><label for="file">${escaped(words.files)}</label>
<input id="file" name="file" type="file" accept="application/pdf,image/*" required><p class="small">${escaped(words.filesHint)}</p>
<button class="second">${escaped(words.upload)}</button></form>`
  return `<section>${list === '' ? '' : `<ul class="files">${list}</ul>`}${form}</section>`
}

function answerForm({ step, language }: SharedStepShown, typed: Typed, wrong: Wrong): string {
  const words = shareWords(language)
  const field = (name: 'legalName' | 'taxId' | 'website', more: string) => {
    const isWrong = wrong.fields.includes(name)
    const error = name === 'website' ? words.siteWrong : words.needed
    return `<label for="${name}">${escaped(words[name])}</label><input id="${name}" name="${name}" ${more} value="${escaped(typed[name] ?? '')}"${marked(name, isWrong)}>${noted(name, isWrong, error)}`
  }
  const isNoteWrong = wrong.fields.includes('note')
  const isCompany = step === 'company'
  const fields = isCompany
    ? field('legalName', 'required maxlength="200" autocomplete="organization"') +
      field('taxId', 'maxlength="200"') +
      field(
        'website',
        'type="text" inputmode="url" maxlength="250" autocomplete="url" autocapitalize="none" placeholder="aurora.example"',
      )
    : ''
  return `<section><form method="post" action="?do=answer">${fields}
<label for="note">${escaped(isCompany ? words.noteOptional : words.note)}</label>
<textarea id="note" name="note" maxlength="1000"${isCompany ? '' : ' required'}${marked('note', isNoteWrong)}>${escaped(typed.note ?? '')}</textarea>${noted('note', isNoteWrong, words.needed)}
<button>${escaped(words.send)}</button></form></section>`
}

function codeForm({ codeTo, language }: SharedStepShown, wrong: Wrong): string {
  const words = shareWords(language)
  if (codeTo === null) {
    return `<section><p>${escaped(words.noCode)}</p><a class="open second" href="?">${escaped(words.again)}</a></section>`
  }
  const isWrong = wrong.fields.includes('code')
  return `<section><form method="post" action="?do=code"><label for="code">${escaped(words.code)}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="7" required${marked('code', isWrong)}>${noted('code', isWrong, words.codeWrong)}
<p class="small">${escaped(words.onItsWay.replace('%', () => codeTo))}</p><button>${escaped(words.sendCode)}</button></form></section>`
}

const marked = (name: string, isWrong: boolean): string =>
  isWrong ? ` aria-invalid="true" aria-describedby="${name}-error"` : ''
const noted = (name: string, isWrong: boolean, text: string): string =>
  isWrong ? `<p class="error" id="${name}-error">${escaped(text)}</p>` : ''
