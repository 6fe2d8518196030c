import { between, type Duration, type Instant, later, plus, toIso } from '#base/time.ts'
import { type Refusal, refusal } from '../refusal/refusal.ts'
import type { Calls } from './calls.ts'
import { CALL_REQUEST_LASTS, CALL_REQUESTS } from './limits.ts'

/** Whether we may call somebody on a line, as they and WhatsApp said last. */
export type CallPermission =
  | { readonly kind: 'none' }
  /** We asked, and they may still answer until then. */
  | { readonly kind: 'asked'; readonly at: Instant; readonly until: Instant }
  /** At the very instant `until` it is over. */
  | { readonly kind: 'granted'; readonly at: Instant; readonly until: Instant }
  | { readonly kind: 'permanent'; readonly at: Instant }
  | { readonly kind: 'expired'; readonly at: Instant }
  | { readonly kind: 'refused'; readonly at: Instant }
  /** They had allowed it and took that back; `automatic`: WhatsApp did, because calls went unanswered. */
  | { readonly kind: 'revoked'; readonly at: Instant; readonly automatic: boolean }

/** What was said last holds; of a yes and a no in one second, the no. A new request is open beside whatever was said before. */
export function callPermissionOf(calls: Calls | undefined, now: Instant): CallPermission {
  const said = saidOf(calls, now)
  if (said.kind === 'granted' || said.kind === 'permanent') return said
  const asked = calls?.asked.findLast(({ isLost }) => !isLost)
  if (asked === undefined || (said.kind !== 'none' && asked.at <= said.at)) return said
  const until = plus(asked.at, CALL_REQUEST_LASTS)
  return until > now ? { kind: 'asked', at: asked.at, until } : said
}

function saidOf(calls: Calls | undefined, now: Instant): Exclude<CallPermission, { kind: 'asked' }> {
  const { yes, no } = calls ?? { yes: null, no: null }
  if (no !== null && (yes === null || no.at >= yes.at)) {
    const held = yes !== null && (yes.until === null || yes.until > no.at)
    return held || no.automatic
      ? { kind: 'revoked', at: no.at, automatic: no.automatic }
      : { kind: 'refused', at: no.at }
  }
  if (yes === null) return { kind: 'none' }
  if (yes.until === null) return { kind: 'permanent', at: yes.at }
  return yes.until > now ? { kind: 'granted', at: yes.at, until: yes.until } : { kind: 'expired', at: yes.until }
}

/** One of Meta's limits on asking. */
export type RequestLimit = {
  readonly within: Duration
  readonly max: number
  readonly used: number
  /** When one more may be asked; null: now. */
  readonly until: Instant | null
}

/** Requests that surely did not arrive are not counted, nor those before we last spoke. In the order of `CALL_REQUESTS`. */
export function requestLimits(calls: Calls | undefined, now: Instant): readonly RequestLimit[] {
  const asked = (calls?.asked ?? []).filter(({ at, isLost }) => !isLost && at > (calls?.spokeAt ?? 0))
  return CALL_REQUESTS.map(({ within, max }) => {
    const counted = asked.filter(({ at }) => between(at, now) < within)
    const oldest = counted.at(-max)
    return { within, max, used: counted.length, until: oldest === undefined ? null : plus(oldest.at, within) }
  })
}

/** Why Meta would refuse to pass on one more request; empty: it would not. */
export function requestReasons(calls: Calls | undefined, now: Instant): readonly Refusal[] {
  if (callPermissionOf(calls, now).kind === 'permanent') return [refusal('calls-allowed')]
  const until = askAgainAt(calls, now)
  return until === null ? [] : [refusal('call-asked-lately', { expected: toIso(until) })]
}

/** When asking is possible again; null: it is now. */
export function askAgainAt(calls: Calls | undefined, now: Instant): Instant | null {
  const ends = requestLimits(calls, now).flatMap(({ until }) => (until === null ? [] : [until]))
  return ends.length === 0 ? null : ends.reduce(later)
}

/** Calls of ours in a row that nobody took; at `UNANSWERED_CALLS_MAX` WhatsApp takes the permission back. */
export const unansweredCalls = (calls: Calls | undefined): number =>
  (calls?.untaken ?? []).filter(({ at }) => at > (calls?.spokeAt ?? 0)).length
