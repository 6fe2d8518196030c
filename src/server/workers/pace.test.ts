import { expect, test, vi } from 'vitest'
import { createGate, createPace, createPairLimit, PAIR_BURST, PAIR_REFILL_MS } from './pace.ts'

test('a line passes its rate and no more, the urgent ones first', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  try {
    const pace = createPace(80)
    const passed: number[] = []
    for (let index = 0; index < 200; index++) {
      const priority = index < 150 ? 2 : 0
      void pace.turn(priority).then(() => passed.push(priority))
    }
    await vi.advanceTimersByTimeAsync(1)
    const burst = passed.length
    expect(burst).toBeLessThanOrEqual(20)
    await vi.advanceTimersByTimeAsync(500)
    expect(passed.slice(burst, burst + 30).every((priority) => priority === 0)).toBe(true)
    await vi.advanceTimersByTimeAsync(500)
    expect(passed.length).toBeGreaterThan(80)
    expect(passed.length).toBeLessThanOrEqual(burst + 80)
  } finally {
    vi.useRealTimers()
  }
})

test('what waits can be given back', async () => {
  const pace = createPace(1)
  expect(await pace.turn(0)).toBe(true)
  const waiting = pace.turn(0)
  pace.giveBack()
  expect(await waiting).toBe(false)
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

test('no second sees more than the rate, though everything comes in bunches', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  try {
    const gate = createGate(80)
    const left: number[] = []
    for (let bunch = 0; bunch < 5; bunch++) {
      for (let index = 0; index < 70; index++) void gate.pass().then(() => left.push(performance.now()))
      await vi.advanceTimersByTimeAsync(300)
    }
    await vi.advanceTimersByTimeAsync(6_000)
    expect(left).toHaveLength(350)
    for (const [index, at] of left.entries())
      expect((left[index + 80] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThan(1_000)
  } finally {
    vi.useRealTimers()
  }
})
