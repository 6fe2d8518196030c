import { refuse } from '../graph/errors.ts'
import type { World } from '../world/world.ts'

/** "80 messages per second" per number by default, "up to 1,000" once upgraded (Cloud API, Throughput, 2025-12). */
const PER_SECOND = { STANDARD: 80, HIGH: 1_000 }
/** "1 message every 6 seconds" to the same user, "up to 45 in 6 seconds" as a burst (Cloud API, Pair rate limits, 2025-11). */
const PAIR_EVERY_MS = 6_000
const PAIR_BURST = 45

export type Limits = {
  /** Takes the right to send one message. Throws 130429 or 131056 and takes nothing. */
  readonly take: (number: string, recipient: string) => void
}

type Bucket = { tokens: number; at: number }

/** Counts what numbers and pairs send, by the emulator's clock. */
export function makeLimits(world: Pick<World, 'clock' | 'faults' | 'numbers'>): Limits {
  const numbers = new Map<string, Bucket>()
  const pairs = new Map<string, Bucket>()
  return {
    take: (number, recipient) => {
      if (!world.faults.get().rates) return
      const now = world.clock.now()
      const perSecond = PER_SECOND[world.numbers.get(number)?.throughput ?? 'STANDARD']
      const own = refilled(numbers, number, now, perSecond, 1000 / perSecond)
      const pair = refilled(pairs, `${number}|${recipient}`, now, PAIR_BURST, PAIR_EVERY_MS)
      if (own.tokens < 1) throw refuse(130429)
      if (pair.tokens < 1) throw refuse(131056)
      own.tokens -= 1
      pair.tokens -= 1
      if (pairs.size > SWEEP_AT) sweep(pairs, now)
    },
  }
}

/** The bucket as it is now: what time has given back is added, up to its size. A clock set back gives nothing. */
function refilled(buckets: Map<string, Bucket>, key: string, now: number, size: number, everyMs: number): Bucket {
  const bucket = buckets.get(key) ?? { tokens: size, at: now }
  bucket.tokens = Math.min(size, bucket.tokens + Math.max(0, now - bucket.at) / everyMs)
  bucket.at = now
  buckets.set(key, bucket)
  return bucket
}

/** Pairs that must be full again are forgotten, so that a campaign does not fill the memory. */
const SWEEP_AT = 100_000

function sweep(pairs: Map<string, Bucket>, now: number): void {
  for (const [key, bucket] of pairs) if (now - bucket.at > PAIR_BURST * PAIR_EVERY_MS) pairs.delete(key)
}
