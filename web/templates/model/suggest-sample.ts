import { bracesIn } from '#core/template/lint/places.ts'
import type { Form, Parts, Samples } from './form.ts'
import { EXAMPLES, type Subject, SUBJECT_WORDS } from './suggest-sample.data.ts'
import { fieldsIn } from './to-body.ts'

const TONGUES = ['es', 'en', 'pt']
/** So many characters before a field say what it is about. */
const LOOKED_BACK = 28

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[_*~`]+/g, ' ')

/** What a field is about, by its own name, else by the nearest word before it; null: nothing says so. */
export function subjectOf(text: string, field: string): Subject | null {
  const own = /^\d+$/.test(field) ? null : firstOf(fold(field))
  if (own) return own
  const place = bracesIn(text).find(({ name }) => name === field)
  if (!place) return null
  const before = fold(text.slice(0, place.start)).slice(-LOOKED_BACK)
  const same = before.split(/[.!?\n}]/).at(-1) ?? ''
  return nearest(same)
}

const find = (words: string): Subject | null => SUBJECT_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null

/** `fecha_de_pago` is a date: the first word of a name says what it is. */
function firstOf(name: string): Subject | null {
  for (const word of name.trim().split(/\s+/)) {
    const found = find(word)
    if (found) return found
  }
  return null
}

/** The last word that means something; a field follows what it belongs to. */
function nearest(before: string): Subject | null {
  const words = before.trim().split(/\s+/)
  for (let from = words.length - 1; from >= Math.max(0, words.length - 4); from--) {
    const found = find(words.slice(from).join(' '))
    if (found) return found
  }
  return null
}

/** An example that fits the place and the language; never empty. */
export function suggestSample(text: string, field: string, language: string): string {
  const tongue = TONGUES.indexOf(language.slice(0, 2).toLowerCase())
  const subject = subjectOf(text, field) ?? 'order'
  return EXAMPLES[subject][tongue === -1 ? 1 : (tongue as 0 | 1 | 2)]
}

/** The form with an example wherever one is missing, in cards and buttons too. What somebody wrote stays. */
export function withSamples(form: Form): Form {
  const filled = <Some extends Pick<Parts, 'header' | 'body' | 'samples' | 'buttons'>>(parts: Some): Some => ({
    ...parts,
    header: headerWithSample(parts.header, form.language),
    samples: bodySamples(parts, form.language),
    buttons: parts.buttons.map((button) =>
      button.kind === 'URL' && button.sample === '' && bracesIn(button.url).length > 0
        ? { ...button, sample: button.url.replace(/\{\{[^{}]*\}\}/g, 'a1b2') }
        : button.kind === 'COPY_CODE' && button.code === ''
          ? { ...button, code: 'AHORRA10' }
          : button,
    ),
  })
  return { ...filled(form), cards: form.cards.map(filled) }
}

function headerWithSample(header: Parts['header'], language: string): Parts['header'] {
  const [field] = header.kind === 'text' ? fieldsIn(header.text) : []
  if (header.kind !== 'text' || field === undefined || header.sample !== '') return header
  return { ...header, sample: suggestSample(header.text, field, language) }
}

function bodySamples({ body, samples }: Pick<Parts, 'body' | 'samples'>, language: string): Samples {
  const missing = fieldsIn(body).filter((field) => !samples[field]?.trim())
  return missing.length === 0
    ? samples
    : { ...samples, ...Object.fromEntries(missing.map((field) => [field, suggestSample(body, field, language)])) }
}
