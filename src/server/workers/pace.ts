import { createQueue } from './queue.ts'

/**
 * The rate of one line, kept at two places: before the last check, so that not more messages are checked than can leave
 * soon; and before the request, after everything that takes time, so that requests leave evenly. Urgent ones go first at
 * both.
 */
export type Pace = {
  /** Resolves when the message may be checked; false when everything waiting was given back. Then `depart` or `forgo`. */
  readonly turn: (priority: number) => Promise<boolean>
  /** Resolves when the request may leave. */
  readonly depart: (priority: number) => Promise<void>
  /** The message whose turn it was will not leave. */
  readonly forgo: () => void
  readonly setRate: (perSecond: number) => void
  readonly giveBack: () => void
}

/** A little less than granted, because our seconds are not Meta's. */
const SHARE = 0.996
/** So much of a second's messages may have had their turn and not have left: covers the check, is over soon in a pause. */
const AHEAD_SECONDS = 0.4
const LEAST_AHEAD = 4
/** So much of what was held up is caught up with, at double speed; no second exceeds the rate for it. */
const CATCH_UP_MS = 150
const SLACK_MS = 4

export function createPace(perSecond: number, now: () => number = () => performance.now()): Pace {
  let rate = perSecond
  let ahead = 0
  let timer: NodeJS.Timeout | null = null
  const turns = createQueue<boolean>()
  const exits = createQueue<void>()
  /** When the next may leave at an even pace, and at the earliest while catching up. */
  let nextAt = Number.NEGATIVE_INFINITY
  let soonestAt = Number.NEGATIVE_INFINITY
  /** When the latest ones left, as many as may leave in one second; the oldest is at `oldest`. */
  let departures = new Float64Array(sizeOf(rate)).fill(Number.NEGATIVE_INFINITY)
  let oldest = 0

  function readyAt(): number {
    return Math.max(nextAt, soonestAt, (departures[oldest] ?? 0) + 1000 / SHARE)
  }

  function note(at: number): void {
    const everyMs = 1000 / (rate * SHARE)
    nextAt = Math.max(nextAt, at - CATCH_UP_MS) + everyMs
    soonestAt = Math.max(soonestAt, at - SLACK_MS) + everyMs / 2
    departures[oldest] = at
    oldest = (oldest + 1) % departures.length
  }

  function letTurn(): void {
    const most = Math.max(LEAST_AHEAD, rate * AHEAD_SECONDS)
    while (ahead < most && turns.size() > 0) {
      ahead += 1
      turns.next()?.(true)
    }
  }

  function letLeave(): void {
    timer = null
    for (let at = now(); exits.size() > 0 && readyAt() <= at; at = now()) {
      note(at)
      ahead -= 1
      exits.next()?.()
    }
    letTurn()
    if (exits.size() > 0) timer = setTimeout(letLeave, Math.max(1, readyAt() - now()))
  }

  return {
    setRate: (next) => {
      if (next === rate) return
      rate = next
      departures = new Float64Array(sizeOf(rate)).fill(now())
      oldest = 0
    },
    turn: (priority) => {
      // Nobody wanted to leave: that is no reason to hurry now.
      if (ahead === 0 && turns.size() === 0) nextAt = Math.max(nextAt, now())
      const turn = turns.wait(priority)
      letTurn()
      return turn
    },
    depart: (priority) => {
      const exit = exits.wait(priority)
      if (timer === null) letLeave()
      return exit
    },
    forgo: () => {
      ahead -= 1
      letTurn()
    },
    giveBack: () => {
      for (let go = turns.next(); go; go = turns.next()) go(false)
    },
  }
}

const sizeOf = (rate: number): number => Math.max(1, Math.floor(rate))

/** One message per 6 s to the same person, bursts of 45 borrowed from the future (cloud-api §4.1). */
export const PAIR_BURST = 45
export const PAIR_REFILL_MS = 6_000
/** Pairs remembered at most; one that is not has its whole burst, so only quiet ones are forgotten. */
const MOST_PAIRS = 100_000

/** How long a message to one person on one line has to wait. */
export type PairLimit = {
  /** Milliseconds until the next message may go; 0: now. */
  readonly waitMs: (pair: string) => number
  readonly count: (pair: string) => void
}

export function createPairLimit(now: () => number = () => performance.now()): PairLimit {
  const pairs = new Map<string, { tokens: number; at: number }>()
  const current = (pair: string) => {
    const known = pairs.get(pair)
    const at = now()
    if (!known) return { tokens: PAIR_BURST, at }
    return { tokens: Math.min(PAIR_BURST, known.tokens + (at - known.at) / PAIR_REFILL_MS), at }
  }
  return {
    waitMs: (pair) => {
      const { tokens } = current(pair)
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) * PAIR_REFILL_MS)
    },
    count: (pair) => {
      const { tokens, at } = current(pair)
      pairs.delete(pair)
      pairs.set(pair, { tokens: tokens - 1, at })
      if (pairs.size > MOST_PAIRS) pairs.delete(pairs.keys().next().value ?? '')
    },
  }
}
