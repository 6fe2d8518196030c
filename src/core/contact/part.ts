import type { ContactId } from '../account/account.ts'
import type { ChannelId } from '../line/line.ts'
import type { Address, Contact, Listing, Part, Sender } from './contact.ts'
import { variantsOf } from './phone-variants.ts'

/** Older ones are forgotten by the row; the facts have them all. */
export const MOST_SEPARATIONS = 20
/** Of those said to be somebody else, and of phones that people gave as their own: the newest. */
export const MOST_APART = 50
export const MOST_CLAIMS = 10

/** Whose an address or a conversation is by origin: a part's, or the contact's own. */
export const ownerOf = ({ of }: { readonly of?: ContactId }, { contactId }: Pick<Contact, 'contactId'>): ContactId =>
  of ?? contactId

/** What is written down beside an address or a conversation of a part; nothing where it is the contact's own. */
export const ofPart = (owner: ContactId, contactId: ContactId): { readonly of?: ContactId } =>
  owner === contactId ? {} : { of: owner }

/**
 * The contact as somebody who writes from, or is written to at, the addresses of one part: its addresses and its device.
 * Where a part has no address any more, or only such as were replaced, those of all.
 */
export function facing(contact: Contact, of: ContactId | undefined): Contact {
  if (contact.parts === undefined) return contact
  const present = contact.addresses.filter(isPresent)
  const all = present.length > 0 ? present : contact.addresses
  const theirs = all.filter((address) => address.of === of)
  const addresses = theirs.length > 0 ? theirs : all
  const owner = theirs.length > 0 ? of : addresses.at(-1)?.of
  const { identity: own, ...rest } = contact
  const identity = owner === undefined ? own : contact.parts.find(({ contactId }) => contactId === owner)?.identity
  return { ...rest, addresses, ...(identity && { identity }) }
}

/** Whether what is written to this part reaches it, and not another for want of an address of its own. */
export const isReached = (contact: Contact, of: ContactId | undefined): boolean =>
  contact.parts === undefined || contact.addresses.some((address) => address.of === of && isPresent(address))

const isPresent = ({ replaced }: Address): boolean => replaced === undefined

/** Which part of the contact a sender is; undefined: the contact itself, or a sender it is not known by. */
export const partOf = (contact: Contact, channel: ChannelId, sender: Reached): ContactId | undefined =>
  contact.parts === undefined ? undefined : heldBy(contact, channel, sender)?.of

type Reached = Pick<Sender, 'userId' | 'phone'>

/** The address the contact has of a sender: their user id, else their phone, in use or past, in any spelling. */
export function heldBy(contact: Contact, channel: ChannelId, { userId, phone }: Reached): Address | undefined {
  const held = [...contact.addresses, ...(contact.past ?? [])].filter((address) => address.channel === channel)
  const byId = held.find(({ kind, value }) => kind === 'user-id' && value === userId)
  if (byId || phone === null) return byId
  const spellings = variantsOf(phone)
  return held.find(({ kind, value }) => kind === 'phone' && spellings.includes(value))
}

export const isSameListing = (one: Listing | undefined, other: Listing | undefined): boolean =>
  one?.name === other?.name && one?.at === other?.at

/** A part and all that was merged into it before. */
export function withinPart(parts: readonly Part[], contactId: ContactId): ReadonlySet<ContactId> {
  const within = new Set([contactId])
  let before = 0
  while (before < within.size) {
    before = within.size
    for (const part of parts) if (within.has(part.into)) within.add(part.contactId)
  }
  return within
}
