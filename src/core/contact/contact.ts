import type { Instant } from '#base/time.ts'
import type { AccountId, Actor, ContactId } from '../account/account.ts'
import type { Zone } from '../calendar/zone.ts'
import type { ConsentStanding } from '../consent/consent.ts'
import type { Group } from '../group/group.ts'
import type { ChannelId, Line } from '../line/line.ts'
import { isSamePortfolio } from '../line/portfolio.ts'
import type { Outreach } from '../policy/outreach.ts'
import type { Block } from './block.ts'
import type { EvidenceKind } from './evidence.ts'

/**
 * Where a person can be reached. `user-id` is Meta's business-scoped user id and comes first; `phone` is the raw id Meta
 * uses (digits without "+"), nullable and changing; `group` is its id of a group. Values are kept exactly as received and
 * used like that for sending.
 */
export type Address = {
  readonly channel: ChannelId
  readonly kind: 'user-id' | 'phone' | 'group'
  readonly value: string
  /** Of a user id: the business portfolio it means them in. Absent: not known which. */
  readonly portfolio?: string
  /** Meta's time of the first thing that showed it as theirs. Absent: typed by somebody, or named by a report only. */
  readonly since?: Instant
  /** The contact it came with, when two were merged. Absent: it is the contact's own. */
  readonly of?: ContactId
  /** WhatsApp said that they have another one since: it names them still, and nothing is sent to it. Absent: it did not. */
  readonly replaced?: true
}

/** An address that was theirs until then, as far as anybody knows; whoever is seen with it later has it. */
export type PastAddress = Address & { readonly until: Instant }

/** What the app's address book on a telephone calls somebody since `at`, Meta's time; `name` null: they were taken out of it. */
export type Listing = { readonly name: string | null; readonly at: Instant }

/** A person who writes to us, or a group of them. */
export type Contact = {
  readonly accountId: AccountId
  readonly contactId: ContactId
  /** The name an agent gave, or else the profile name the person chose; null when neither is known. */
  readonly name: string | null
  /** What the business calls them in the app's address book; absent: they never were in it. */
  readonly listed?: Listing
  /** "@lucia", where WhatsApp tells it. */
  readonly username: string | null
  /** Addresses in use, newest last; former user ids too. One address belongs to one contact of an account. */
  readonly addresses: readonly Address[]
  /** Phones they were the last to have. No address is in use and past at once, and each is past with one contact. Absent: none. */
  readonly past?: readonly PastAddress[]
  /** Their newest word on each purpose, scope and address; in no order. */
  readonly consents: readonly ConsentStanding[]
  /** The zone somebody noted; absent: the number tells, or nothing does. */
  readonly zone?: Zone
  /** When we began with them lately, oldest first; absent: never. */
  readonly outreach?: readonly Outreach[]
  /** On which lines they are blocked, one each; absent: on none. */
  readonly blocks?: readonly Block[]
  readonly createdAt: Instant
  /** Contacts that turned out to be the same person: their addresses are here now, what they said is still there. Absent: none. */
  readonly merged?: readonly ContactId[]
  /** Whose device they write from, where the channel tells. Absent: it never did. */
  readonly identity?: Identity
  /** Nobody has said yet whether they are the same person. Absent: nothing of the sort, or somebody has. */
  readonly succeeds?: Succession
  /** What is known of the group that this is; its subject is also the name. Absent: a person. */
  readonly group?: Group
  /** Groups they were ever seen in. Absent: none. */
  readonly groups?: readonly ContactId[]
  /** They were erased then: nothing else is known of them. Absent: they were not. */
  readonly erasedAt?: Instant
  /** Contacts that were merged into this one and can be taken out again; those merged into them too. Absent: none. */
  readonly parts?: readonly Part[]
  /** They are a part of that contact since; it has their addresses and conversations. Absent: they stand for themselves. */
  readonly joined?: Joined
  /** Merges that were undone, oldest first; at most `MOST_SEPARATIONS`. Absent: none. */
  readonly separations?: readonly Separation[]
  /** Contacts somebody said are not this one, by what they looked alike in. Absent: nobody. */
  readonly apart?: readonly Apart[]
  /** Phones that one of the two says are their own and the other has. Absent: none. */
  readonly claims?: readonly Claim[]
}

