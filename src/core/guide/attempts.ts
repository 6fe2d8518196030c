import { type Duration, hours, type Instant, minutes, plus, seconds } from '#base/time.ts'
import type { CodeMethod, GuideEvent } from './guide.ts'

/**
 * How often something may be tried before Meta refuses for hours. The ten registrations are Meta's (Cloud API, Registration,
 * 2025-11; cloud-api §1.1); the limits of codes are published nowhere, so these stay below what is told of (unverified).
 */
export const TRIES = {
  code: { most: 4, within: hours(1), pause: seconds(30) },
  'wrong-code': { most: 4, within: minutes(10), pause: seconds(0) },
  registration: { most: 9, within: hours(72), pause: seconds(3) },
} as const satisfies Record<string, { most: number; within: Duration; pause: Duration }>
/** A code is good for so long [K]. */
export const CODE_LIVES: Duration = minutes(10)

export type Tries = {
  /** Tries left before we stop by ourselves; one more than that is Meta's own last. */
  readonly left: number
  /** When the next may be made; null: now. */
  readonly notBefore: Instant | null
}

/** Whether one more try is wise, from what happened. */
export function triesOf(events: readonly GuideEvent[], what: keyof typeof TRIES, now: Instant): Tries {
  const { most, within, pause } = TRIES[what]
  const counted = whichOf(events, what).filter(({ at }) => now - at < within)
  const first = counted[counted.length - most]
  const last = counted.at(-1)
  const left = Math.max(0, most - counted.length)
  if (first !== undefined) return { left, notBefore: plus(first.at, within) }
  const rested = last === undefined ? now : plus(last.at, pause)
  return { left, notBefore: rested > now ? rested : null }
}

/** Wrong codes count since the code they were meant for. */
function whichOf(events: readonly GuideEvent[], what: keyof typeof TRIES): readonly GuideEvent[] {
  if (what === 'code') return events.filter(({ kind }) => kind === 'code-asked')
  if (what === 'registration') return events.filter(({ kind }) => kind === 'registering')
  const asked = events.findLastIndex(({ kind }) => kind === 'code-asked')
  return events.slice(asked + 1).filter(({ kind }) => kind === 'code-wrong')
}

/** The code that may still be typed: how it was sent and until when it is good; null: ask for one. */
export function codeOnItsWay(
  events: readonly GuideEvent[],
  now: Instant,
): { readonly method: CodeMethod; readonly until: Instant } | null {
  const asked = events.findLast((event) => event.kind === 'code-asked' || event.kind === 'verified')
  if (asked?.kind !== 'code-asked') return null
  const until = plus(asked.at, CODE_LIVES)
  return until > now ? { method: asked.method, until } : null
}
