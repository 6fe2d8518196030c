import type { Category, Found, Place } from './finding.ts'
import { fieldOf, type Json, listOf, numberOf, objectOf, stringOf } from './json.ts'

/** Meta's creation body, read as far as it makes sense; what does not is among `problems`. */
export type Draft = {
  readonly name: string | null
  readonly language: string | null
  /** As written; `category` is null when it is none of Meta's three. */
  readonly categoryText: string | null
  readonly category: Category | null
  readonly parameterFormat: string | null
  readonly ttlSeconds: number | null
  /** Meta fills in the components of a template of its library. */
  readonly isFromLibrary: boolean
  readonly parts: Parts
  readonly cards: readonly Parts[] | null
  readonly offer: Offer | null
  readonly problems: readonly Found[]
}

/** What a template and a card of a carousel both have. `place` is "" or `carousel.0.`. */
export type Parts = {
  readonly place: Place
  readonly header: Header | null
  readonly body: TextPart | null
  readonly footer: TextPart | null
  readonly buttons: readonly Button[] | null
}
export type TextPart = { readonly place: Place; readonly text: string | null; readonly raw: Json }
export type Header = TextPart & { readonly format: string }
export type Button = TextPart & { readonly kind: string; readonly url: string | null }
export type Offer = { readonly text: string | null; readonly raw: Json }

/** More than Meta takes of anything is not looked at beyond this. */
const MOST_PARTS = 40

const CATEGORIES: readonly string[] = ['AUTHENTICATION', 'UTILITY', 'MARKETING'] satisfies Category[]

export function readDraft(input: unknown): Draft {
  const body = objectOf(input)
  const problems: Found[] = []
  const components = fieldOf(body, 'components')
  const isFromLibrary = (stringOf(fieldOf(body, 'library_template_name')) ?? '') !== ''
  if (listOf(components).length === 0 && !isFromLibrary)
    problems.push({ code: 'components-missing', component: 'template' })
  const parts = readParts(components, '', problems)
  const carousel = componentsOf(components).find((each) => each.type === 'CAROUSEL')
  const offer = componentsOf(components).find((each) => each.type === 'LIMITED_TIME_OFFER')
  const offerRaw = objectOf(fieldOf(offer?.raw ?? null, 'limited_time_offer')) ?? {}
  const categoryText = stringOf(fieldOf(body, 'category'))
  const upper = categoryText?.toUpperCase() ?? ''
  return {
    name: stringOf(fieldOf(body, 'name')),
    language: stringOf(fieldOf(body, 'language')),
    categoryText,
    category: CATEGORIES.includes(upper) ? (upper as Category) : null,
    parameterFormat: stringOf(fieldOf(body, 'parameter_format'))?.toUpperCase() ?? null,
    ttlSeconds: numberOf(fieldOf(body, 'message_send_ttl_seconds')),
    isFromLibrary,
    parts,
    cards:
      carousel === undefined
        ? null
        : listOf(fieldOf(carousel.raw, 'cards'))
            .slice(0, MOST_PARTS)
            .map((card, index) => readParts(fieldOf(objectOf(card), 'components'), `carousel.${index}.`, problems)),
    offer: offer === undefined ? null : { text: stringOf(fieldOf(offerRaw, 'text')), raw: offerRaw },
    problems,
  }
}

const INSIDE_CARDS: ReadonlySet<string> = new Set(['HEADER', 'BODY', 'BUTTONS'])
const KNOWN: ReadonlySet<string> = new Set([...INSIDE_CARDS, 'FOOTER', 'CAROUSEL', 'LIMITED_TIME_OFFER'])

function readParts(value: unknown, place: Place, problems: Found[]): Parts {
  const components = componentsOf(value)
  const allowed = place === '' ? KNOWN : INSIDE_CARDS
  const seen = new Set<string>()
  for (const [index, item] of listOf(value).slice(0, MOST_PARTS).entries()) {
    const component = `${place}components.${index}`
    const type = typeOf(objectOf(item))
    if (objectOf(item) === null) problems.push({ code: 'component-malformed', component })
    else if (!allowed.has(type)) problems.push({ code: 'component-unknown', component, values: { found: type || '–' } })
    else if (seen.has(type)) problems.push({ code: 'component-repeated', component, values: { found: type } })
    seen.add(type)
  }
  const find = (type: string): Json | null => components.find((each) => each.type === type)?.raw ?? null
  const header = find('HEADER')
  const buttons = find('BUTTONS')
  return {
    place,
    header: header && {
      ...textPart(header, `${place}header`),
      format: stringOf(fieldOf(header, 'format'))?.toUpperCase() ?? '',
    },
    body: partOrNull(find('BODY'), `${place}body`),
    footer: partOrNull(find('FOOTER'), `${place}footer`),
    buttons:
      buttons &&
      listOf(fieldOf(buttons, 'buttons'))
        .slice(0, MOST_PARTS)
        .map((item, index) => readButton(objectOf(item) ?? {}, `${place}buttons.${index}`)),
  }
}

const componentsOf = (value: unknown): readonly { readonly type: string; readonly raw: Json }[] =>
  listOf(value)
    .slice(0, MOST_PARTS)
    .flatMap((item) => {
      const raw = objectOf(item)
      return raw === null ? [] : [{ type: typeOf(raw), raw }]
    })

const typeOf = (raw: Json | null): string => stringOf(fieldOf(raw, 'type'))?.toUpperCase().slice(0, 60) ?? ''
const textPart = (raw: Json, place: Place): TextPart => ({ place, text: stringOf(fieldOf(raw, 'text')), raw })
const partOrNull = (raw: Json | null, place: Place): TextPart | null => raw && textPart(raw, place)
const readButton = (raw: Json, place: Place): Button => ({
  ...textPart(raw, place),
  kind: typeOf(raw),
  url: stringOf(fieldOf(raw, 'url')),
})
