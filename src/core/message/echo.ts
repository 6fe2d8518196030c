import type { Instant } from '#base/time.ts'
import type { ConversationId, MessageId } from '../account/account.ts'
import { identify } from '../contact/identify.ts'
import { partOf } from '../contact/part.ts'
import { threadWith } from '../contact/thread.ts'
import type { CommandBody } from '../loop/command.ts'
import { answer, type Outcome, type Step } from '../loop/step.ts'
import { isOfErased } from '../privacy/erase.ts'
import type { Line } from '../line/line.ts'
import { asItself, isToldOnly } from './as-itself.ts'
import type { OutboundMessage, ReplyTo } from './message.ts'
import { applyParked, fetchMedia, messageOnWire, repeated, touchMessage, touchOf, withMediaId } from './receive.ts'

type Echo = Extract<CommandBody, { kind: 'receive-echo' }>

/**
 * Somebody of ours answered elsewhere: in the app on a telephone, or the platform's assistant. The message has been sent and
 * is never sent by us; a reaction, an edit or a revocation only touches the message it is about. Each counts once, and what
 * was said to somebody erased since is not kept.
 */
export function receiveEcho(step: Step, command: Echo): Outcome {
  const { world } = step
  const { line, wireId, sentAt, by } = command
  const touch = touchOf(command.content, sentAt, 'us')
  if (touch) return touchMessage(step, { kind: 'touch-message', lineId: line.lineId, ...touch })
  const known = messageOnWire(world, line, wireId)
  if (known && !isToldOnly(known, 'out')) return repeated(known)
  if (isOfErased(step, line.channel, command.recipient, sentAt)) return answer({ repeated: true })
  const contact = identify(step, line, command.recipient, false, sentAt)
  const of = partOf(contact, line.channel, command.recipient)
  const quoted = command.replyToWireId
  const said = writtenElsewhere(step, {
    ...{ line, wireId, at: sentAt, author: { kind: by } },
    conversationId: known?.conversationId ?? threadWith(step, contact.contactId, line, of, true),
    content: withMediaId(step, command.content, command.wireMedia),
    replyTo:
      quoted === null ? null : { wireId: quoted, messageId: messageOnWire(world, line, quoted)?.messageId ?? null },
  })
  const message = asItself(said, known)
  const { conversationId, messageId } = message
  step.fact({ kind: 'message-queued', conversationId, message })
  if (message.content === said.content) fetchMedia(step, line, message, command.wireMedia)
  applyParked(step, line.lineId, wireId)
  return answer({ conversationId, messageId, contactId: contact.contactId })
}

type Written = Pick<OutboundMessage, 'author' | 'content' | 'at'> & {
  readonly conversationId: ConversationId
  readonly line: Line
  readonly wireId: string
  readonly at: Instant
  readonly replyTo: ReplyTo | null
}

/** One of ours that has left already, by another way than through us. */
export function writtenElsewhere({ world, context }: Step, { line, ...said }: Written): OutboundMessage {
  const { wireId, at } = said
  return {
    ...said,
    accountId: world.accountId,
    messageId: context.ids.next(context.now) as MessageId,
    lineId: line.lineId,
    direction: 'out',
    reactions: [],
    editedAt: null,
    revokedAt: null,
    status: 'sent',
    times: { sent: at },
    problem: null,
    pricing: null,
    clientKey: `echo:${line.lineId}:${wireId}`,
    clientFingerprint: wireId,
    attempts: 1,
    supersededBy: null,
  }
}
