import type { Author } from '../account/account.ts'
import type { CommandBody } from '../loop/command.ts'
import { answer, type Outcome, refused, type Step } from '../loop/step.ts'
import { refusal } from '../refusal/refusal.ts'
import { progress } from './receive.ts'

type Cancel = Extract<CommandBody, { kind: 'cancel-message' }>

/**
 * Takes a message back that waits in the queue, whatever for. A worker that claims it and somebody who cancels it are
 * decided one after the other: once it is claimed it is `message-not-waiting`, and once it is cancelled the claim finds
 * nothing to send. Cancelling twice is cancelling once.
 */
export function cancelMessage(step: Step, { messageId, by, mayAny }: Cancel): Outcome {
  const message = step.world.messages.get(messageId)
  if (message?.direction !== 'out') return refused(refusal('message-missing', { field: 'id', found: messageId }))
  if (!mayAny && !isSame(message.author, by)) return refused(refusal('not-its-author', { field: 'id' }))
  const { conversationId, status } = message
  if (status === 'cancelled') return answer({ conversationId, messageId, repeated: true })
  if (status !== 'queued')
    return refused(refusal('message-not-waiting', { field: 'id', found: status, expected: 'queued' }))
  const heard = { statusAt: step.context.now, wireId: null, pricing: null, problem: null }
  progress(step, message, { ...heard, status: 'cancelled', by })
  return answer({ conversationId, messageId })
}

const isSame = (one: Author, other: Author): boolean => keyOf(one) === keyOf(other)
const keyOf = (actor: Author): string =>
  `${actor.kind} ${actor.kind === 'agent' ? actor.agentId : actor.kind === 'api' ? actor.apiKeyId : ''}`
