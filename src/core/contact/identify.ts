import type { Instant } from '#base/time.ts'
import type { ContactId } from '../account/account.ts'
import type { ChannelId } from '../line/line.ts'
import type { Step } from '../loop/step.ts'
import { contactAt, type World } from '../loop/world.ts'
import { isSamePortfolio } from '../line/portfolio.ts'
import { type Address, addressKey, type Contact, type Place, type Sender } from './contact.ts'
import { partOf } from './part.ts'
import { holderAt, isPast } from './past.ts'
import { variantsOf } from './phone-variants.ts'

/**
 * The contact behind a sender, known by user id first, then by phone, then by a variant of the phone (Mexico 52/521,
 * Brazil's ninth digit, Argentina 54/549). Adds the person when nobody is found, and every new address to whoever is.
 * A phone that comes with another user id of the same portfolio than the one known for it has passed to another person: they are added anew
 * and get the phone; nothing of the former holder is theirs, until a person says they are the same. `at`: when the channel saw them so; null: somebody typed it.
 */
export function identify(step: Step, place: Place, sender: Sender, rename: boolean, at: Instant | null): Contact {
  const { world } = step
  const seen = addressesOf(place, sender).map((address) => (at === null ? address : { ...address, since: at }))
  const contact = knownContact(world, place, sender, at) ?? addContact(step, place.channel, sender, seen)
  const of = partOf(contact, place.channel, sender)
  for (const address of of === undefined ? seen : seen.map((own) => ({ ...own, of }))) {
    if (address.kind === 'phone') takeFromOthers(step, contact.contactId, address)
    if (isNews(world, contact.contactId, address)) {
      step.fact({ kind: 'address-added', contactId: contact.contactId, address })
    }
  }
  learnName(step, contact.contactId, sender, { rename: rename && of === undefined, of })
  return world.contacts.get(contact.contactId) ?? contact
}

/** Whom we know under these addresses, or knew at that instant, without changing anything. Null: now. */
export function knownContact(world: World, place: Place, sender: Sender, at: Instant | null): Contact | null {
  const { channel } = place
  if (sender.userId !== null) {
    const byUserId = contactAt(world, { channel, kind: 'user-id', value: sender.userId })
    if (byUserId) return byUserId
  }
  if (sender.phone === null) return null
  for (const value of variantsOf(sender.phone)) {
    const byPhone = contactAt(world, { channel, kind: 'phone', value })
    if (byPhone) return isSomebodyElse(byPhone, sender, place) ? null : byPhone
  }
  const before = at === null ? null : holderAt(world, channel, sender.phone, at)
  return before === null || isSomebodyElse(before, sender, place) ? null : before
}

/**
 * Somebody was seen with this number, so nobody else has it who was seen with it only before; in no spelling, for all of
 * them are one telephone. That holds also when they themselves have another number since.
 */
export function takeFromOthers(step: Step, contactId: ContactId, { channel, value, since }: Address): void {
  for (const spelling of variantsOf(value)) {
    const key = addressKey({ channel, kind: 'phone', value: spelling })
    const holderId = step.world.contactByAddress.get(key)
    if (holderId === undefined || holderId === contactId) continue
    const held = step.world.contacts.get(holderId)?.addresses.find((address) => addressKey(address) === key)
    if (held && (held.since ?? 0) <= (since ?? 0)) {
      const until = since ?? step.context.now
      step.fact({ kind: 'address-retired', contactId: holderId, address: held, until })
      retireOlder(step, holderId, held)
    }
  }
}

/** Who was seen with a number has had no older one since; losing it does not bring the older one back. */
export function retireOlder({ world, context, fact }: Step, contactId: ContactId, lost: Address): void {
  for (const address of world.contacts.get(contactId)?.addresses ?? []) {
    const isOlder = address.kind === 'phone' && (address.since ?? 0) < (lost.since ?? 0)
    if (isOlder && address.of === lost.of && !variantsOf(lost.value).includes(address.value))
      fact({ kind: 'address-retired', contactId, address, until: lost.since ?? context.now })
  }
}

/**
 * Whether this tells how the contact is reached now. A phone older than their own, or than its present holder's hold on
 * it, or given up since, came late: the number has changed or passed on. Another spelling of their phone is always welcome.
 */
