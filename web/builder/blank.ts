import { NO_MEDIA } from '../outbox/entry.ts'
import type { Media } from '#core/message/content.ts'
import { ADDRESS_COUNTRIES, CARDS_MIN, ORDER_CURRENCIES } from '#core/message/check/limits.ts'
import type { Built, BuiltOf, Choice } from './built.ts'

/** The place of a file that has not been chosen; the check finds that it is of no type. */
export const NO_FILE: Media = {
  mediaId: NO_MEDIA,
  state: 'waiting',
  mime: '',
  sizeBytes: null,
  filename: null,
  sha256: null,
  problem: null,
}

const FRAME = { header: null, body: '', footer: null } as const

/** Words that most would write anyway, in the reader's language. */
type Usual = {
  readonly place: string
  readonly phone: string
  readonly call: string
  readonly callMe: string
  readonly list: string
  readonly reference: string
}

/** What a form begins with. */
export function blankOf(choice: Choice, usual: Usual, catalogId: string): Built {
  switch (choice) {
    case 'buttons':
      return { kind: 'buttons', ...FRAME, buttons: [newButton([]), newButton([newButton([])])] }
    case 'list':
      return { kind: 'list', ...FRAME, button: usual.list, sections: [{ title: null, rows: [newRow([])] }] }
    case 'link':
      return { kind: 'link', ...FRAME, label: '', url: '' }
    case 'form':
      return {
        ...{ kind: 'form', ...FRAME, label: '', form: { id: '' }, token: crypto.randomUUID() },
        ...{ start: { kind: 'first' }, draft: false },
      }
    case 'location-request':
      return { kind: 'location-request', body: usual.place }
    case 'contact-request':
      return { kind: 'contact-request', body: usual.phone }
    case 'call-request':
      return { kind: 'call-request', body: usual.call }
    case 'call-button':
      return { kind: 'call-button', body: usual.callMe, label: null, minutes: null }
    case 'address-request':
      return { kind: 'address-request', ...FRAME, country: ADDRESS_COUNTRIES[0] ?? '', known: {} }
    case 'product':
      return { kind: 'product', body: null, footer: null, catalogId, productId: '' }
    case 'products':
      return { kind: 'products', ...FRAME, header: '', catalogId, sections: [{ title: null, productIds: [''] }] }
    case 'catalogue':
      return { kind: 'catalogue', body: '', footer: null, thumbnailId: null }
    case 'cards':
      return { kind: 'carousel', body: '', cards: Array.from({ length: CARDS_MIN }, newCard) }
    case 'product-cards':
      return { kind: 'carousel', body: '', cards: Array.from({ length: CARDS_MIN }, () => newProductCard(catalogId)) }
    case 'order-details':
      return {
        ...{ kind: 'order-details', ...FRAME, reference: usual.reference, goods: 'physical' },
        ...{ currency: ORDER_CURRENCIES[0] ?? '', items: [newItem([])] },
        ...{ taxMicros: 0, shippingMicros: 0, discountMicros: 0, expires: null },
        payments: [{ kind: 'link', url: '' }],
      }
    case 'order-status':
      return {
        ...{ kind: 'order-status', body: '', footer: null, reference: '', state: 'processing', note: null },
        payment: null,
      }
    case 'location':
      return { kind: 'location', latitude: Number.NaN, longitude: Number.NaN, name: null, address: null }
    case 'contacts':
      return { kind: 'contacts', contacts: [newContact()] }
  }
}

/** An id of its own beside those there are; the contact never sees it. */
function freeId(prefix: string, taken: readonly string[]): string {
  const next = taken.length + 1
  const numbers = Array.from({ length: next }, (_, index) => `${prefix}-${index + 1}`)
  return numbers.find((id) => !taken.includes(id)) ?? `${prefix}-${next}`
}

type ButtonPart = BuiltOf<'buttons'>['buttons'][number]
export const newButton = (others: readonly ButtonPart[]): ButtonPart => ({
  id: freeId(
    'boton',
    others.map(({ id }) => id),
  ),
  title: '',
})

type RowPart = BuiltOf<'list'>['sections'][number]['rows'][number]
export const newRow = (others: readonly RowPart[]): RowPart => ({
  id: freeId(
    'opcion',
    others.map(({ id }) => id),
  ),
  title: '',
  description: null,
})

type ItemPart = BuiltOf<'order-details'>['items'][number]
export const newItem = (others: readonly ItemPart[]): ItemPart => ({
  productId: freeId(
    'articulo',
    others.map(({ productId }) => productId),
  ),
  name: '',
  quantity: 1,
  priceMicros: 0,
  saleMicros: null,
})

export const newCard = (): Extract<BuiltOf<'carousel'>['cards'][number], { kind: 'link' }> => ({
  kind: 'link',
  picture: { kind: 'image', media: NO_FILE },
  body: null,
  label: '',
  url: '',
})
export const newProductCard = (catalogId: string): BuiltOf<'carousel'>['cards'][number] => ({
  kind: 'product',
  catalogId,
  productId: '',
})
export const newContact = (): BuiltOf<'contacts'>['contacts'][number] => ({
  name: '',
  phones: [{ phone: '', type: 'WORK', waId: null }],
  emails: [],
  organisation: null,
})
