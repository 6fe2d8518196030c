import { type Duration, type Instant, milliseconds, minutes, plus, seconds } from '#base/time.ts'
import type { WireAnswer } from '#channels/channel.ts'
import type { SendOutcome } from '#core/loop/command.ts'
import type { SendProblem } from '#core/message/status.ts'
import { ruleOf } from '#core/problem/explain.ts'
import type { Pace } from '#core/problem/problem.ts'
import { problemOf } from './errors.ts'
import { type Json, listOf, objectOf, textOf } from './json.ts'
import { phoneOf, userIdOf } from './sender.ts'

/** The n-th repetition waits `first · factor^(n-1)`, at most `most`; the attempt numbered `attempts` is the last. */
type Spacing = {
  readonly first: Duration
  readonly factor: number
  readonly most: Duration
  readonly attempts: number
}

/**
 * How failures that repeating may cure are spaced. `pair`: 4^n seconds (cloud-api §4.1, Meta's throughput page). The
 * others are ours: long enough to let Meta recover, and given up within about one to six hours, when a person decides.
 */
const SPACINGS: Readonly<Record<Pace | 'network', Spacing>> = {
  throughput: { first: seconds(1), factor: 2, most: minutes(1), attempts: 40 },
  pair: { first: seconds(4), factor: 4, most: minutes(60), attempts: 8 },
  account: { first: minutes(2), factor: 2, most: minutes(60), attempts: 8 },
  transient: { first: seconds(5), factor: 3, most: minutes(10), attempts: 10 },
  network: { first: seconds(2), factor: 2, most: minutes(5), attempts: 20 },
}
/** A longer wait than this that an answer asks for is not believed. */
const LONGEST_WAIT = minutes(24 * 60)

/**
 * What an answer to a send means. Repeated only when Meta surely did not take the message; an answer that leaves it open
 * is `unknown`. Total: any status and any body mean something.
 */
export function interpret(answer: WireAnswer, attempt: number, now: Instant): SendOutcome {
  if (answer.kind === 'lost') return { kind: 'unknown' }
  if (answer.kind === 'not-sent') {
    const problem = { code: 'unavailable', title: 'Meta could not be reached', details: answer.reason }
    return repeat('network', problem, attempt, now, null)
  }
  const body = objectOf(answer.body)
  const error = objectOf(body?.['error'])
  const succeeded = answer.status >= 200 && answer.status < 300
  const accepted = succeeded && body !== null ? readAccepted(body) : null
  if (accepted !== null) return accepted
  if (error !== null) return readRefusal(error, answer.status, attempt, now, answer.retryAfterMs)
  return readBare(answer.status, attempt, now, answer.retryAfterMs)
}

/** Accepted means taken by Meta, also when it holds the message back at first (`message_status`, cloud-api §1.2). */
function readAccepted(body: Json): SendOutcome | null {
  const wireId = textOf(objectOf(listOf(body['messages'])[0])?.['id'])
  if (wireId === null) return null
  const contact = objectOf(listOf(body['contacts'])[0])
  const recipient = {
    userId: userIdOf(contact?.['user_id'], contact?.['wa_id']),
    phone: phoneOf(contact?.['wa_id']),
  }
  return { kind: 'accepted', wireId, recipient }
}

/** A Graph error: Meta read the request and did not take it. */
function readRefusal(
  error: Json,
  status: number,
  attempt: number,
  now: Instant,
  retryAfterMs: number | null,
): SendOutcome {
  const problem = problemOf(error)
  const known = ruleOf(problem.code)
  if (known !== null && known.repeat !== null) return repeat(known.repeat, problem, attempt, now, retryAfterMs)
  if (known === null && (error['is_transient'] === true || status === 429)) {
    return repeat('transient', problem, attempt, now, retryAfterMs)
  }
  return { kind: 'refused', problem }
}

/** An answer without a Graph error, from Meta or something between us: only a plain no is one. */
function readBare(status: number, attempt: number, now: Instant, retryAfterMs: number | null): SendOutcome {
  const problem = { code: `http-${status}`, title: `HTTP ${status} without an explanation`, details: null }
  if (status === 429) return repeat('throughput', problem, attempt, now, retryAfterMs)
  // 408: somebody waited for the rest of the request; what came before may have gone through.
  if (status >= 300 && status < 500 && status !== 408) return { kind: 'refused', problem }
  return { kind: 'unknown' }
}

function repeat(
  pace: keyof typeof SPACINGS,
  problem: SendProblem,
  attempt: number,
  now: Instant,
  retryAfterMs: number | null,
): SendOutcome {
  const { first, factor, most, attempts } = SPACINGS[pace]
  if (attempt >= attempts) return { kind: 'refused', problem }
  const spacing = Math.min(first * factor ** Math.max(0, attempt - 1), most)
  const asked = Math.min(retryAfterMs !== null && retryAfterMs > 0 ? retryAfterMs : 0, LONGEST_WAIT)
  return { kind: 'again', notBefore: plus(now, milliseconds(Math.ceil(Math.max(spacing, asked)))), problem }
}