export function isNews(world: World, contactId: ContactId, address: Address): boolean {
  const since = (of: Address | null) => of?.since ?? 0
  const holder = contactAt(world, address)
  const held = holder?.addresses.find((other) => addressKey(other) === addressKey(address)) ?? null
  if (holder?.contactId === contactId)
    return (since(held) === 0 || held?.replaced === true) && since(address) > since(held)
  if (address.kind === 'user-id') return true
  if (isPast(world, contactId, address)) return false
  const contact = world.contacts.get(contactId)
  const own = contact?.addresses.findLast(({ kind, of }) => kind === 'phone' && of === address.of) ?? null
  const isSpelling = own !== null && variantsOf(own.value).includes(address.value)
  return (own === null || isSpelling || since(address) > since(own)) && since(address) >= since(held)
}

/** Another portfolio knows the same person by another user id, and another part of a contact is another telephone. */
function isSomebodyElse(contact: Contact, { userId, phone }: Sender, { channel, group }: Place): boolean {
  if (userId === null) return false
  const part = partOf(contact, channel, { userId: null, phone })
  return contact.addresses.some(
    ({ kind, portfolio, of }) => kind === 'user-id' && of === part && isSamePortfolio(portfolio, group?.portfolioKey),
  )
}

function addContact(step: Step, channel: ChannelId, sender: Sender, addresses: readonly Address[]): Contact {
  const { world, context } = step
  const contactId = context.ids.next(context.now) as ContactId
  const isTaken = (address: Address) =>
    world.contactByAddress.has(addressKey(address)) || isPast(world, contactId, address)
  const contact: Contact = {
    accountId: world.accountId,
    contactId,
    name: sender.name,
    username: sender.username,
    addresses: addresses.filter((address) => !isTaken(address)),
    consents: [],
    createdAt: context.now,
    ...succession(world, channel, sender.phone, addresses.at(-1)?.since),
  }
  step.fact({ kind: 'contact-added', contact })
  return contact
}

/** Somebody new is seen with the phone that a contact known by another user id has until then. */
function succession(
  world: World,
  channel: ChannelId,
  phone: string | null,
  since: Instant | undefined,
): Pick<Contact, 'succeeds'> {
  if (phone === null || since === undefined) return {}
  for (const value of variantsOf(phone)) {
    const address: Address = { channel, kind: 'phone', value }
    const holder = contactAt(world, address)
    const held = holder?.addresses.find((other) => addressKey(other) === addressKey(address))
    if (holder && (held?.since ?? 0) <= since) {
      return { succeeds: { contactId: holder.contactId, since, because: 'other-user-id' } }
    }
  }
  return {}
}

type Learning = { readonly rename: boolean; readonly of: ContactId | undefined }

/** Of a part only what the contact had not. */
function learnName(step: Step, contactId: ContactId, sender: Sender, { rename, of }: Learning): void {
  const contact = step.world.contacts.get(contactId)
  if (!contact) return
  const name = rename || contact.name === null ? (sender.name ?? contact.name) : contact.name
  const username = rename || contact.username === null ? (sender.username ?? contact.username) : contact.username
  if (name !== contact.name || username !== contact.username) {
    step.fact({ kind: 'contact-named', contactId, name, username, ...(of !== undefined && { of }) })
  }
}

/** The sender's addresses; the phone comes last, so that it is the newest of its kind. */
export const addressesOf = ({ channel, group }: Place, sender: Pick<Sender, 'userId' | 'phone'>): Address[] => [
  ...(sender.userId === null
    ? []
    : [{ channel, kind: 'user-id' as const, value: sender.userId, ...(group && { portfolio: group.portfolioKey }) }]),
  ...(sender.phone === null ? [] : [{ channel, kind: 'phone' as const, value: sender.phone }]),
]

/** Every address under which the sender might be known: what must be loaded before `identify`. */
export const candidatesOf = (channel: ChannelId, sender: Pick<Sender, 'userId' | 'phone'>): Address[] => [
  ...addressesOf({ channel }, { userId: sender.userId, phone: null }),
  ...(sender.phone === null ? [] : variantsOf(sender.phone)).map((value) => ({
    channel,
    kind: 'phone' as const,
    value,
  })),
]
