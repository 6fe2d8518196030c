import { type Duration, type Instant, minutes, plus } from '#base/time.ts'
import type { ConversationId } from '../account/account.ts'
import type { Line } from '../line/line.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { Step } from '../loop/step.ts'
import type { InboundMessage } from '../message/message.ts'
import { sayByOurselves } from '../message/queue.ts'
import { isTurn } from '../message/reduce.ts'
import { awayContent, languageIn, languageOfContact } from './away.ts'
import { type Period, periodAt } from './period.ts'

/** Somebody who answered this lately, here or in the app, is still there, whatever the hours say. */
export const STILL_THERE: Duration = minutes(30)

/**
 * Somebody wrote: while it is closed they are told so, once in the time it is closed. Only what was written in that time
 * counts: not what comes late, what the platform reports, or what is said in a group or to another. Who may not be told is
 * for `maySend` to say.
 */
export function sayAway(step: Step, line: Line, conversationId: ConversationId, message: InboundMessage): void {
  const { world, context } = step
  const rights = context.rightsOf(world.accountId)
  const kept = rights.hoursOf(line.lineId)
  if (kept?.away == null || !isTurn(message) || message.circumstances?.group !== undefined) return
  const period = periodAt(kept.hours, context.now)
  const conversation = world.conversations.get(conversationId)
  const contact = conversation && world.contacts.get(conversation.contactId)
  if (!contact || !isDue(conversation, period, message.at, context.now)) return
  const language = { person: languageOfContact(contact), company: languageIn(rights.policy.country) ?? 'es' }
  const content = awayContent(kept.away, kept.hours, language, context.now)
  if (content === null) return
  sayByOurselves(step, line, conversationId, content, `away:${conversationId}:${message.wireId}`, 'away')
}

function isDue(conversation: Conversation, { isOpen, from }: Period, wroteAt: Instant, now: Instant): boolean {
  if (isOpen) return false
  const { awayAt, lastAnswer } = conversation
  if (from !== null && wroteAt < from) return false
  if (awayAt !== undefined && (from === null || awayAt >= from)) return false
  const isPerson = lastAnswer?.author.kind === 'agent' || lastAnswer?.author.kind === 'app'
  return !isPerson || lastAnswer.at === undefined || plus(lastAnswer.at, STILL_THERE) <= now
}
