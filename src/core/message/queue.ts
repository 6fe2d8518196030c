import type { Actor, ConversationId, LineId, MessageId } from '../account/account.ts'
import type { Contact } from '../contact/contact.ts'
import type { Line } from '../line/line.ts'
import type { Step } from '../loop/step.ts'
import type { Verdict } from '../policy/may-send.ts'
import type { OutboundContent } from './content.ts'
import type { HouseRule } from './house-rule.ts'
import type { OutboundMessage, ReplyTo } from './message.ts'
import { judged } from './right.ts'

/** What is to be said, before it has come any way at all. */
type Draft = {
  readonly messageId: MessageId
  readonly conversationId: ConversationId
  readonly lineId: LineId
  readonly by: Actor
  readonly content: OutboundContent
  readonly replyTo: ReplyTo | null
  readonly clientKey: string
  readonly clientFingerprint: string
  /** Why it may leave, or when. */
  readonly right: Verdict
  readonly rule?: HouseRule
}

export function outboundMessage({ world, context }: Step, { by, ...draft }: Draft): OutboundMessage {
  return {
    ...draft,
    accountId: world.accountId,
    direction: 'out',
    author: by,
    at: context.now,
    reactions: [],
    editedAt: null,
    revokedAt: null,
    wireId: null,
    status: 'queued',
    times: { queued: context.now },
    problem: null,
    pricing: null,
    attempts: 0,
    supersededBy: null,
  }
}

/** It waits to be sent, from now on or from when it may leave. Whoever answers a conversation of nobody has it. */
export function queue(step: Step, message: OutboundMessage, contact: Contact, priority: 0 | 1 | 2): void {
  const { conversationId, messageId, lineId, author } = message
  if (message.content.kind !== 'reaction') reopen(step, conversationId)
  step.fact({ kind: 'message-queued', conversationId, message })
  const conversation = step.world.conversations.get(conversationId)
  if (author.kind === 'agent' && conversation?.assigneeId === null) {
    step.fact({ kind: 'conversation-assigned', conversationId, assigneeId: author.agentId, by: author })
  }
  const dueAt = message.right?.kind === 'deferred' ? message.right.until : step.context.now
  step.effect({ kind: 'deliver', messageId, lineId, contactId: contact.contactId, priority }, dueAt)
}

/** Something short that nobody wrote, where it may be sent; `clientKey` makes it one, however often it comes to this. */
export function sayByOurselves(
  step: Step,
  line: Line,
  conversationId: ConversationId,
  content: OutboundContent,
  clientKey: string,
  rule?: HouseRule,
): void {
  const { world, context } = step
  const conversation = world.conversations.get(conversationId)
  const contact = conversation && world.contacts.get(conversation.contactId)
  if (!conversation || !contact) return
  const by: Actor = { kind: 'system' }
  const right = judged(step, { line, contact, conversation, content, template: null, by, rule })
  if (right.kind !== 'allowed') return
  const messageId = context.ids.next(context.now) as MessageId
  const { lineId } = line
  const draft = {
    messageId,
    conversationId,
    lineId,
    by,
    content,
    replyTo: null,
    clientKey,
    clientFingerprint: clientKey,
    right,
    ...(rule && { rule }),
  }
  queue(step, outboundMessage(step, draft), contact, 0)
}

/** What another goes on from stays resolved. */
export function reopen(step: Step, conversationId: ConversationId): void {
  const conversation = step.world.conversations.get(conversationId)
  if (conversation?.state === 'resolved' && conversation.continuedBy === undefined)
    step.fact({ kind: 'conversation-reopened', conversationId })
}
