import { checkText } from '../check-text.ts'
import type { InteractiveContent } from '../content.ts'
import { type Refusal, refusal } from '../../refusal/refusal.ts'
import { checkCount, checkFrame, checkLimits, checkPart, checkUrl } from './parts.ts'
import {
  ABILITIES,
  BUTTONS_BODY_LENGTH,
  CARD_BODY_LENGTH,
  CARD_LINE_BREAKS_MAX,
  CARDS_MAX,
  CARDS_MIN,
  FOOTER_LENGTH,
  LINK_LABEL_LENGTH,
  LIST_SECTION_TITLE_LENGTH,
  PRODUCT_ID_LENGTH,
  PRODUCT_SECTIONS_MAX,
  PRODUCTS_MAX,
} from './limits.ts'

type Of<Kind extends InteractiveContent['kind']> = Extract<InteractiveContent, { kind: Kind }>
type Card = Of<'carousel'>['cards'][number]

const checkId = (id: string, field: string): readonly Refusal[] =>
  checkPart(id, 'products-invalid', field, PRODUCT_ID_LENGTH)

const checkWords = (body: string | null, footer: string | null, required: boolean): readonly Refusal[] => [
  ...checkText(body ?? '', { field: 'body', maxLength: BUTTONS_BODY_LENGTH, required }),
  ...checkText(footer ?? '', { field: 'footer', maxLength: FOOTER_LENGTH, required: false }),
]

export const checkProduct = ({ body, footer, catalogId, productId }: Of<'product'>): readonly Refusal[] => [
  ...checkWords(body, footer, false),
  ...checkId(catalogId, 'catalogId'),
  ...checkId(productId, 'productId'),
]

export function checkProducts(content: Of<'products'>): readonly Refusal[] {
  const { header, catalogId, sections } = content
  const count = sections.reduce((sum, { productIds }) => sum + productIds.length, 0)
  return [
    ...checkFrame(content, BUTTONS_BODY_LENGTH),
    ...(header === '' ? [refusal('text-empty', { field: 'header', found: '0', expected: '1 or more' })] : []),
    ...checkId(catalogId, 'catalogId'),
    ...checkCount('products-invalid', 'sections', sections.length, PRODUCT_SECTIONS_MAX),
    ...checkCount('products-invalid', 'productIds', count, PRODUCTS_MAX),
    ...sections.flatMap(({ title, productIds }, at) => [
      ...checkText(title ?? '', {
        field: `sections.${at}.title`,
        maxLength: LIST_SECTION_TITLE_LENGTH,
        required: sections.length > 1,
        whenEmpty: 'products-invalid',
        whenTooLong: 'products-invalid',
      }),
      ...productIds.flatMap((id, index) => checkId(id, `sections.${at}.productIds.${index}`)),
    ]),
  ]
}

export const checkCatalogue = ({ body, footer, thumbnailId }: Of<'catalogue'>): readonly Refusal[] => [
  ...checkWords(body, footer, true),
  ...(thumbnailId === null ? [] : checkId(thumbnailId, 'thumbnailId')),
]

/** Cards are of one sort: all links under pictures, all links under films, or all products of one catalogue. */
export function checkCarousel({ body, cards }: Of<'carousel'>): readonly Refusal[] {
  const sorts = new Set(cards.map((card) => (card.kind === 'link' ? card.picture.kind : card.catalogId)))
  return [
    ...checkWords(body, null, true),
    ...checkCount('carousel-invalid', 'cards', cards.length, CARDS_MAX, CARDS_MIN),
    ...(sorts.size > 1
      ? [refusal('carousel-invalid', { field: 'cards', found: [...sorts].join(', '), expected: 'one sort' })]
      : []),
    ...cards.flatMap((card, index) => checkCard(card, `cards.${index}`)),
  ]
}

function checkCard(card: Card, field: string): readonly Refusal[] {
  if (card.kind === 'product') {
    return [...checkId(card.catalogId, `${field}.catalogId`), ...checkId(card.productId, `${field}.productId`)]
  }
  const { picture, body, label, url } = card
  const breaks = (body ?? '').split('\n').length - 1
  return [
    ...checkLimits(picture.media, ABILITIES.media[picture.kind], `${field}.picture`),
    ...checkText(body ?? '', { field: `${field}.body`, maxLength: CARD_BODY_LENGTH, required: false }),
    ...(breaks > CARD_LINE_BREAKS_MAX
      ? [
          refusal('carousel-invalid', {
            field: `${field}.body`,
            found: `${breaks} line breaks`,
            expected: `at most ${CARD_LINE_BREAKS_MAX}`,
          }),
        ]
      : []),
    ...checkPart(label, 'button-invalid', `${field}.label`, LINK_LABEL_LENGTH),
    ...checkUrl(url, `${field}.url`),
  ]
}
