import type { Instant } from '#base/time.ts'
import type { Actor, ContactId, LineId } from '../account/account.ts'
import { windowOf } from '../window/window.ts'
import { addressOf, type Contact, type Place, userIdAt } from './contact.ts'
import { facing, ownerOf } from './part.ts'

/** On this line the platform holds back what a contact writes, and we write nothing to them. */
export type Block = {
  readonly lineId: LineId
  readonly at: Instant
  readonly by: Actor
  /** In the words of whoever did it. */
  readonly reason: string
  /** Of merged contacts those whom the platform lets through, still or again. Absent: nobody. */
  readonly through?: readonly ContactId[]
  /** Who let them in again, while the platform has not done so for all of them yet. Absent: nobody. */
  readonly liftedBy?: Actor
}

export const blockOf = (contact: { readonly blocks?: readonly Block[] }, lineId: LineId): Block | null =>
  contact.blocks?.find((block) => block.lineId === lineId) ?? null

/** The contact's blocks with one more, or without that of a line; one for each line at most. */
export const blocksAfter = (blocks: readonly Block[], lineId: LineId, block: Block | null): readonly Block[] => [
  ...blocks.filter((known) => known.lineId !== lineId),
  ...(block === null ? [] : [block]),
]

/** Meta lets only those be blocked who wrote in the last 24 hours (cloud-api §1.6: 131047): while their window is open. */
export const mayBlock = (conversation: { readonly customerWroteAt: Instant | null }, now: Instant): boolean =>
  windowOf(conversation, now).kind === 'open'

/** One of merged contacts, or the contact itself, as the platform is to be told of them. */
export type Target = { readonly owner: ContactId; readonly address: string }

/** Whom the platform has to hold back for nothing to come from a contact: each with the address it knows them by. */
export function targetsOf(contact: Contact, place: Place): readonly Target[] {
  const here = contact.addresses.filter(({ channel }) => channel === place.channel)
  return [...new Set(here.map(({ of }) => of))].flatMap((of) => {
    const one = facing({ ...contact, addresses: here }, of)
    const address = addressOf(one, 'phone') ?? userIdAt(one, place)
    return address ? [{ owner: ownerOf({ ...(of && { of }) }, contact), address: address.value }] : []
  })
}

/** With those whom the platform lets through; null: it holds back nobody of these. */
export function blockWith(block: Block, through: Iterable<ContactId>, owners: Iterable<ContactId>): Block | null {
  const { through: _, ...rest } = block
  const free = new Set(through)
  if ([...owners].every((owner) => free.has(owner))) return null
  return { ...rest, ...(free.size > 0 && { through: [...free] }) }
}

type Blocked = Pick<Contact, 'contactId' | 'blocks' | 'parts'>

/** The contact and all its parts. */
export const ownersOf = ({ contactId, parts = [] }: Pick<Contact, 'contactId' | 'parts'>): readonly ContactId[] => [
  contactId,
  ...parts.map((part) => part.contactId),
]

/** Of two contacts who are one from now on: who was not blocked is still let through. */
export function blocksOfBoth(one: Blocked, other: Blocked): readonly Block[] {
  const lineIds = new Set([...(one.blocks ?? []), ...(other.blocks ?? [])].map(({ lineId }) => lineId))
  return [...lineIds].flatMap((lineId) => {
    const found = [one, other].map((contact) => ({ block: blockOf(contact, lineId), contact }))
    const blocks = found.flatMap(({ block }) => (block ? [block] : []))
    const through = found.flatMap(({ block, contact }) => (block ? (block.through ?? []) : ownersOf(contact)))
    const shown = blocks.find(({ liftedBy }) => !liftedBy) ?? blocks[0]
    const block = shown && blockWith(shown, through, [...ownersOf(one), ...ownersOf(other)])
    return block ? [block] : []
  })
}

/** What is left of the blocks for some of merged contacts: on which lines the platform holds back any of them. */
export const blocksOfThese = (blocks: readonly Block[], owners: ReadonlySet<ContactId>): readonly Block[] =>
  blocks.flatMap((block) => {
    const through = (block.through ?? []).filter((owner) => owners.has(owner))
    return blockWith(block, through, owners) ?? []
  })
