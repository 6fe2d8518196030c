import type { Instant } from '#base/time.ts'
import type { Actor, ContactId, LineId } from '../account/account.ts'
import { windowOf } from '../window/window.ts'

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

/** With those whom the platform lets through; null: it holds back nobody of these. */
export function blockWith(block: Block, through: Iterable<ContactId>, owners: Iterable<ContactId>): Block | null {
  const { through: _, ...rest } = block
  const free = new Set(through)
  if ([...owners].every((owner) => free.has(owner))) return null
  return { ...rest, ...(free.size > 0 && { through: [...free] }) }
}
