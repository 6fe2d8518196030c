import type { Draft, Header, Parts, TextPart } from '../draft.ts'
import type { Found } from '../finding.ts'
import { fieldOf, listOf, objectOf } from '../json.ts'
import {
  BODY_LENGTH,
  CARD_BODY_LENGTH,
  CARD_LINE_BREAKS,
  FOOTER_LENGTH,
  HEADER_FORMATS,
  HEADER_LENGTH,
  MARKETING_HEADERS,
  MEDIA_HEADERS,
  OFFER_BODY_LENGTH,
} from '../limits.ts'
import { bracesIn } from '../places.ts'
import { edgeWordsOf } from './edge-words.ts'
import { checkBraces, checkFields } from './fields.ts'

/** Header, body and footer of the template and of each card. An authentication template has texts of Meta's own. */
export const checkTexts = (draft: Draft): readonly Found[] =>
  draft.category === 'AUTHENTICATION'
    ? []
    : [draft.parts, ...(draft.cards ?? [])].flatMap((parts) => check(draft, parts))

const check = (draft: Draft, parts: Parts): readonly Found[] => [
  ...(parts.header === null ? [] : checkHeader(draft, parts.header)),
  ...checkBody(draft, parts),
  ...(parts.footer === null ? [] : checkFooter(parts.footer)),
]

function checkHeader({ category, parameterFormat }: Draft, header: Header): readonly Found[] {
  const { place: component, format } = header
  if (!HEADER_FORMATS.has(format)) {
    return [{ code: 'header-format-unknown', component, values: { found: format || '–' } }]
  }
  if (MARKETING_HEADERS.has(format) && category === 'UTILITY') {
    return [{ code: 'marketing-only', component, values: { found: format } }]
  }
  if (MEDIA_HEADERS.has(format)) {
    const handles = listOf(fieldOf(objectOf(fieldOf(header.raw, 'example')), 'header_handle'))
    return typeof handles[0] === 'string' && handles[0] !== '' ? [] : [{ code: 'header-file-missing', component }]
  }
  if (format === 'LOCATION' && category === 'AUTHENTICATION') {
    return [{ code: 'header-format-not-allowed', component, values: { found: format } }]
  }
  if (format !== 'TEXT') return []
  const text = header.text ?? ''
  const fields = bracesIn(text)
  const second = fields[1]
  return [
    ...checkLength(header, HEADER_LENGTH),
    ...Array.from(
      text.replace(/\{\{[^{}]*\}\}/g, (pair) => ' '.repeat(pair.length)).matchAll(/[*_~`]+/g),
      ({ index, 0: mark }): Found => {
        const span = { start: index, end: index + mark.length }
        return { code: 'header-markup', component, span, fix: { span, text: '' } }
      },
    ),
    ...Array.from(text.matchAll(/[\r\n]+/g), ({ index, 0: found }): Found => {
      const span = { start: index, end: index + found.length }
      return { code: 'header-line-break', component, span, fix: { span, text: ' ' } }
    }),
    ...(second === undefined
      ? []
      : [
          { code: 'header-fields-too-many', component, span: { start: second.start, end: second.end } } satisfies Found,
        ]),
    ...checkFields(header, 'header', parameterFormat, null),
  ]
}

function checkBody(
  { offer, language, parameterFormat, isFromLibrary }: Draft,
  { place, body }: Parts,
): readonly Found[] {
  const isCard = place !== ''
  if (body === null) return isCard || isFromLibrary ? [] : [{ code: 'body-missing', component: 'body' }]
  const max = isCard ? CARD_BODY_LENGTH : offer === null ? BODY_LENGTH : OFFER_BODY_LENGTH
  const breaks = Array.from((body.text ?? '').matchAll(/\n/g))
  const extra = isCard ? breaks[CARD_LINE_BREAKS] : undefined
  return [
    ...checkLength(body, max),
    ...(extra === undefined
      ? []
      : [
          {
            code: 'card-line-breaks',
            component: body.place,
            span: { start: extra.index, end: extra.index + 1 },
            values: { max: CARD_LINE_BREAKS },
          } satisfies Found,
        ]),
    ...checkFields(body, 'body', parameterFormat, edgeWordsOf(language)),
  ]
}

const checkFooter = (footer: TextPart): readonly Found[] => [
  ...checkLength(footer, FOOTER_LENGTH),
  ...checkBraces(footer),
  ...bracesIn(footer.text ?? '').map(({ start, end }): Found => {
    const span = { start, end }
    return { code: 'footer-field', component: footer.place, span, fix: { span, text: '' } }
  }),
]

/** Nothing anybody sees: also what has no width. */
const BLANK = /^[\s\p{Cf}]*$/u

/** From one character to `max`. */
export function checkLength(
  { place: component, text }: Pick<TextPart, 'place' | 'text'>,
  max: number,
): readonly Found[] {
  if (text === null || BLANK.test(text)) return [{ code: 'text-missing', component }]
  if (text.length <= max) return []
  return [
    { code: 'text-too-long', component, span: { start: max, end: text.length }, values: { found: text.length, max } },
  ]
}
