import type { MessageId } from '../account/account.ts'
import { identify } from '../contact/identify.ts'
import type { CommandBody } from '../loop/command.ts'
import { answer, type Outcome, type Step } from '../loop/step.ts'
import { isOfErased } from '../privacy/erase.ts'
import type { OutboundMessage } from './message.ts'
import {
  applyParked,
  conversationWith,
  fetchMedia,
  messageOnWire,
  repeated,
  touchMessage,
  touchOf,
  withMediaId,
} from './receive.ts'

type Echo = Extract<CommandBody, { kind: 'receive-echo' }>

/**
 * Somebody of ours answered elsewhere: in the app on a telephone, or the platform's assistant. The message has been sent and
 * is never sent by us; a reaction, an edit or a revocation only touches the message it is about. Each counts once, and what
 * was said to somebody erased since is not kept.
 */
export function receiveEcho(step: Step, command: Echo): Outcome {
  const { world, context } = step
  const { line, wireId, sentAt } = command
  const touch = touchOf(command.content, sentAt, 'us')
  if (touch) return touchMessage(step, { kind: 'touch-message', lineId: line.lineId, ...touch })
  const known = messageOnWire(world, line, wireId)
  if (known) return repeated(known)
  if (isOfErased(step, line.channel, command.recipient, sentAt)) return answer({ repeated: true })
  const contact = identify(step, line.channel, command.recipient, false, sentAt)
  const conversationId = conversationWith(step, contact.contactId, line)
  const quoted = command.replyToWireId
  const message: OutboundMessage = {
    accountId: world.accountId,
    messageId: context.ids.next(context.now) as MessageId,
    conversationId,
    lineId: line.lineId,
    direction: 'out',
    author: { kind: command.by },
    content: withMediaId(step, command.content, command.wireMedia),
    at: sentAt,
    replyTo:
      quoted === null ? null : { wireId: quoted, messageId: messageOnWire(world, line, quoted)?.messageId ?? null },
    reactions: [],
    editedAt: null,
    revokedAt: null,
    wireId,
    status: 'sent',
    times: { sent: sentAt },
    problem: null,
    pricing: null,
    clientKey: `echo:${line.lineId}:${wireId}`,
    clientFingerprint: wireId,
    attempts: 1,
    supersededBy: null,
  }
  step.fact({ kind: 'message-queued', conversationId, message })
  fetchMedia(step, line, message, command.wireMedia)
  applyParked(step, line.lineId, wireId)
  return answer({ conversationId, messageId: message.messageId, contactId: contact.contactId })
}
