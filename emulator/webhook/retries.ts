import { type Clock, days } from '#base/time.ts'
import type { Update } from './update.ts'

export type Waiting = {
  readonly updates: readonly Update[]
  readonly url: string
  readonly body: string
  /** How often it has been sent. */
  readonly attempts: number
  /** When it is sent again, by the emulator's clock. */
  dueAt: number
}

export type Retries = {
  readonly add: (waiting: Waiting) => void
  readonly clockJumped: (byMs: number) => void
  readonly close: () => void
}

/** "With decreasing frequency, up to 7 days" (Cloud API, Webhooks overview, 2025-12). */
export const GIVE_UP_AFTER_MS = days(7)
/** The first repetition is immediate (same page); how the pause grows from then on is not documented. */
const SECOND_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 600_000
/** Never before this many attempts: a clock set forward must not lose what nobody had time to take. */
const ATTEMPTS_BEFORE_GIVING_UP = 6
/** Timers look again at least this often, since the emulator's clock may be moved under them. */
const LONGEST_TIMER_MS = 60_000

/** The pause before the next attempt, after so many failed ones: 0, 1 s, 2 s, 4 s … at most ten minutes. */
export const pauseAfter = (attempts: number): number =>
  attempts <= 1 ? 0 : Math.min(SECOND_PAUSE_MS * 2 ** (attempts - 2), LONGEST_PAUSE_MS)

const isHopeless = ({ updates, attempts }: Waiting, now: number): boolean =>
  attempts >= ATTEMPTS_BEFORE_GIVING_UP && now - Math.min(...updates.map((update) => update.at)) >= GIVE_UP_AFTER_MS

type Parts = {
  readonly clock: Clock
  readonly again: (waiting: Waiting) => void
  readonly giveUp: (updates: readonly Update[]) => void
}

/** Keeps the bodies nobody has taken and sends them again with growing pauses. */
export function makeRetries({ clock, again, giveUp }: Parts): Retries {
  const waiting = new Set<Waiting>()
  let timer: NodeJS.Timeout | undefined
  let timerAt = Number.POSITIVE_INFINITY

  const look = () => {
    timerAt = Number.POSITIVE_INFINITY
    const now = clock.now()
    let next = Number.POSITIVE_INFINITY
    for (const item of waiting) {
      if (item.dueAt > now) next = Math.min(next, item.dueAt)
      else {
        waiting.delete(item)
        if (isHopeless(item, now)) giveUp(item.updates)
        else again(item)
      }
    }
    if (next !== Number.POSITIVE_INFINITY) wakeAt(next)
  }
  const wakeAt = (dueAt: number) => {
    if (dueAt >= timerAt) return
    clearTimeout(timer)
    timerAt = dueAt
    timer = setTimeout(look, Math.min(Math.max(dueAt - clock.now(), 0), LONGEST_TIMER_MS)).unref()
  }
  return {
    add: (item) => {
      item.dueAt = clock.now() + pauseAfter(item.attempts)
      waiting.add(item)
      wakeAt(item.dueAt)
    },
    clockJumped: (byMs) => {
      if (byMs < 0) for (const item of waiting) item.dueAt += byMs
      clearTimeout(timer)
      look()
    },
    close: () => clearTimeout(timer),
  }
}
