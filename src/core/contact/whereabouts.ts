import { placeOfCountry, placeOfPhone, type Place } from '../calendar/place.ts'
import { isZone, type Zone } from '../calendar/zone.ts'
import { addressOf, type Contact } from './contact.ts'

/** What tells by whose clock somebody lives. `zones`: all that may be theirs, at least one. */
export type Whereabouts = { readonly by: 'noted' | 'number' | 'user-id'; readonly zones: readonly Zone[] }

/** The zone noted with them, else those of their newest number, else those of the country of their user id; null: nothing tells. */
export function whereabouts(contact: Contact): Whereabouts | null {
  if (contact.zone !== undefined && isZone(contact.zone)) return { by: 'noted', zones: [contact.zone] }
  const byPhone = placeByPhone(contact)
  const place = byPhone ?? placeByUserId(contact)
  if (place === null || place.zones.length === 0) return null
  return { by: byPhone === null ? 'user-id' : 'number', zones: place.zones }
}

/** Where their addresses say they are from; null: they do not tell. */
export const placeOf = (contact: Contact): Place | null => placeByPhone(contact) ?? placeByUserId(contact)

function placeByPhone(contact: Contact): Place | null {
  const phone = addressOf(contact, 'phone')
  const place = phone === null ? null : placeOfPhone(phone.value)
  return place?.country === null ? null : place
}

/** Meta's user ids begin with the country: `MX.1349…` (cloud-api §1). */
function placeByUserId(contact: Contact): Place | null {
  const userId = addressOf(contact, 'user-id')
  return userId === null ? null : placeOfCountry(userId.value.slice(0, 2))
}
