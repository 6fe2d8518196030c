import { checkText } from '../check-text.ts'
import type { InteractiveContent } from '../content.ts'
import { type PaymentWay, totalOf } from '../payment.ts'
import { type Refusal, refusal } from '../../refusal/refusal.ts'
import { checkCount, checkFrame, checkPart, checkUrl } from './parts.ts'
import {
  BUTTONS_BODY_LENGTH,
  ORDER_CURRENCIES,
  ORDER_ITEM_NAME_LENGTH,
  ORDER_OFFSET,
  ORDER_REFERENCE,
  ORDER_WORDS_LENGTH,
  PRODUCT_ID_LENGTH,
} from './limits.ts'

type Of<Kind extends InteractiveContent['kind']> = Extract<InteractiveContent, { kind: Kind }>

/** Ours, so that a list stays one that a person reads. */
const ITEMS_MAX = 100
const WAYS_MAX = 3
/** A dynamic Pix code is some 200 characters long. */
const PAYMENT_CODE_LENGTH = 1000
const MICROS = 1_000_000

export function checkOrderDetails(content: Of<'order-details'>): readonly Refusal[] {
  const { items, payments, currency, expires } = content
  return [
    ...checkFrame(content, BUTTONS_BODY_LENGTH),
    ...checkReference(content.reference),
    ...(ORDER_CURRENCIES.includes(currency)
      ? []
      : [refusal('order-invalid', { field: 'currency', found: currency, expected: ORDER_CURRENCIES.join(', ') })]),
    ...checkCount('order-invalid', 'items', items.length, ITEMS_MAX),
    ...items.flatMap((item, index) => [
      ...checkPart(item.productId, 'order-invalid', `items.${index}.productId`, PRODUCT_ID_LENGTH),
      ...checkPart(item.name, 'order-invalid', `items.${index}.name`, ORDER_ITEM_NAME_LENGTH),
      ...checkAmount(item.priceMicros, `items.${index}.priceMicros`),
      ...(item.saleMicros === null ? [] : checkAmount(item.saleMicros, `items.${index}.saleMicros`)),
      ...(Number.isInteger(item.quantity) && item.quantity >= 1
        ? []
        : [
            refusal('order-invalid', {
              field: `items.${index}.quantity`,
              found: String(item.quantity),
              expected: '1 or more',
            }),
          ]),
    ]),
    ...checkAmount(content.taxMicros, 'taxMicros'),
    ...checkAmount(content.shippingMicros, 'shippingMicros'),
    ...checkAmount(content.discountMicros, 'discountMicros'),
    ...(totalOf(content) > 0
      ? []
      : [refusal('order-invalid', { field: 'items', found: String(totalOf(content)), expected: 'more than 0' })]),
    ...(expires === null ? [] : checkPart(expires.words, 'order-invalid', 'expires.words', ORDER_WORDS_LENGTH)),
    ...checkCount('order-invalid', 'payments', payments.length, WAYS_MAX),
    ...payments.flatMap((way, index) => checkWay(way, `payments.${index}`)),
  ]
}

export const checkOrderStatus = ({ body, footer, reference, note }: Of<'order-status'>): readonly Refusal[] => [
  ...checkFrame({ header: null, body, footer }, BUTTONS_BODY_LENGTH),
  ...checkReference(reference),
  ...checkText(note ?? '', {
    field: 'note',
    maxLength: ORDER_WORDS_LENGTH,
    required: false,
    whenTooLong: 'order-invalid',
  }),
]

function checkWay(way: PaymentWay, field: string): readonly Refusal[] {
  if (way.kind === 'link') return checkUrl(way.url, `${field}.url`)
  const check = (part: string, text: string) =>
    checkPart(text, 'order-invalid', `${field}.${part}`, PAYMENT_CODE_LENGTH)
  return way.kind === 'boleto'
    ? check('line', way.line)
    : [...check('code', way.code), ...check('merchant', way.merchant), ...check('key', way.key)]
}

const checkReference = (reference: string): readonly Refusal[] =>
  ORDER_REFERENCE.test(reference)
    ? []
    : [refusal('order-invalid', { field: 'reference', found: reference, expected: '1–60 of A–Z a–z 0–9 _ . -' })]

/** Whole hundredths, not negative. */
const checkAmount = (micros: number, field: string): readonly Refusal[] =>
  Number.isSafeInteger(micros) && micros >= 0 && micros % (MICROS / ORDER_OFFSET) === 0
    ? []
    : [refusal('order-invalid', { field, found: String(micros), expected: 'whole hundredths' })]
