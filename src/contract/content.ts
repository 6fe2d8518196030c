import * as z from 'zod/mini'
import { interactiveContents } from './interactive.ts'
import { described } from './schema.ts'

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const maybe = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(z.nullable(schema))
const media = { mediaId: described(z.uuid(), 'From `POST /api/v1/media`') }

const id = text(200)
const filename = described(
  maybe(z.string().check(z.maxLength(240))),
  'What a document is called on the telephone; the file’s own name otherwise',
  'Contrato 1042.pdf',
)
/** What fills a field or slot of a template. */
const templateValue = z.union([
  z.string(),
  z.strictObject({ ...media, filename }),
  z.strictObject({ link: described(z.url(), 'A file Meta fetches itself; https'), filename }),
  z.strictObject({
    latitude: z.number(),
    longitude: z.number(),
    name: maybe(z.string().check(z.maxLength(1000))),
    address: maybe(z.string().check(z.maxLength(1000))),
  }),
  z.strictObject({ productId: id, catalogId: id }),
  z.strictObject({ expiresAt: described(z.iso.datetime(), 'When the offer ends') }),
  z.strictObject({ token: id, data: described(maybe(z.record(z.string(), z.unknown())), 'For the first screen') }),
  z.strictObject({ thumbnailId: described(id, 'The product whose picture stands for the catalogue') }),
  z.strictObject({
    thumbnailId: id,
    sections: z.array(z.strictObject({ title: z.string(), productIds: z.array(id) })),
  }),
])

const EXPIRES = '2026-12-24T23:59:00.000Z'
/** Said of whatever is no such object. */
const VALUES_SHAPE = 'an object such as {"1": "Lucía", "2": "$1,850.00"} or {"nombre": "Lucía"}'

/** What a caller asks to send. Lengths are checked again, by channel, in the core. */
export const outgoingContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: text(65_536) }),
  z.strictObject({ kind: z.literal('image'), ...media, caption: maybe(z.string()) }),
  z.strictObject({ kind: z.literal('video'), ...media, caption: maybe(z.string()) }),
  z.strictObject({ kind: z.literal('audio'), ...media, voice: z.optional(z.boolean()) }),
  z.strictObject({ kind: z.literal('document'), ...media, caption: maybe(z.string()), filename: maybe(z.string()) }),
  z.strictObject({ kind: z.literal('sticker'), ...media }),
  z.strictObject({
    kind: z.literal('location'),
    latitude: z.number().check(z.minimum(-90), z.maximum(90)),
    longitude: z.number().check(z.minimum(-180), z.maximum(180)),
    name: maybe(z.string()),
    address: maybe(z.string()),
  }),
  z.strictObject({
    kind: z.literal('contacts'),
    contacts: z.array(
      z.strictObject({
        name: text(200),
        phones: z.array(z.strictObject({ phone: text(40), type: maybe(z.string()), waId: maybe(z.string()) })),
        emails: z.optional(z.array(z.string())),
        organisation: maybe(z.string()),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('reaction'),
    messageId: described(z.uuid(), 'The message reacted to'),
    emoji: described(z.nullable(z.string()), 'Null takes the reaction back'),
  }),
  ...interactiveContents,
  z.strictObject({
    kind: z.literal('template'),
    name: text(512),
    language: text(20),
    values: described(
      z._default(z.record(z.string(), templateValue, VALUES_SHAPE), {}),
      'By key of field or slot, as a template lists them: `1` or `nombre` for the body, `header.1`, `button.0.1`, ' +
        '`header` (a file, place or product), `offer`, `card.0.header`, `card.0.1`, `button.2` (form, catalogue, products)',
      { '1': 'Lucía', '2': '$1,850.00', 'button.0.1': 'abc123' },
      { nombre: 'Lucía', monto: '$1,850.00' },
      { header: { mediaId: '0190a000-0000-7000-8000-000000000001', filename: 'Contrato.pdf' }, '1': 'Lucía' },
      { 'card.0.header': { link: 'https://example.com/bota.jpg' }, 'card.0.1': 'Bota', offer: { expiresAt: EXPIRES } },
    ),
  }),
])
export type OutgoingContent = z.output<typeof outgoingContent>
