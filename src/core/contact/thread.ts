import type { Instant } from '#base/time.ts'
import type { ContactId, ConversationId, LineId } from '../account/account.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { Line } from '../line/line.ts'
import type { Step } from '../loop/step.ts'
import { contactLineKey, type World } from '../loop/world.ts'
import type { Part } from './contact.ts'
import { ofPart, withinPart } from './part.ts'

/*
 * A thread is what one person and we say on a line, in one conversation for each part of the contact: so the window, what
 * is written to whom, and what goes back when a part is taken out are each the conversation's own. One of them goes on, and
 * is the only one that may be open; the others stand above it (`earlier`) and name whoever went on from them
 * (`continuedBy`). Which one it is changes only together with the row of the one before, so that two at once cannot both.
 */

/**
 * Where what this part of a contact says on a line, or is told, is kept; the first one is opened. `turns`: the thread goes
 * on there from now on; else it goes on where it did, and what has no conversation yet gets a resolved one above it.
 */
export function threadWith(
  step: Step,
  contactId: ContactId,
  line: Pick<Line, 'lineId'>,
  of: ContactId | undefined,
  turns: boolean,
): ConversationId {
  const head = headOf(step.world, contactId, line.lineId)
  if (head && head.of === of) return head.conversationId
  const known = head && conversationOfPart(step, head, of)
  if (known && !turns) return known.conversationId
  const { context } = step
  const conversationId = known?.conversationId ?? (context.ids.next(context.now) as ConversationId)
  const opened = { kind: 'conversation-opened', conversationId, contactId, lineId: line.lineId } as const
  const arranged = { kind: 'conversation-arranged', conversationId, contactId, of: of ?? null } as const
  if (!head) {
    step.fact(opened)
    if (of !== undefined) step.fact({ ...arranged, ...ALONE })
    return conversationId
  }
  const { waitingSince, unread, assigneeId } = head
  if (!turns) {
    step.fact({ ...opened, historyFrom: context.now })
    step.fact({ ...arranged, ...ALONE, continuedBy: head.conversationId })
    const above = { earlier: [conversationId, ...(head.earlier ?? [])], continuedBy: null, waitingSince, unread }
    step.fact({ ...arranged, conversationId: head.conversationId, of: head.of ?? null, ...above })
    return conversationId
  }
  giveWay(step, head, conversationId)
  if (!known) step.fact(opened)
  const earlier = [head.conversationId, ...(head.earlier ?? [])].filter((id) => id !== conversationId)
  step.fact({ ...arranged, earlier, continuedBy: null, waitingSince, unread })
  if (known && head.state === 'open') step.fact({ kind: 'conversation-reopened', conversationId })
  assign(step, conversationId, assigneeId)
  return conversationId
}

/** Whatever is counted of a thread is counted where it goes on. */
const ABOVE = { waitingSince: null, unread: 0 } as const

/** A thread of one conversation, in which nobody waits. */
export const ALONE = { earlier: [], continuedBy: null, ...ABOVE }

/** The conversation of this part in a thread; null: none yet. */
export const conversationOfPart = (step: Step, head: Conversation, of: ContactId | undefined): Conversation | null =>
  head.of === of
    ? head
    : (threadOf(step, head).find((one) => one.of === of && one.contactId === head.contactId) ?? null)

/**
 * On a line the threads of two contacts become one: it goes on where it is open, or was spoken in last. `moved`: the one that
 * stays is reached as the other now, so it goes on there.
 */
export function joinThreads(step: Step, lineId: LineId, contactId: ContactId, intoId: ContactId, moved: boolean): void {
  const theirs = headOf(step.world, contactId, lineId)
  if (!theirs) return
  const own = headOf(step.world, intoId, lineId)
  const brought = threadOf(step, theirs).filter((one) => one.contactId === contactId)
  const [head, other] = own && !moved && isFurther(own, theirs) ? [own, theirs] : [theirs, own]
  const waitingSince = earliest(theirs.waitingSince, own?.waitingSince ?? null)
  const unread = theirs.unread + (own?.unread ?? 0)
  if (other) giveWay(step, other, head.conversationId)
  for (const one of brought) {
    const { conversationId, earlier = [], of = contactId } = one
    const continuedBy = one === theirs && theirs !== head ? head.conversationId : (one.continuedBy ?? null)
    const whose = { contactId: intoId, of, ...ABOVE }
    if (one !== head) step.fact({ kind: 'conversation-arranged', conversationId, ...whose, earlier, continuedBy })
  }
  const { conversationId } = head
  const of = head === theirs ? (theirs.of ?? contactId) : (head.of ?? null)
  const above = other ? [other.conversationId, ...(other.earlier ?? [])] : []
  const earlier = [...new Set([...above, ...(head.earlier ?? [])])]
  const whose = { contactId: intoId, of, waitingSince, unread }
  step.fact({ kind: 'conversation-arranged', conversationId, ...whose, earlier, continuedBy: null })
  if (other?.state === 'open' && head.state === 'resolved') step.fact({ kind: 'conversation-reopened', conversationId })
  if (other && head.assigneeId === null) assign(step, conversationId, other.assigneeId)
}

