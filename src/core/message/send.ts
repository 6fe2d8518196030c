import { requestReasons } from '../call/permission.ts'
import type { Contact } from '../contact/contact.ts'
import { identify, knownContact } from '../contact/identify.ts'
import { partOf } from '../contact/part.ts'
import { conversationOfPart, goingOn, threadWith } from '../contact/thread.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { Line } from '../line/line.ts'
import type { CommandBody } from '../loop/command.ts'
import { answer, type Outcome, refused, type Step } from '../loop/step.ts'
import { contactLineKey } from '../loop/world.ts'
import { type Refusal, refusal } from '../refusal/refusal.ts'
import { filesIn, type OutboundContent } from './content.ts'
import type { OutboundMessage, ReplyTo } from './message.ts'
import { outboundMessage, queue } from './queue.ts'
import { touchMessage } from './receive.ts'
import { type Asked, judged } from './right.ts'
import { needsAttention } from './status.ts'

type Send = Extract<CommandBody, { kind: 'send-message' }>
type Retry = Extract<CommandBody, { kind: 'retry-message' }>

/** Somebody wants to say something: queued if it may be said, otherwise every reason why not. */
export function sendMessage(step: Step, command: Send): Outcome {
  const earlier = sameKey(step, command)
  if (earlier) return earlier
  const to = recipientOf(step, command.to)
  if ('refusal' in to) return refused(to.refusal)
  const { line, contact: known, asked } = to
  const { content, template, by } = command
  const right = judged(step, { line, contact: known, conversation: asked, content, template, by })
  const reasons = [
    ...movedOn(to.conversation, command),
    ...targetReasons(step, command, to.conversation),
    ...mediaReasons(command.content),
    ...step.context.check(to.line.channel, command.content),
    ...(right.kind === 'refused' ? right.reasons : []),
    ...callReasons(step, content, to.conversation),
  ]
  if (reasons.length > 0) return refused(...reasons)
  const contact = to.contact ?? identify(step, to.line, to.sender, false, null)
  const conversationId = threadWith(step, contact.contactId, line, asked?.of, true)
  const { lineId } = line
  const message = outboundMessage(step, {
    ...draftOf(command),
    conversationId,
    lineId,
    replyTo: replyTo(step, command),
    right,
  })
  queue(step, message, contact, command.priority)
  if (content.kind === 'reaction') {
    const touch = { kind: 'react' as const, by: 'us' as const, emoji: content.emoji, at: step.context.now }
    touchMessage(step, { kind: 'touch-message', lineId, targetWireId: content.targetWireId, touch })
  }
  return answer({ conversationId, messageId: message.messageId, contactId: contact.contactId })
}

/** A refused, failed or unknown message once more: as a new message, so that no late report is taken for the other. */
export function retryMessage(step: Step, command: Retry): Outcome {
  const { world, context } = step
  const old = world.messages.get(command.messageId)
  if (!old) return refused(refusal('message-missing'))
  if (old.direction !== 'out' || !needsAttention(old.status) || old.supersededBy !== null || old.history) {
    return refused(refusal('not-retryable'))
  }
  const conversation = world.conversations.get(old.conversationId)
  const contact = conversation && world.contacts.get(conversation.contactId)
  const line = context.lineOf(world.accountId, old.lineId)
  if (!conversation || !contact || !line) return refused(refusal('message-missing'))
  const content = old.content as OutboundContent
  const { template } = command
  const right = judged(step, { line, contact, conversation, content, template, by: command.by })
  const reasons = [
    ...(right.kind === 'refused' ? right.reasons : []),
    ...callReasons(step, content, goingOn(world, conversation)),
  ]
  if (reasons.length > 0) return refused(...reasons)
  const { rule: _, ...said } = old
  const message: OutboundMessage = {
    ...said,
    messageId: command.newMessageId,
    author: command.by,
    at: context.now,
    wireId: null,
    status: 'queued',
    times: { queued: context.now },
    problem: null,
    pricing: null,
    attempts: 0,
    clientKey: `retry:${old.messageId}`,
    right,
    reactions: [],
  }
  const about = { conversationId: old.conversationId, messageId: old.messageId }
  step.fact({ kind: 'message-superseded', ...about, supersededBy: message.messageId, before: old.status })
  queue(step, message, contact, 0)
  return answer({ conversationId: old.conversationId, messageId: message.messageId, contactId: contact.contactId })
}

type Recipient = {
  readonly line: Line
  readonly contact: Contact | null
  /** Where it goes on; null: nothing was said yet with whoever it goes to. */
  readonly conversation: Conversation | null
  /** As the right to send is judged by. */
  readonly asked: Asked['conversation']
  readonly sender: Parameters<typeof identify>[2]
}

