/** Lets so many pass per second, more urgent ones first; nobody waits while there is room. */
export type Pace = {
  /** Resolves when it is the caller's turn; false when everything waiting was given back. */
  readonly turn: (priority: number) => Promise<boolean>
  readonly setRate: (perSecond: number) => void
  readonly giveBack: () => void
}

/** As many may pass at once after a pause as pass in this part of a second. */
const BURST_SECONDS = 0.1

type Waiting = { readonly priority: number; readonly order: number; readonly go: (isTurn: boolean) => void }

export function createPace(perSecond: number, now: () => number = () => performance.now()): Pace {
  let rate = perSecond
  let tokens = burstOf(rate)
  let countedAt = now()
  let order = 0
  let timer: NodeJS.Timeout | null = null
  const waiting: Waiting[] = []

  function refill(): void {
    const at = now()
    tokens = Math.min(burstOf(rate), tokens + ((at - countedAt) / 1000) * rate)
    countedAt = at
  }

  function letPass(): void {
    timer = null
    refill()
    while (tokens >= 1 && waiting.length > 0) {
      tokens -= 1
      waiting.shift()?.go(true)
    }
    if (waiting.length > 0) timer = setTimeout(letPass, Math.max(1, Math.ceil(((1 - tokens) / rate) * 1000)))
  }

  return {
    setRate: (next) => {
      refill()
      rate = next
    },
    turn: (priority) => {
      refill()
      if (waiting.length === 0 && tokens >= 1) {
        tokens -= 1
        return Promise.resolve(true)
      }
      return new Promise((go) => {
        const entry = { priority, order: order++, go }
        const at = waiting.findIndex((other) => other.priority > priority)
        if (at < 0) waiting.push(entry)
        else waiting.splice(at, 0, entry)
        timer ??= setTimeout(letPass, 1)
      })
    },
    giveBack: () => {
      if (timer) clearTimeout(timer)
      timer = null
      for (const { go } of waiting.splice(0)) go(false)
    },
  }
}

const burstOf = (rate: number): number => Math.max(1, rate * BURST_SECONDS)

/**
 * The last gate before the request, after everything that takes time: never more than the rate in any second, however the
 * ones before were held up and came in a bunch.
 */
export type Gate = {
  /** Resolves when the next request may leave; first come, first served. */
  readonly pass: () => Promise<void>
  readonly setRate: (perSecond: number) => void
}

/** A little more than a second, because our seconds are not Meta's and requests travel unevenly. */
const GATE_WINDOW_MS = 1_030

export function createGate(perSecond: number, now: () => number = () => performance.now()): Gate {
  let rate = perSecond
  /** When the latest ones leave, or left; as many as may leave in one window. */
  const departures: number[] = []
  return {
    setRate: (next) => {
      rate = next
    },
    pass: async () => {
      const at = now()
      const oldest = departures.at(-Math.max(1, Math.floor(rate)))
      const departure = oldest === undefined ? at : Math.max(at, oldest + GATE_WINDOW_MS)
      departures.push(departure)
      if (departures.length > 2 * rate) departures.splice(0, departures.length - Math.ceil(rate))
      if (departure > at) await new Promise((resolve) => setTimeout(resolve, departure - at))
    },
  }
}

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
