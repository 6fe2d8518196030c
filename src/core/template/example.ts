import { fieldKey } from './read.ts'
import { slotKey } from './slots.ts'
import type { SlotKind, Template } from './template.ts'

/** The `values` a send of this template needs, written out for whoever gave others: `{"nombre":"Lucía","header":{"mediaId":"…"}}`. */
export function exampleOf({ fields, slots = [] }: Template): string {
  const values = Object.fromEntries([
    ...fields.map((field) => [fieldKey(field), field.example ?? '…'] as const),
    ...slots.filter(({ isNeeded }) => isNeeded).map((slot) => [slotKey(slot), SHAPES[slot.kind]] as const),
  ])
  return JSON.stringify(values)
}

const FILE = { mediaId: '…' }
/** As `POST /api/v1/messages` takes them. */
const SHAPES: Readonly<Record<SlotKind, unknown>> = {
  text: '…',
  image: FILE,
  video: FILE,
  gif: FILE,
  document: { ...FILE, filename: '….pdf' },
  location: { latitude: 19.4261, longitude: -99.1718, name: '…', address: '…' },
  product: { productId: '…', catalogId: '…' },
  expiry: { expiresAt: '2026-12-24T23:59:00.000Z' },
  form: { token: '…' },
  thumbnail: { thumbnailId: '…' },
  products: { thumbnailId: '…', sections: [{ title: '…', productIds: ['…'] }] },
}
