import { type Language, LANGUAGES } from '#base/language.ts'
import type { Instant } from '#base/time.ts'
import type { Contact } from '../contact/contact.ts'
import { placeOf } from '../contact/whereabouts.ts'
import type { OutboundContent } from '../message/content.ts'
import type { OpeningHours } from './opening-hours.ts'
import { nextOpening } from './period.ts'
import { openingWords } from './opening-words.ts'

/** What people are told while nobody is there. `buttons`: 0–3 answers they can tap; the channel's limits hold. */
export type AwayText = { readonly body: string; readonly buttons: readonly string[] }

/** In each language it was written in, at least one. */
export type Away = { readonly texts: Readonly<Record<Language, AwayText | null>> }

/** What is kept for a company, or for one of its lines instead. */
export type KeptHours = {
  readonly hours: OpeningHours
  /** Null: nothing is said while it is closed. */
  readonly away: Away | null
}

/** Stands in a text for when it opens again, in words. */
export const OPENS = '{{opens}}'

/** No words for when it opens are longer, with some room. */
export const LONGEST_OPENING = 60

export function withOpening({ texts }: Away, words: string): Away {
  const said = (text: AwayText | null) => text && { ...text, body: text.body.replaceAll(OPENS, words) }
  return { texts: { es: said(texts.es), en: said(texts.en), 'pt-BR': said(texts['pt-BR']) } }
}

/** What leaves, for somebody of this language; what was not written in it is said in the company's, else in the first there is. */
export function awayContent(
  away: Away,
  hours: OpeningHours,
  language: { readonly person: Language | null; readonly company: Language },
  now: Instant,
): OutboundContent | null {
  const wanted = [language.person, language.company, ...LANGUAGES]
  const spoken = wanted.find((one) => one !== null && away.texts[one] !== null) ?? null
  if (spoken === null) return null
  const opens = nextOpening(hours, now)
  const when = opens === null ? SOON[spoken] : openingWords(hours.zone, opens, now, spoken)
  const text = withOpening(away, when).texts[spoken]
  if (text === null) return null
  const { body } = text
  if (text.buttons.length === 0) return { kind: 'text', text: body }
  const buttons = text.buttons.map((title, index) => ({ id: `away-${index + 1}`, title }))
  return { kind: 'buttons', header: null, body, footer: null, buttons }
}

const SOON: Readonly<Record<Language, string>> = { es: 'pronto', en: 'soon', 'pt-BR': 'em breve' }

/** The language most people of a country write; null: none of ours. */
export function languageIn(country: string): Language | null {
  if (SPANISH.has(country)) return 'es'
  if (PORTUGUESE.has(country)) return 'pt-BR'
  return ENGLISH.has(country) ? 'en' : null
}

/** By their address; null: it does not tell, or they speak something else. */
export function languageOfContact(contact: Contact): Language | null {
  const country = placeOf(contact)?.country ?? null
  return country === null ? null : languageIn(country)
}

/** Countries by official or most spoken language (CLDR 46, territory-language data: `officialStatus`). */
const SPANISH: ReadonlySet<string> = new Set(
  'AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE'.split(' '),
)
const PORTUGUESE: ReadonlySet<string> = new Set('AO BR CV GW MZ PT ST TL'.split(' '))
const ENGLISH: ReadonlySet<string> = new Set('AU BZ CA GB GH GY IE IN JM KE NG NZ PH SG TT UG US ZA ZM ZW'.split(' '))