/** A contact that was merged into another. Its own row stays as it was, without addresses, for the day it is taken out. */
export type Part = {
  readonly contactId: ContactId
  /** What it was merged into: the contact itself, or another part of it, which then has to be taken out first. */
  readonly into: ContactId
  readonly at: Instant
  readonly by: Actor
  /** In the words of whoever did it; null: none. */
  readonly why: string | null
  /** What they looked alike in; empty: somebody found them by hand, or was asked whether they are the same. */
  readonly evidence: readonly EvidenceKind[]
  /** What the contact had not and has from the part, or learnt of it since. */
  readonly took: Pick<Contact, 'zone' | 'listed'> & {
    readonly name?: string
    readonly username?: string
  }
  /** The identity behind their addresses had changed, and somebody said that they are the same. Absent: they were merged. */
  readonly wasAsked?: true
  /** Of the device behind the part's addresses. */
  readonly identity?: Identity
}

/** Merged into that contact since. */
export type Joined = { readonly into: ContactId; readonly at: Instant }

/** A merge that was undone. */
export type Separation = {
  readonly contactId: ContactId
  readonly merged: Pick<Part, 'at' | 'by' | 'why'>
  readonly at: Instant
  readonly by: Actor
  readonly why: string | null
}

/** Somebody said that the two are not the same, seeing this. */
export type Apart = { readonly contactId: ContactId; readonly evidence: readonly EvidenceKind[] }

/** One of the two gave this phone as their own through WhatsApp, and the other has it. */
export type Claim = { readonly contactId: ContactId; readonly phone: string; readonly at: Instant }

/** `key`: the channel's hash of the device's key, null where it does not tell. It has not changed after `since`. */
export type Identity = { readonly key: string | null; readonly since: Instant }

/**
 * Another contact had their addresses until then: the channel said that the identity behind them changed, or showed the
 * phone with another user id.
 */
export type Succession = {
  readonly contactId: ContactId
  readonly since: Instant
  readonly because: 'identity-changed' | 'other-user-id'
}

/** What a channel tells of the person behind a message. At least one of `userId` and `phone` is known. */
export type Sender = {
  readonly userId: string | null
  readonly phone: string | null
  readonly name: string | null
  readonly username: string | null
  /** The channel's hash of their device's key. Absent: it does not tell. */
  readonly identityKey?: string
}

/** Where somebody is seen: the channel, and of its line the group, for user ids are the portfolio's. */
export type Place = Pick<Line, 'channel' | 'group'>

export const addressKey = (address: Address): string => `${address.channel}:${address.kind}:${address.value}`

export function addressOf(contact: Pick<Contact, 'addresses'>, kind: Address['kind']): Address | null {
  return contact.addresses.findLast((address) => address.kind === kind) ?? null
}

/** The newest user id that means them on a line. */
export const userIdAt = (contact: Contact, { channel, group }: Place): Address | null =>
  contact.addresses.findLast(
    (address) =>
      address.kind === 'user-id' &&
      address.channel === channel &&
      isSamePortfolio(address.portfolio, group?.portfolioKey),
  ) ?? null

/**
 * The addresses the contact is known by now on a channel: their newest user id in each portfolio, of each part that was merged
 * into them, and their phones. A former user id is theirs still, but whoever they were under it is another identity.
 */
export function presentAddresses(contact: Contact, channel: ChannelId): Address[] {
  const own = contact.addresses.filter((address) => address.channel === channel)
  const userIds = own.filter(({ kind }) => kind === 'user-id')
  const isNewest = (address: Address) =>
    userIds.findLast(({ portfolio, of }) => of === address.of && isSamePortfolio(portfolio, address.portfolio)) ===
    address
  return own.filter((address) => address.kind !== 'user-id' || isNewest(address))
}

/** What they are called: the business's own name for them, name or subject, or username; null: nothing but an address is known. */
export const ownName = ({ listed, name, username }: Contact): string | null => listed?.name || name || username || null

/** The phone to call them by: theirs, or the last they had where they are reached at nothing any more. */
export function phoneOf(contact: Contact): Address | null {
  const last = contact.addresses.length === 0 ? contact.past?.at(-1) : undefined
  return addressOf(contact, 'phone') ?? last ?? null
}

/** The name to show: what they are called, else their phone, the id's tail, or the last phone they had. Never empty. */
export function displayName(contact: Contact): string {
  const own = ownName(contact)
  if (own) return own
  const phone = phoneOf(contact)
  if (phone) return `+${phone.value}`
  const userId = addressOf(contact, 'user-id')
  const last = userId ?? addressOf(contact, 'group')
  return last ? `…${last.value.slice(-6)}` : '—'
}
