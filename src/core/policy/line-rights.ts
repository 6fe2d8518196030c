import type { Instant } from '#base/time.ts'
import type { Line } from '../line/line.ts'
import type { Aspect, Standing } from '../notice/notice.ts'
import { type Refusal, refusal } from '../refusal/refusal.ts'

/** What the state of a line and the platform's word on it leave possible. `isFirst`: the message would begin a conversation. */
export function lineReasons(
  line: Line | null,
  standing: readonly Standing[],
  isFirst: boolean,
  now: Instant,
): Refusal[] {
  if (line === null) return [refusal('line-missing')]
  const reasons: Refusal[] = []
  if (line.state.kind === 'disconnected') reasons.push(refusal('line-disconnected', { found: line.state.reason }))
  if (line.pausedAt !== null) reasons.push(refusal('line-paused'))
  const access = inForce(standing, 'access', now)
  if (access !== null && BANNED.has(access)) reasons.push(refusal('line-banned', { found: access }))
  if (access === RESTRICTED.all || access === (isFirst ? RESTRICTED.first : RESTRICTED.answers)) {
    reasons.push(refusal('line-restricted', { found: access }))
  }
  return reasons
}

/** Values of the aspect `access` after which nothing leaves. */
const BANNED: ReadonlySet<string> = new Set(['DISABLED', 'DELETED'])
/** Meta's names of what it restricts (cloud-api §2.5), and one of ours for both at once. */
export const RESTRICTED = {
  first: 'RESTRICTED_BIZ_INITIATED_MESSAGING',
  answers: 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING',
  all: 'RESTRICTED_MESSAGING',
} as const

/** How many people may be written to first in 24 hours; null: as many as one likes, or nobody has told us. */
export function mostReached(standing: readonly Standing[], now: Instant): number | null {
  const limit = inForce(standing, 'limit', now)
  const match = limit === null ? null : /^TIER_(\d+)(K?)$/.exec(limit)
  return match ? Number(match[1]) * (match[2] === 'K' ? 1_000 : 1) : null
}

function inForce(standing: readonly Standing[], aspect: Aspect, now: Instant): string | null {
  const found = standing.find((one) => one.aspect === aspect)
  return found === undefined || (found.until !== null && found.until <= now) ? null : found.value
}
