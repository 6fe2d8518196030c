import { type Duration, type Instant, plus } from '#base/time.ts'
import type { MessageId } from '../account/account.ts'
import type { FactBody } from '../loop/fact.ts'
import type { Call, Content } from '../message/content.ts'
import type { Message } from '../message/message.ts'
import type { MessageStatus } from '../message/status.ts'
import type { Calls } from './calls.ts'
import { CALL_REQUESTS, UNANSWERED_CALLS_MAX } from './limits.ts'

const NO_CALLS: Calls = { yes: null, no: null, asked: [], untaken: [], spokeAt: null }

/**
 * What is known of calls after a fact; the very same object when it tells nothing new. Answers and calls may come in any
 * order and any number of times and end in the same state.
 */
export function callsAfter(known: Calls | undefined, fact: FactBody): Calls | undefined {
  switch (fact.kind) {
    case 'message-queued':
      return fact.message.content.kind === 'call-request' ? withRequest(known ?? NO_CALLS, fact.message) : known
    case 'message-progressed':
      return known && withProgress(known, fact.messageId, fact.after)
    case 'message-received':
      return afterSaid(known, fact.message.messageId, fact.message.content, fact.message.at)
    case 'message-edited':
      return afterSaid(known, fact.messageId, fact.content, fact.editedAt)
    default:
      return known
  }
}

function withRequest(calls: Calls, { messageId, at }: Message): Calls {
  const since = plus(at, -LONGEST as Duration)
  const asked = [...calls.asked.filter((other) => other.at > since), { messageId, at, isLost: false }]
  return { ...calls, asked }
}
const LONGEST = Math.max(...CALL_REQUESTS.map(({ within }) => within))

function withProgress(calls: Calls, messageId: MessageId, status: MessageStatus): Calls {
  const isLost = status === 'failed' || status === 'refused' || status === 'cancelled'
  if (!calls.asked.some((one) => one.messageId === messageId && one.isLost !== isLost)) return calls
  return { ...calls, asked: calls.asked.map((one) => (one.messageId === messageId ? { ...one, isLost } : one)) }
}

function afterSaid(known: Calls | undefined, messageId: MessageId, content: Content, at: Instant): Calls | undefined {
  if (content.kind === 'call') return afterCall(known, messageId, content, at)
  if (content.kind !== 'call-answer') return known
  const calls = known ?? NO_CALLS
  const { allowed, until, automatic } = content
  if (!allowed) {
    const isNews = calls.no === null || at > calls.no.at || (at === calls.no.at && calls.no.automatic && !automatic)
    return isNews ? { ...calls, no: { at, automatic } } : calls
  }
  const isNews = calls.yes === null || at > calls.yes.at || (at === calls.yes.at && isLonger(until, calls.yes.until))
  return isNews ? { ...calls, yes: { at, until } } : calls
}

/** Of two in one second the one that holds for longer; null: for good. */
const isLonger = (until: Instant | null, known: Instant | null): boolean =>
  known !== null && (until === null || until > known)

function afterCall(known: Calls | undefined, messageId: MessageId, call: Call, at: Instant): Calls | undefined {
  const calls = known ?? NO_CALLS
  if (call.state === 'ended') return calls.spokeAt !== null && calls.spokeAt >= at ? calls : { ...calls, spokeAt: at }
  const isUntaken = call.by === 'us' && (call.state === 'missed' || call.state === 'rejected')
  const earlier = calls.untaken.find((other) => other.messageId === messageId)
  if (!isUntaken || (earlier && earlier.at >= at)) return known
  const untaken = [...calls.untaken.filter((other) => other !== earlier), { messageId, at }]
  return { ...calls, untaken: untaken.toSorted((a, b) => a.at - b.at).slice(-UNANSWERED_CALLS_MAX) }
}
