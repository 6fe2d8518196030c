import { type CountryCode, getCountries, getCountryCallingCode } from 'libphonenumber-js'
import { confirmationText, SIGN_UP_LIFE } from '#core/consent/sign-up.ts'
import type { Invitation } from '#core/consent/settings.ts'
import { PURPOSE_WORDS } from '#core/consent/words.ts'
import { type Language, LANGUAGES } from '#base/language.ts'
import { days } from '#base/time.ts'
import { documentOf, escaped } from '../public-page.ts'
import { editionOf, type FormError, type Typed } from './invitation-form.ts'
import { LANGUAGE_NAMES, wordsIn } from './invitation-words.ts'
import { PAGE_STYLE } from './invitation-style.ts'

/** An invitation as people see it, and in which language the page around it speaks. */
export type Shown = {
  readonly invitation: Invitation
  readonly company: string
  /** Of the line, international, as people read it. */
  readonly address: string
  readonly language: Language
}

/** What one agrees to, the form, and the way without a form. `errors`: what was wrong with what was sent before. */
export function formPage(shown: Shown, typed: Typed, errors: readonly (FormError | 'often')[] = []): string {
  const { invitation, address, language } = shown
  const { keyword, wording, purposes } = invitation
  const words = wordsIn(language)
  const nth = LANGUAGES.indexOf(language)
  const ticks = purposes.map((purpose) => {
    const isTicked = typed.purposes.includes(purpose) ? ' checked' : ''
    return `<label class="tick"><input type="checkbox" name="purpose" value="${purpose}"${isTicked}><span>${escaped(PURPOSE_WORDS[purpose][nth] ?? purpose)}</span></label>`
  })
  const general = errors.filter((error) => error === 'changed' || error === 'often')
  const alert =
    errors.length === 0
      ? ''
      : `<p class="alert" role="alert">${escaped(general.map((error) => words[error]).join(' ') || words.wrong)}</p>`
  const noted = (error: FormError, text: string) =>
    errors.includes(error) ? `<p class="error" id="${error}-error">${escaped(text)}</p>` : ''
  const marked = (error: FormError) =>
    errors.includes(error) ? ` aria-invalid="true" aria-describedby="${error}-error"` : ''
  return pageOf(
    shown,
    `${alert}<form method="post" action="?lang=${language}">
<input type="hidden" name="edition" value="${editionOf(invitation)}">
<blockquote lang="${invitation.language}">${escaped(wording.text)}</blockquote>
<p class="small">${escaped(words.version.replace('%', () => wording.version))}</p>
<fieldset${marked('purposes')}><legend>${escaped(words.agree)}</legend>${ticks.join('')}${noted('purposes', words.purposesWrong)}</fieldset>
<label for="country">${escaped(words.country)}</label><select id="country" name="country" autocomplete="country">${countries(language, typed.country)}</select>
<label for="phone">${escaped(words.phone)}</label><input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel-national" maxlength="40" required value="${escaped(typed.phone)}"${marked('phone')}>
${noted('phone', words.phoneWrong)}
<label for="name">${escaped(words.name)}</label><input id="name" name="name" autocomplete="name" maxlength="80" value="${escaped(typed.name)}">
<button>${escaped(words.send)}</button></form>
<p class="small">${escaped(words.later)}</p>
<p class="or"><span>${escaped(words.or)}</span></p>
<a class="open quiet" href="${escaped(chatLink(address, keyword))}" rel="noopener">${escaped(words.open)}</a>
<p class="small">${escaped(words.how.replace('%', () => keyword))}</p>`,
  )
}

/** The last step: the message that confirms, and the way to send it. */
export function confirmPage(shown: Shown, code: string): string {
  const { invitation, address, language } = shown
  const words = wordsIn(language)
  const text = confirmationText(invitation.keyword, code)
  return pageOf(
    shown,
    `<h2>${escaped(words.almost)}</h2><p>${escaped(words.confirm)}</p>
<p class="code">${escaped(text)}</p>
<a class="open" href="${escaped(chatLink(address, text))}" rel="noopener">${escaped(words.openCode)}</a>
<p class="small">${escaped(words.to.replace('%', () => address))}. ${escaped(words.life.replace('%', String(SIGN_UP_LIFE / days(1))))}</p>`,
    `&#38;code=${code}`,
  )
}

export const gonePage = (language: Language): string =>
  documentOf(language, '404', `<main><p>${escaped(wordsIn(language).gone)}</p></main>`, PAGE_STYLE)

const chatLink = (address: string, text: string): string =>
  `https://wa.me/${address.replace(/\D/g, '')}?text=${encodeURIComponent(text)}`

/** `query`: what the links to the other languages keep of this page's address. */
function pageOf({ company, language }: Shown, body: string, query = ''): string {
  const others = LANGUAGES.map((one) =>
    one === language
      ? `<span aria-current="true">${LANGUAGE_NAMES[one]}</span>`
      : `<a href="?lang=${one}${query}" hreflang="${one}" lang="${one}">${LANGUAGE_NAMES[one]}</a>`,
  )
  return documentOf(
    language,
    company,
    `<main><h1>${escaped(company)}</h1>${body}</main><nav aria-label="${escaped(wordsIn(language).languages)}">${others.join('')}</nav>`,
    PAGE_STYLE,
  )
}

/** Every country with its prefix, by name; `chosen` is one of them, or none. */
function countries(language: Language, chosen: string): string {
  return namesIn(language)
    .map(
      ([country, name]) =>
        `<option value="${country}"${country === chosen.toUpperCase() ? ' selected' : ''}>${escaped(name)}</option>`,
    )
    .join('')
}

const known = new Map<Language, readonly (readonly [CountryCode, string])[]>()
function namesIn(language: Language): readonly (readonly [CountryCode, string])[] {
  const names = known.get(language) ?? namedCountries(language)
  known.set(language, names)
  return names
}

function namedCountries(language: Language): readonly (readonly [CountryCode, string])[] {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  const order = new Intl.Collator(language)
  return getCountries()
    .map((country) => [country, names.of(country) ?? country] as const)
    .sort(([, one], [, other]) => order.compare(one, other))
    .map(([country, name]) => [country, `${name} +${getCountryCallingCode(country)}`] as const)
}
