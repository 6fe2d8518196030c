import type { Instant } from '#base/time.ts'
import type { ContactId, ConversationId, MessageId } from '../account/account.ts'
import type { Contact, Sender } from '../contact/contact.ts'
import { identify } from '../contact/identify.ts'
import { partOf } from '../contact/part.ts'
import { ALONE, threadWith } from '../contact/thread.ts'
import type { Line } from '../line/line.ts'
import { answer, type Outcome, type Step } from '../loop/step.ts'
import { contactLineKey } from '../loop/world.ts'
import { writtenElsewhere } from '../message/echo.ts'
import type { Message, ReplyTo } from '../message/message.ts'
import { applyParked, fetchMedia, messageOnWire, touchMessage, touchOf, withMediaId } from '../message/receive.ts'
import { isOfErased } from '../privacy/erase.ts'
import type { AddHistory, PastMessage, PastThread } from './portion.ts'

/**
 * What was said in the app before stands in the thread at its own time and asks nothing of anybody: nothing is unread, no
 * clock runs, no window opens, nothing is heeded or paid. Whether what a contact said there holds Meta's window open is
 * nowhere written; we say no, for a message refused is worse than a template. A message known already is not doubled.
 */
export function addHistory(step: Step, { line, threads, effectId }: AddHistory): Outcome {
  for (const thread of threads) addThread(step, line, thread)
  step.finish(effectId)
  return answer()
}

function addThread(step: Step, line: Line, { person, messages }: PastThread): void {
  const said = messages
    .filter(({ sentAt }) => !isOfErased(step, line.channel, person, sentAt))
    .toSorted((a, b) => a.sentAt - b.sentAt)
  const fresh = new Map<string, PastMessage>()
  for (const past of said) {
    if (touchOf(past.content, past.sentAt, past.by) !== null) continue
    const known = messageOnWire(step.world, line, past.wireId)
    if (known) fill(step, line, known, past)
    else if (fresh.get(past.wireId)?.content.kind !== 'placeholder' && fresh.has(past.wireId)) continue
    else fresh.set(past.wireId, past)
  }
  if (fresh.size > 0) addMessages(step, line, person, [...fresh.values()])
  for (const { content, sentAt, by } of said) {
    const touch = touchOf(content, sentAt, by)
    if (touch) touchMessage(step, { kind: 'touch-message', lineId: line.lineId, ...touch })
  }
}

function addMessages(step: Step, line: Line, person: Sender, fresh: readonly PastMessage[]): void {
  const { sentAt: first } = fresh[0] ?? { sentAt: step.context.now }
  const contact = identify(step, line, person, false, fresh.at(-1)?.sentAt ?? first)
  const conversationId = conversationOf(step, line, contact, partOf(contact, line.channel, person), first)
  const ids = new Map<string, MessageId>()
  const messages = fresh.map((past) => {
    const message = messageFrom(step, line, conversationId, past, replyTo(step, line, past, ids))
    ids.set(past.wireId, message.messageId)
    return message
  })
  step.fact({ kind: 'history-added', conversationId, messages })
  messages.forEach((message, index) => fetchMedia(step, line, message, fresh[index]?.wireMedia ?? null))
  for (const { wireId } of fresh) applyParked(step, line.lineId, wireId)
}

/** The contact's conversation on the line, whatever its state; else one that is resolved from the beginning. */
function conversationOf(
  step: Step,
  { lineId }: Line,
  { contactId }: Contact,
  of: ContactId | undefined,
  historyFrom: Instant,
): ConversationId {
  const { world, context } = step
  const known = world.conversationByContact.get(contactLineKey(contactId, lineId))
  if (known !== undefined) return threadWith(step, contactId, { lineId }, of, false)
  const conversationId = context.ids.next(context.now) as ConversationId
  step.fact({ kind: 'conversation-opened', conversationId, contactId, lineId, historyFrom })
  if (of !== undefined) step.fact({ kind: 'conversation-arranged', conversationId, contactId, of, ...ALONE })
  return conversationId
}

/** The file of a message comes on its own, days after the message's place (cloud-api §2.5). */
function fill(step: Step, line: Line, known: Message, { content: told, wireMedia }: PastMessage): void {
  if (known.content.kind !== 'placeholder' || told.kind === 'placeholder') return
  const message = { ...known, content: withMediaId(step, told, wireMedia) }
  step.fact({ kind: 'history-added', conversationId: known.conversationId, messages: [message] })
  fetchMedia(step, line, message, wireMedia)
}

function replyTo(
  { world }: Step,
  line: Line,
  { replyToWireId }: PastMessage,
  ids: ReadonlyMap<string, MessageId>,
): ReplyTo | null {
  if (replyToWireId === null) return null
  const messageId = ids.get(replyToWireId) ?? messageOnWire(world, line, replyToWireId)?.messageId ?? null
  return { wireId: replyToWireId, messageId }
}

function messageFrom(
  step: Step,
  line: Line,
  conversationId: ConversationId,
  past: PastMessage,
  replyTo: ReplyTo | null,
): Message {
  const { context, world } = step
  const { wireId, sentAt: at, status } = past
  const content = withMediaId(step, past.content, past.wireMedia)
  if (past.by === 'us') {
    const said = { conversationId, line, wireId, at, replyTo, content, author: { kind: 'app' as const } }
    return { ...writtenElsewhere(step, said), status, times: {}, history: true }
  }
  return {
    accountId: world.accountId,
    messageId: context.ids.next(context.now) as MessageId,
    conversationId,
    lineId: line.lineId,
    direction: 'in',
    author: { kind: 'contact' },
    content,
    wireId,
    at,
    receivedAt: context.now,
    replyTo,
    reactions: [],
    editedAt: null,
    revokedAt: null,
    forwarded: past.forwarded,
    referral: null,
    history: true,
  }
}
