/** Lets so many pass per second, more urgent ones first; nobody waits while there is room. */
export type Pace = {
  /** Resolves when it is the caller's turn; false when everything waiting was given back. */
  readonly turn: (priority: number) => Promise<boolean>
  readonly setRate: (perSecond: number) => void
  readonly giveBack: () => void
}

/** Below the granted rate, because our seconds are not Meta's. */
const SHARE = 0.95
/** As many may pass at once after a pause as pass in this part of a second. */
const BURST_SECONDS = 0.25

type Waiting = { readonly priority: number; readonly order: number; readonly go: (isTurn: boolean) => void }

export function createPace(perSecond: number, now: () => number = () => performance.now()): Pace {
  let rate = perSecond * SHARE
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
      rate = next * SHARE
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
