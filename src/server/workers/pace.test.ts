import { expect, test, vi } from 'vitest'
import { createPace, createPairLimit, PAIR_BURST, PAIR_REFILL_MS } from './pace.ts'

/** Everything a line sends in so long, each message checked for `checkMs` between its turn and its leaving. */
async function leftIn(lastsMs: number, rate: number, messages: number, checkMs: (index: number) => number) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  try {
    const pace = createPace(rate)
    const left: { readonly at: number; readonly priority: number }[] = []
    const send = async (index: number) => {
      const priority = index % 10 === 9 ? 0 : 2
      await pace.turn(priority)
      await new Promise((resolve) => setTimeout(resolve, checkMs(index)))
      await pace.depart(priority)
      left.push({ at: performance.now(), priority })
    }
    const startMs = performance.now()
    for (let index = 0; index < messages; index++) void send(index)
    await vi.advanceTimersByTimeAsync(lastsMs)
    return left.map(({ at, priority }) => ({ at: at - startMs, priority }))
  } finally {
    vi.useRealTimers()
  }
}

const mostInASecond = (left: readonly { readonly at: number }[]): number =>
  Math.max(...left.map(({ at }) => left.filter((other) => other.at >= at && other.at < at + 1_000).length))

for (const rate of [20, 80, 1_000]) {
  test(`a line of ${rate} a second reaches its rate, evenly, and never exceeds it`, async () => {
    const left = await leftIn(5_000, rate, rate * 6, () => 60)
    expect(left.length).toBeGreaterThan(4.9 * 0.99 * rate)
    expect(mostInASecond(left)).toBeLessThanOrEqual(rate)
    const tenths = Array.from({ length: 40 }, (_, tenth) =>
      left.filter(({ at }) => at >= 500 + tenth * 100 && at < 600 + tenth * 100),
    )
    expect(Math.max(...tenths.map(({ length }) => length))).toBeLessThanOrEqual(rate * 0.15)
  })
}

test('what was held up is caught up with, and no second exceeds the rate', async () => {
  const left = await leftIn(5_000, 80, 500, (index) => (index % 40 < 20 ? 350 : 20))
  expect(left.length).toBeGreaterThan(0.97 * 4.5 * 80)
  expect(mostInASecond(left)).toBeLessThanOrEqual(80)
})

test('the urgent ones go first, before the check and after it', async () => {
  const left = await leftIn(1_000, 80, 300, () => 10)
  const urgent = left.findLastIndex(({ priority }) => priority === 0)
  expect(left.slice(0, urgent).filter(({ priority }) => priority === 2).length).toBeLessThanOrEqual(80 * 0.4 + 1)
})

test('who has had a turn and will not leave makes room', async () => {
  const pace = createPace(1)
  const turns = Array.from({ length: 6 }, () => pace.turn(2))
  await Promise.all(turns.slice(0, 4))
  pace.forgo()
  pace.forgo()
  await expect(Promise.all(turns)).resolves.toHaveLength(6)
})

test('what waits can be given back', async () => {
  const pace = createPace(1)
  const turns = Array.from({ length: 5 }, () => pace.turn(0))
  pace.giveBack()
  expect(await Promise.all(turns)).toEqual([true, true, true, true, false])
})

test('one person gets a burst, then one message every six seconds', () => {
  let now = 0
  const limit = createPairLimit(() => now)
  for (let sent = 0; sent < PAIR_BURST; sent++) {
    expect(limit.waitMs('line:lucia')).toBe(0)
    limit.count('line:lucia')
  }
  expect(limit.waitMs('line:lucia')).toBe(PAIR_REFILL_MS)
  expect(limit.waitMs('line:otro')).toBe(0)
  now += PAIR_REFILL_MS
  expect(limit.waitMs('line:lucia')).toBe(0)
})