type Taken = { readonly contactId: ContactId; readonly intoId: ContactId; readonly parts: readonly Part[] }

/**
 * On a line the conversations of a part are its own thread again. Where the thread was open, so is each that ends with what
 * its contact said, for they wait for an answer, and can be given one.
 */
export function partThreads(step: Step, lineId: LineId, { contactId, intoId, parts }: Taken): void {
  const head = headOf(step.world, intoId, lineId)
  if (!head) return
  const within = withinPart(parts, contactId)
  const thread = threadOf(step, head).filter((one) => one.contactId === intoId)
  const isTheirs = ({ of }: Conversation): boolean => of !== undefined && within.has(of)
  const theirs = thread.filter(isTheirs)
  if (theirs.length === 0) return
  const ids = new Set(thread.map(({ conversationId }) => conversationId))
  // What was put together in another way before is shown where the rest of it is.
  const others = (head.earlier ?? []).filter((id) => !ids.has(id))
  const own = thread.filter((one) => !isTheirs(one))
  const groups = [
    { thread: own, contactId: intoId, others },
    { thread: theirs, contactId, others: own.length === 0 ? others : [] },
  ]
  // What is open leaves before anything else of the same contact is opened.
  if (isTheirs(head)) groups.reverse()
  for (const group of groups) standAlone(step, head, group)
}

type Group = {
  readonly thread: readonly Conversation[]
  readonly contactId: ContactId
  readonly others: readonly ConversationId[]
}

function standAlone(step: Step, head: Conversation, { thread, contactId, others }: Group): void {
  const first = thread.reduce<Conversation | null>((best, one) => (best && isFurther(best, one) ? best : one), null)
  if (!first) return
  const above = thread.filter((one) => one !== first)
  const ids = new Set(thread.map((one) => one.conversationId))
  for (const one of above) {
    const { conversationId } = one
    // Nobody sees by way of an old conversation what was said with somebody else.
    const earlier = (one.earlier ?? []).filter((id) => ids.has(id))
    const whose = { contactId, of: ofPart(one.of ?? contactId, contactId).of ?? null, ...ABOVE }
    const continuedBy = first.conversationId
    step.fact({ kind: 'conversation-arranged', conversationId, ...whose, earlier, continuedBy })
  }
  const { conversationId, lastMessage } = first
  const isReached = (step.world.contacts.get(contactId)?.addresses.length ?? 0) > 0
  const waits = first !== head && isReached && head.state === 'open' && lastMessage?.direction === 'in'
  const waitingSince = first === head ? head.waitingSince : waits ? lastMessage.at : null
  // Whose the unread ones are was not kept; whoever takes the two apart has the thread before them.
  const unread = thread.includes(head) ? head.unread : 0
  const whose = { contactId, of: ofPart(first.of ?? contactId, contactId).of ?? null, waitingSince, unread }
  const earlier = [...above.map((one) => one.conversationId), ...others]
  step.fact({ kind: 'conversation-arranged', conversationId, ...whose, earlier, continuedBy: null })
  if (!waits) return
  step.fact({ kind: 'conversation-reopened', conversationId })
  if (first.assigneeId === null) assign(step, conversationId, head.assigneeId)
}

/** Another goes on from it. */
function giveWay(step: Step, head: Conversation, to: ConversationId): void {
  const { conversationId, contactId, of, earlier = [], state } = head
  if (state === 'open') step.fact({ kind: 'conversation-resolved', conversationId, by: { kind: 'system' } })
  const whose = { contactId, of: of ?? null, ...ABOVE }
  step.fact({ kind: 'conversation-arranged', conversationId, ...whose, earlier, continuedBy: to })
}

function assign(step: Step, conversationId: ConversationId, assigneeId: Conversation['assigneeId']): void {
  if (assigneeId === null || step.world.conversations.get(conversationId)?.assigneeId === assigneeId) return
  step.fact({ kind: 'conversation-assigned', conversationId, assigneeId, by: { kind: 'system' } })
}

/** Where what is said to somebody in this conversation is said now. */
export function goingOn(world: World, conversation: Conversation): Conversation {
  if (conversation.continuedBy === undefined) return conversation
  return headOf(world, conversation.contactId, conversation.lineId) ?? conversation
}

function headOf(world: World, contactId: ContactId, lineId: LineId): Conversation | null {
  const conversationId = world.conversationByContact.get(contactLineKey(contactId, lineId))
  return (conversationId && world.conversations.get(conversationId)) || null
}

/** The conversations of a thread, as far as they are loaded; the decision is made again with those that are not. */
function threadOf({ world }: Step, head: Conversation): readonly Conversation[] {
  const above = (head.earlier ?? []).flatMap((id) => {
    const one = world.conversations.get(id)
    if (!one) world.missed.add(id)
    return one ?? []
  })
  return [head, ...above]
}

/** The open one, else the one that was spoken in last; of two alike the one that began later. */
function isFurther(one: Conversation, other: Conversation): boolean {
  if (one.state !== other.state) return one.state === 'open'
  if (one.sortAt !== other.sortAt) return one.sortAt > other.sortAt
  return one.conversationId > other.conversationId
}

const earliest = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null || (other !== null && other < one) ? other : one
