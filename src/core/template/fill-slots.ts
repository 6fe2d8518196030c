import { isBlank } from '../message/check-text.ts'
import { type Refusal, refusal } from '../refusal/refusal.ts'
import { checkValue } from './fill-value.ts'
import { slotKey } from './slots.ts'
import { EXPECTED } from './value-misfit.ts'
import type { FilledSlot, SlotKind, SlotValue, TemplateSlot } from './template.ts'

/*
 * What Meta takes for the slots of a template (cloud-api §3.1, §3.2). Lengths are in UTF-16 code units.
 */

/** Of a text in a card, whose whole body has no more. */
const CARD_VALUE_LENGTH = 160
export const PRODUCTS_MAX = 30
export const SECTIONS_MAX = 10
export const SECTION_TITLE_LENGTH = 24
const LINK_LENGTH = 2000
/** Ids and tokens: undocumented; ours to keep a mistake small. */
const ID_LENGTH = 200

/** What each slot may be given. */
const GIVEN: Readonly<Record<SlotKind, readonly SlotValue['kind'][]>> = {
  text: ['text'],
  image: ['file', 'link'],
  video: ['file', 'link'],
  gif: ['file', 'link'],
  document: ['file', 'link'],
  location: ['location'],
  product: ['product'],
  expiry: ['expiry'],
  form: ['form'],
  thumbnail: ['thumbnail'],
  products: ['products'],
}

export function checkSlot(slot: TemplateSlot, given: string | SlotValue | undefined): readonly Refusal[] {
  const field = slotKey(slot)
  const value = asValue(given)
  if (value === undefined) return slot.isNeeded ? [refusal('template-field-missing', { field })] : []
  const fits = GIVEN[slot.kind]
  if (!fits.includes(value.kind)) return [invalid(field, value.kind, fits.join(' or '))]
  return checkGiven(slot, field, value)
}

/** Only those that were given something; call it after `checkSlot` found nothing wrong. */
export const fillSlots = (
  slots: readonly TemplateSlot[],
  given: (slot: TemplateSlot) => string | SlotValue | undefined,
): readonly FilledSlot[] =>
  slots.flatMap((slot) => {
    const value = asValue(given(slot))
    return value === undefined ? [] : [{ ...slot, value }]
  })

const asValue = (given: string | SlotValue | undefined): SlotValue | undefined =>
  typeof given === 'string' ? { kind: 'text', text: given } : given

function checkGiven(slot: TemplateSlot, field: string, value: SlotValue): readonly Refusal[] {
  switch (value.kind) {
    case 'text':
      if (isBlank(value.text)) return [refusal('template-field-missing', { field })]
      return checkValue(field, value.text, CARD_VALUE_LENGTH, { isButton: slot.part === 'button' })
    case 'file':
      return value.media.state === 'stored' ? [] : [refusal('media-not-ready', { field, found: value.media.state })]
    case 'link':
      return isPublicAddress(value.url) ? [] : [invalid(field, value.url.slice(0, 60), EXPECTED['public-address'])]
    case 'location': {
      const isPlace = Math.abs(value.latitude) <= 90 && Math.abs(value.longitude) <= 180
      return isPlace ? [] : [refusal('location-invalid', { field, found: `${value.latitude}, ${value.longitude}` })]
    }
    case 'product':
      return [...checkId(`${field}.productId`, value.productId), ...checkId(`${field}.catalogId`, value.catalogId)]
    case 'thumbnail':
      return checkId(`${field}.productId`, value.productId)
    case 'form':
      return checkId(`${field}.token`, value.token)
    case 'expiry':
      return []
    case 'products':
      return checkProducts(field, value)
  }
}

function checkProducts(
  field: string,
  { thumbnail, sections }: Extract<SlotValue, { kind: 'products' }>,
): readonly Refusal[] {
  const count = sections.reduce((sum, { productIds }) => sum + productIds.length, 0)
  const isTitled = ({ title }: { readonly title: string }) => title.length > 0 && title.length <= SECTION_TITLE_LENGTH
  return [
    ...checkId(`${field}.thumbnail`, thumbnail),
    ...(sections.length >= 1 && sections.length <= SECTIONS_MAX
      ? []
      : [invalid(field, `${sections.length} sections`, `1 to ${SECTIONS_MAX} sections`)]),
    ...(count >= 1 && count <= PRODUCTS_MAX
      ? []
      : [invalid(field, `${count} products`, `1 to ${PRODUCTS_MAX} products`)]),
    ...(sections.every(isTitled)
      ? []
      : [invalid(field, 'a title', `titles of 1 to ${SECTION_TITLE_LENGTH} characters`)]),
    ...sections.flatMap(({ productIds }) => productIds.flatMap((id) => checkId(field, id))),
  ]
}

const checkId = (field: string, id: string): readonly Refusal[] =>
  /^[^\s\p{Cc}]+$/u.test(id) && id.length <= ID_LENGTH ? [] : [invalid(field, id.slice(0, 60), EXPECTED.id)]

/** Meta fetches it, not we: an address of a private network leads nowhere, or to somebody else's. */
function isPublicAddress(url: string): boolean {
  const host = /^https:\/\/([^/?#:@\s]+)(?::\d+)?(?:[/?#]\S*)?$/i.exec(url)?.[1]?.toLowerCase()
  if (host === undefined || url.length > LINK_LENGTH) return false
  return host.includes('.') && !/^[\d.]+$|^\[|\.(local|internal|localhost)$/.test(host)
}

const invalid = (field: string, found: string, expected: string): Refusal =>
  refusal('template-field-invalid', { field, found, expected })
