import { expect, test } from 'vitest'
import type { OutboundContent } from '../content.ts'
import { check } from './check.ts'
import { contentOf, FILE } from './test-contents.ts'

const found = (content: OutboundContent) => check(content).map(({ code, field }) => `${code} ${field}`)
const link = contentOf('link')
const form = contentOf('form')
const products = contentOf('products')
const carousel = contentOf('carousel')
const bill = contentOf('order-details')
type LinkCard = Extract<(typeof carousel.cards)[number], { kind: 'link' }>
const [card, other] = carousel.cards as unknown as [LinkCard, LinkCard]
const product = { kind: 'product', catalogId: '1', productId: 'a' } as const

const refused: readonly (readonly [string, OutboundContent, readonly string[]])[] = [
  ['a link that runs code', { ...link, url: 'javascript:alert(1)' }, ['link-invalid url']],
  ['a link without a label', { ...link, label: ' ' }, ['button-invalid label']],
  [
    'a header of another type',
    { ...link, header: { kind: 'image', media: { ...FILE, mime: 'image/gif' } } },
    ['media-type-not-allowed header'],
  ],
  ['a request without words', { kind: 'location-request', body: '' }, ['text-empty body']],
  ['a call button for ever', { ...contentOf('call-button'), minutes: 50_000 }, ['button-invalid minutes']],
  ['an address abroad', { ...contentOf('address-request'), country: 'MX' }, ['content-not-sendable country']],
  ['products without a header', { ...products, header: '' }, ['text-empty header']],
  [
    'more products than thirty',
    { ...products, sections: [{ title: null, productIds: Array.from({ length: 31 }, (_, index) => `p${index}`) }] },
    ['products-invalid productIds'],
  ],
  ['a carousel of one', { ...carousel, cards: [card] }, ['carousel-invalid cards']],
  ['cards of two sorts', { ...carousel, cards: [card, product] }, ['carousel-invalid cards']],
  [
    'a card of four lines',
    { ...carousel, cards: [card, { ...other, body: 'a\nb\nc\nd' }] },
    ['carousel-invalid cards.1.body'],
  ],
  ['a form without a token', { ...form, token: '' }, ['form-invalid token']],
  ['a bill in pesos', { ...bill, currency: 'MXN' }, ['order-invalid currency']],
  ['a bill with half a cent', { ...bill, taxMicros: 5_000 }, ['order-invalid taxMicros']],
  ['a bill of nothing', { ...bill, discountMicros: 256_000_000 }, ['order-invalid items']],
  ['a bill nobody can pay', { ...bill, payments: [] }, ['order-invalid payments']],
  ['a reference with a blank', { ...contentOf('order-status'), reference: 'a b' }, ['order-invalid reference']],
]
test.each(refused)('%s is refused, with the place', (_, content, expected) => {
  expect(found(content)).toEqual(expected)
})

test('a call may be asked for without words, and a form begin where the server says', () => {
  expect(check({ kind: 'call-request', body: null })).toEqual([])
  expect(check({ ...form, start: { kind: 'server' }, form: { name: 'visita' } })).toEqual([])
})

test('products side by side are a carousel of one catalogue', () => {
  expect(check({ ...carousel, cards: [product, product] })).toEqual([])
  expect(found({ ...carousel, cards: [product, { ...product, catalogId: '2' }] })).toEqual(['carousel-invalid cards'])
})
