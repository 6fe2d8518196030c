import { addressOf, type Contact } from '../../contact/contact.ts'
import { countryOf } from '../../cost/market.ts'
import type { Line } from '../../line/line.ts'
import type { OutboundContent } from '../content.ts'
import { ADDRESS_COUNTRIES, ORDER_COUNTRIES } from './limits.ts'

/** Why one kind of message is of no use here and now, though the window is open. */
export type Hindrance =
  /** WhatsApp has it for businesses and people of these countries only (ISO 3166 alpha-2). */
  | { readonly kind: 'country'; readonly countries: readonly string[] }
  /** What it asks for has been given. */
  | { readonly kind: 'given' }

type Scene = {
  readonly line: Pick<Line, 'country'>
  readonly contact: Contact
}

/**
 * What stands in the way of a kind of message in a conversation; null: nothing that we know of. What stands in the way of
 * asking for calls is another question: `requestReasons` in `src/core/call`.
 */
export function hindranceTo(kind: OutboundContent['kind'], scene: Scene): Hindrance | null {
  switch (kind) {
    case 'address-request':
      return bothIn(ADDRESS_COUNTRIES, scene)
    case 'order-details':
    case 'order-status':
      return bothIn(ORDER_COUNTRIES, scene)
    case 'contact-request':
      return addressOf(scene.contact, 'phone') ? { kind: 'given' } : null
    default:
      return null
  }
}

function bothIn(countries: readonly string[], { line, contact }: Scene): Hindrance | null {
  const phone = addressOf(contact, 'phone')?.value ?? null
  const theirs = countryOf({ phone, userId: addressOf(contact, 'user-id')?.value ?? null })
  const isThere = theirs !== null && countries.includes(line.country) && countries.includes(theirs)
  return isThere ? null : { kind: 'country', countries }
}
