import * as z from 'zod/mini'
import { described, iso } from './schema.ts'

const words = z.string()
const orNull = <Schema extends z.ZodMiniType>(schema: Schema) => z._default(z.nullable(schema), null as never)
const id = z.string().check(z.minLength(1), z.maxLength(200))
const micros = described(z.int().check(z.minimum(0)), 'Micros of the currency: 12.50 is 12500000', 12_500_000)
const address = described(z.string().check(z.maxLength(4096)), 'http or https', 'https://example.com/pagar')
const mediaId = described(z.uuid(), 'From `POST /api/v1/media`')

const header = described(
  orNull(z.union([words, z.strictObject({ kind: z.enum(['image', 'video', 'document']), mediaId })])),
  'A line of text, or a file',
)
const footer = orNull(words)
const frame = { header, body: words, footer }
const plainFrame = { header: orNull(words), body: words, footer }

const formStart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('first') }),
  z.strictObject({
    kind: z.literal('screen'),
    screen: id,
    data: described(orNull(z.record(z.string(), z.unknown())), 'For that screen'),
  }),
  z.strictObject({ kind: z.literal('server') }),
])

const card = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('link'),
    picture: z.strictObject({ kind: z.enum(['image', 'video']), mediaId }),
    body: orNull(words),
    label: words,
    url: address,
  }),
  z.strictObject({ kind: z.literal('product'), catalogId: id, productId: id }),
])

const paymentWay = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('pix'),
    code: z.string().check(z.minLength(1)),
    merchant: id,
    key: id,
    keyType: z.enum(['CPF', 'CNPJ', 'EMAIL', 'PHONE', 'EVP']),
  }),
  z.strictObject({ kind: z.literal('link'), url: address }),
  z.strictObject({ kind: z.literal('boleto'), line: id }),
])

/** What we send that a contact can tap; the limits of each are the channel's, and are answered as refusals. */
export const interactiveContents = [
  z.strictObject({
    kind: z.literal('buttons'),
    ...frame,
    buttons: described(z.array(z.strictObject({ id: words, title: words })), '1 to 3'),
  }),
  z.strictObject({
    kind: z.literal('list'),
    ...plainFrame,
    button: described(words, 'The label that opens the list'),
    sections: z.array(
      z.strictObject({
        title: orNull(words),
        rows: z.array(z.strictObject({ id: words, title: words, description: orNull(words) })),
      }),
    ),
  }),
  z.strictObject({ kind: z.literal('link'), ...frame, label: words, url: address }),
  z.strictObject({ kind: z.literal('location-request'), body: words }),
  z.strictObject({ kind: z.literal('contact-request'), body: words }),
  z.strictObject({ kind: z.literal('call-request'), body: orNull(words) }),
  z.strictObject({
    kind: z.literal('call-button'),
    body: words,
    label: orNull(words),
    minutes: described(orNull(z.int()), 'How long the button works'),
  }),
  z.strictObject({
    kind: z.literal('address-request'),
    ...frame,
    country: described(words, 'ISO 3166-1, two letters', 'IN'),
    known: described(z._default(z.record(z.string(), words), {}), 'What is known already, by Meta’s names'),
  }),
  z.strictObject({ kind: z.literal('product'), body: orNull(words), footer, catalogId: id, productId: id }),
  z.strictObject({
    kind: z.literal('products'),
    header: words,
    body: words,
    footer,
    catalogId: id,
    sections: z.array(z.strictObject({ title: orNull(words), productIds: z.array(id) })),
  }),
  z.strictObject({ kind: z.literal('catalogue'), body: words, footer, thumbnailId: orNull(id) }),
  z.strictObject({
    kind: z.literal('carousel'),
    body: words,
    cards: described(z.array(card), '2 to 10, all of one sort'),
  }),
  z.strictObject({
    kind: z.literal('form'),
    ...frame,
    label: described(words, 'The label that opens it'),
    form: described(z.union([z.strictObject({ id }), z.strictObject({ name: id })]), 'By id, or by name'),
    token: described(id, 'Comes back with the answer'),
    start: described(z._default(formStart, { kind: 'first' }), 'On its first screen, on another, or as a server says'),
    draft: described(z._default(z.boolean(), false), 'A form that is not published yet'),
  }),
  z.strictObject({
    kind: z.literal('order-details'),
    ...frame,
    reference: described(id, 'Ours, unique per order', 'pedido-1042'),
    goods: z.enum(['digital', 'physical']),
    currency: described(words, 'ISO 4217', 'BRL'),
    items: z.array(
      z.strictObject({
        productId: id,
        name: words,
        quantity: z.int(),
        priceMicros: micros,
        saleMicros: orNull(micros),
      }),
    ),
    taxMicros: z._default(micros, 0),
    shippingMicros: z._default(micros, 0),
    discountMicros: z._default(micros, 0),
    expires: described(orNull(z.strictObject({ at: iso, words })), 'Until when it can be paid'),
    payments: z.array(paymentWay),
  }),
  z.strictObject({
    kind: z.literal('order-status'),
    body: words,
    footer,
    reference: id,
    state: z.enum(['pending', 'processing', 'partially-shipped', 'shipped', 'completed', 'canceled']),
    note: orNull(words),
    payment: orNull(z.strictObject({ state: z.enum(['pending', 'captured', 'failed']), at: iso })),
  }),
] as const
