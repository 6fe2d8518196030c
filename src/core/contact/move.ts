import type { Instant } from '#base/time.ts'
import type { ChannelId, Line } from '../line/line.ts'
import type { Step } from '../loop/step.ts'
import { contactAt, type World } from '../loop/world.ts'
import { isSamePortfolio } from '../line/portfolio.ts'
import { type Address, addressKey, type Contact, type Place, type Sender } from './contact.ts'
import type { ContactId } from '../account/account.ts'
import { addressesOf, isNews, takeFromOthers } from './identify.ts'
import { heldBy, partOf } from './part.ts'
import { isPast } from './past.ts'
import { variantsOf } from './phone-variants.ts'

/** A platform's word that one person was reached in one way until `sentAt` and is reached in another since. */
type Move = { readonly before: Sender; readonly after: Sender; readonly sentAt: Instant }

/**
 * The contact a move is about: by former user id, by former phone if it was not passed on since, by present user id. Null:
 * nobody we know.
 */
export function movedContact(world: World, place: Place, move: Move): Contact | null {
  const { channel } = place
  const { before, after, sentAt } = move
  const byUserId = (userId: string | null) =>
    userId === null ? null : contactAt(world, { channel, kind: 'user-id', value: userId })
  const byPhone = (before.phone === null ? [] : variantsOf(before.phone))
    .map((value) => ({ address: { channel, kind: 'phone' as const, value } }))
    .map(({ address }) => ({ contact: contactAt(world, address), key: addressKey(address) }))
    .find(({ contact, key }) => {
      const since = contact?.addresses.find((address) => addressKey(address) === key)?.since ?? 0
      return contact !== null && since <= sentAt && maySame(contact, move, place, partOf(contact, channel, before))
    })
  return byUserId(before.userId) ?? byPhone?.contact ?? byUserId(after.userId)
}

/**
 * Gives the contact the new addresses, their former user id too, and lets go of the number they had until then. Whoever
 * wrote from the new ones before we heard of it is merged into the contact, which can be undone (`join-moved`).
 */
export function moveAddresses(step: Step, line: Line, contact: Contact, move: Move): void {
  const { world } = step
  const { channel } = line
  const { contactId } = contact
  const held = heldBy(contact, channel, move.before) ?? heldBy(contact, channel, move.after)
  const of = held?.of
  const [former = null] = addressesOf(line, { userId: move.before.userId, phone: null })
  if (former && !contactAt(world, former)) {
    step.fact({ kind: 'address-added', contactId, address: { ...former, ...(of !== undefined && { of }) } })
  }
  const after = addressesOf(line, move.after)
  const isAfter = (address: Address) => after.some((other) => addressKey(other) === addressKey(address))
  for (const address of contact.addresses) {
    const isReplaced = address.kind === 'phone' && move.after.phone !== null && !isAfter(address)
    if (isReplaced && address.of === of && (address.since ?? 0) <= move.sentAt) {
      step.fact({ kind: 'address-retired', contactId, address, until: move.sentAt })
    }
  }
  giveUpFormer(step, channel, contactId, move)
  const other = sameAt(world, line, contact, move, after)
  // Who wrote from the new address before we heard of the move keeps it, and is a part of the contact from then on.
  const owner = other ?? contact
  const isJoined = other !== null && !wasTakenOut(contact, other)
  if (isJoined) step.effect({ kind: 'join-moved', contactId: other.contactId, intoId: contactId })
  const part = (heldBy(owner, channel, move.after) ?? held)?.of
  if (isJoined || (other === null && part !== of)) replaceUserIds(step, line, contactId, { after, of, at: move.sentAt })
  for (const plain of after) {
    const address = { ...plain, since: move.sentAt, ...(part !== undefined && { of: part }) }
    if (!isNews(world, owner.contactId, address)) continue
    if (address.kind === 'phone') takeFromOthers(step, owner.contactId, address)
    step.fact({ kind: 'address-added', contactId: owner.contactId, address })
  }
}

type Replaced = { readonly after: readonly Address[]; readonly of: ContactId | undefined; readonly at: Instant }

/** They are reached as another part from now on: under the user ids they had, nothing is sent to them any more. */
function replaceUserIds({ world, fact }: Step, line: Line, contactId: ContactId, { after, of, at }: Replaced): void {
  const present = new Set(after.map(addressKey))
  for (const address of world.contacts.get(contactId)?.addresses ?? []) {
    const isHere = address.kind === 'user-id' && isSamePortfolio(address.portfolio, line.group?.portfolioKey)
    if (!isHere || address.of !== of || address.replaced || present.has(addressKey(address))) continue
    if ((address.since ?? 0) > at) continue
    fact({ kind: 'address-added', contactId, address: { ...address, since: at, replaced: true } })
  }
}

/** Another contact who has one of the new addresses, and is the same person by what WhatsApp says. Null: nobody. */
function sameAt(
  world: World,
  place: Place,
  { contactId }: Contact,
  move: Move,
  after: readonly Address[],
): Contact | null {
  const holders = after.flatMap((address) => contactAt(world, address) ?? [])
  const isSame = (other: Contact) =>
    other.contactId !== contactId && maySame(other, move, place, partOf(other, place.channel, move.after))
  return holders.find(isSame) ?? null
}

/** Somebody said since that the two are not one: WhatsApp telling it once more, of another line, joins them no more. */
const wasTakenOut = ({ separations = [], apart = [] }: Contact, { contactId }: Contact): boolean =>
  [...separations, ...apart].some((one) => one.contactId === contactId)

/** The number they moved away from was nobody else's until then, also when they were never seen with it. */
function giveUpFormer(step: Step, channel: ChannelId, contactId: ContactId, { before, after, sentAt }: Move): void {
  if (before.phone === null || after.phone === null) return
  const address: Address = { channel, kind: 'phone', value: before.phone }
  const held = { ...address, since: sentAt }
  if (variantsOf(before.phone).includes(after.phone) || contactAt(step.world, address)?.contactId === contactId) return
  takeFromOthers(step, contactId, held)
  if (contactAt(step.world, address) !== null || isPast(step.world, contactId, held)) return
  step.fact({ kind: 'address-retired', contactId, address, until: sentAt })
}

/** Whether what we know of this part of the contact does not speak against their being the one who moved. */
function maySame(contact: Contact, { before, after }: Move, { group }: Place, part: ContactId | undefined): boolean {
  const userIds = contact.addresses
    .filter(
      ({ kind, portfolio, of }) => kind === 'user-id' && of === part && isSamePortfolio(portfolio, group?.portfolioKey),
    )
    .map(({ value }) => value)
  return userIds.length === 0 || userIds.some((userId) => userId === before.userId || userId === after.userId)
}
