import { between, type Instant, later, plus } from '#base/time.ts'
import { addressOf, type Contact } from '../../contact/contact.ts'
import { countryOf } from '../../cost/market.ts'
import type { Line } from '../../line/line.ts'
import type { OutboundContent } from '../content.ts'
import type { Message } from '../message.ts'
import { ADDRESS_COUNTRIES, CALL_REQUESTS, ORDER_COUNTRIES } from './limits.ts'

/** Why one kind of message is of no use here and now, though the window is open. */
export type Hindrance =
  /** WhatsApp has it for businesses and people of these countries only (ISO 3166 alpha-2). */
  | { readonly kind: 'country'; readonly countries: readonly string[] }
  /** They were asked lately, and may be asked again from this instant on. */
  | { readonly kind: 'asked'; readonly until: Instant }
  /** What it asks for has been given. */
  | { readonly kind: 'given' }

type Scene = {
  readonly line: Pick<Line, 'country'>
  readonly contact: Contact
  /** Of the conversation, in any order, as far as they are at hand. */
  readonly messages: readonly Message[]
  readonly now: Instant
}

/** What stands in the way of a kind of message in a conversation; null: nothing that we know of. */
export function hindranceTo(kind: OutboundContent['kind'], scene: Scene): Hindrance | null {
  switch (kind) {
    case 'address-request':
      return bothIn(ADDRESS_COUNTRIES, scene)
    case 'order-details':
    case 'order-status':
      return bothIn(ORDER_COUNTRIES, scene)
    case 'contact-request':
      return addressOf(scene.contact, 'phone') ? { kind: 'given' } : null
    case 'call-request':
      return mayBeCalled(scene) ? { kind: 'given' } : askedToCall(scene)
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

/** What they answered last counts. `until` itself is too late. */
function mayBeCalled({ messages, now }: Scene): boolean {
  const answers = messages.flatMap(({ content, at }) => (content.kind === 'call-answer' ? [{ ...content, at }] : []))
  const last = answers.toSorted((a, b) => a.at - b.at).at(-1)
  return last !== undefined && last.allowed && (last.until === null || last.until > now)
}

/** Requests that surely did not arrive are not counted. */
function askedToCall({ messages, now }: Scene): Hindrance | null {
  const asked = messages
    .filter((message) => message.content.kind === 'call-request' && message.direction === 'out' && !isLost(message))
    .map(({ at }) => at)
    .toSorted((a, b) => b - a)
  const until = CALL_REQUESTS.flatMap(({ within, max }) => {
    const oldest = asked.filter((at) => between(at, now) < within)[max - 1]
    return oldest === undefined ? [] : [plus(oldest, within)]
  })
  return until.length === 0 ? null : { kind: 'asked', until: until.reduce(later) }
}

const isLost = (message: Message): boolean =>
  message.direction === 'out' && ['failed', 'refused', 'cancelled'].includes(message.status)
