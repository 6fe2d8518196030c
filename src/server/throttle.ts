import type { Clock, Duration } from '#base/time.ts'

/** Counts tries per key; a key with too many within the time is refused until the oldest are forgotten. */
export type Throttle = {
  /** Seconds to wait; 0 when the key may try. */
  readonly waitSeconds: (key: string) => number
  readonly count: (key: string) => void
  readonly forget: (key: string) => void
}

/** Keys held at most: an attacker with many addresses pushes out the oldest, not our memory. */
const MOST_KEYS = 50_000

export function createThrottle(clock: Clock, limit: number, within: Duration): Throttle {
  const triesOf = new Map<string, number[]>()
  const fresh = (key: string): number[] => {
    const since = clock.now() - within
    return (triesOf.get(key) ?? []).filter((at) => at > since)
  }
  return {
    waitSeconds: (key) => {
      const tries = fresh(key)
      const oldest = tries.at(-limit)
      return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + within - clock.now()) / 1000))
    },
    count: (key) => {
      const tries = [...fresh(key), clock.now()].slice(-limit)
      triesOf.delete(key)
      triesOf.set(key, tries)
      if (triesOf.size > MOST_KEYS) triesOf.delete(triesOf.keys().next().value ?? '')
    },
    forget: (key) => void triesOf.delete(key),
  }
}

/** Addresses that one household or attacker holds together: an IPv6 /64, or one IPv4 address. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const before = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
