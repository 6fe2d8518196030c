import type { ContactId } from '../account/account.ts'
import { type Block, blockOf, blockWith } from './block.ts'
import { addressOf, type Contact, type Place, userIdAt } from './contact.ts'
import { facing, ownerOf } from './part.ts'

/** One of merged contacts, or the contact itself, as the platform is to be told of them. */
export type Target = { readonly owner: ContactId; readonly address: string }

/** Whom the platform has to hold back for nothing to come from a contact: each with the address it knows them by. */
export function targetsOf(contact: Contact, place: Place): readonly Target[] {
  const here = contact.addresses.filter(({ channel, replaced }) => channel === place.channel && !replaced)
  return [...new Set(here.map(({ of }) => of))].flatMap((of) => {
    const one = facing({ ...contact, addresses: here }, of)
    const address = addressOf(one, 'phone') ?? userIdAt(one, place)
    return address ? [{ owner: ownerOf({ ...(of && { of }) }, contact), address: address.value }] : []
  })
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