const NOBODY = { userId: null, phone: null, name: null, username: null }

function recipientOf(step: Step, to: Send['to']): Recipient | { readonly refusal: Refusal } {
  const { world, context } = step
  if (to.kind === 'conversation') {
    const named = world.conversations.get(to.conversationId)
    if (!named) return { refusal: refusal('conversation-missing') }
    const conversation = goingOn(world, named)
    const contact = world.contacts.get(conversation.contactId) ?? null
    const line = context.lineOf(world.accountId, conversation.lineId)
    return line
      ? { line, contact, conversation, asked: conversation, sender: NOBODY }
      : { refusal: refusal('line-missing') }
  }
  const { line } = to
  const sender = to.kind === 'person' ? to.sender : NOBODY
  const contact =
    to.kind === 'person' ? knownContact(world, line, sender, null) : (world.contacts.get(to.contactId) ?? null)
  if (to.kind === 'contact' && contact === null) return { refusal: refusal('contact-missing') }
  const conversationId = contact && world.conversationByContact.get(contactLineKey(contact.contactId, line.lineId))
  const head = conversationId ? (world.conversations.get(conversationId) ?? null) : null
  if (!head || !contact || to.kind === 'contact') return { line, contact, conversation: head, asked: head, sender }
  const of = partOf(contact, line.channel, sender)
  const conversation = conversationOfPart(step, head, of)
  const { assigneeId } = head
  const unsaid = { customerWroteAt: null, freeEntryUntil: null, assigneeId, ...(of !== undefined && { of }) }
  return { line, contact, conversation, asked: conversation ? { ...conversation, assigneeId } : unsaid, sender }
}

/** The same key was used before: its message again, or a refusal when something else is asked with it now. */
function sameKey(step: Step, command: Send): Outcome | null {
  const messageId = step.world.messageByClientKey.get(command.clientKey)
  const message = messageId === undefined ? undefined : step.world.messages.get(messageId)
  if (message?.direction !== 'out') return null
  if (message.clientFingerprint !== command.clientFingerprint) {
    return refused(refusal('idempotency-key-reused', { field: 'Idempotency-Key' }))
  }
  return answer({ conversationId: message.conversationId, messageId: message.messageId, repeated: true })
}

function movedOn(conversation: Conversation | null, { seenUpTo, by }: Send): Refusal[] {
  const last = conversation?.lastAnswer
  if (!last || seenUpTo === null || last.messageId <= seenUpTo) return []
  const isMine = last.author.kind === 'agent' && by.kind === 'agent' && last.author.agentId === by.agentId
  return isMine ? [] : [refusal('thread-moved-on', { field: 'seenUpTo', found: seenUpTo, expected: last.messageId })]
}

function targetReasons(step: Step, command: Send, conversation: Conversation | null): Refusal[] {
  const isHere = (messageId: Send['target']) => {
    const message = messageId === null ? undefined : step.world.messages.get(messageId)
    const isInThread =
      message?.conversationId === conversation?.conversationId ||
      (message !== undefined && conversation?.earlier?.includes(message.conversationId))
    return isInThread && typeof message?.wireId === 'string'
  }
  const reasons: Refusal[] = []
  if (command.replyToMessageId !== null && !isHere(command.replyToMessageId)) {
    reasons.push(refusal('reply-target-unknown', { field: 'replyTo', found: command.replyToMessageId }))
  }
  if (command.content.kind === 'reaction' && !isHere(command.target)) {
    reasons.push(refusal('reaction-target-unknown', { field: 'content.messageId', found: command.target ?? 'null' }))
  }
  return reasons
}

function mediaReasons(content: OutboundContent): Refusal[] {
  return filesIn(content)
    .filter(({ state }) => state !== 'stored')
    .map(({ state }) => refusal('media-not-ready', { field: 'content.mediaId', found: state }))
}

/** Asked when it is written and never after: a request that is queued counts already. */
const callReasons = ({ context }: Step, { kind }: OutboundContent, conversation: Conversation | null) =>
  kind === 'call-request' ? requestReasons(conversation?.calls, context.now) : []

const draftOf = ({ messageId, by, content, clientKey, clientFingerprint }: Send) => ({
  ...{ messageId, by, content, clientKey, clientFingerprint },
})

function replyTo(step: Step, { replyToMessageId }: Send): ReplyTo | null {
  const quoted = replyToMessageId === null ? undefined : step.world.messages.get(replyToMessageId)
  return quoted && quoted.wireId !== null ? { wireId: quoted.wireId, messageId: quoted.messageId } : null
}
