import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Committed } from '#app/loop.ts'
import { createSearchIndexer } from './search-index.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** `waiting` contacts, a lag of deliveries, and at which times somebody was filled in. */
function house(given: { waiting: number; lagMs?: number }) {
  const state = { lagMs: 0, isAway: false, ...given }
  const filledAt: number[] = []
  let looks = 0
  let tell: (committed: Committed) => void = () => undefined
  const startedAt = Date.now()
  const indexer = createSearchIndexer({
    searchIndex: {
      fill: async (most) => {
        looks++
        if (state.isAway) throw new Error('away')
        const filled = Math.min(most, state.waiting)
        state.waiting -= filled
        if (filled > 0) filledAt.push(Date.now() - startedAt)
        return filled
      },
    },
    loop: { onCommit: (listener) => (tell = listener) },
    health: async () => ({ isReady: true, problem: null, effectsDue: 0, lagMs: state.lagMs }),
    log: { warn: () => undefined } as never,
  })
  indexer.start()
  const commit = (kind: string) => tell({ facts: [{ kind }], effects: [] } as never)
  return { indexer, state, filledAt, commit, looks: () => looks }
}

test('five hundred a second at most', async () => {
  const { state, indexer } = house({ waiting: 100_000 })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(100_000 - state.waiting).toBeGreaterThan(4_500)
  expect(100_000 - state.waiting).toBeLessThanOrEqual(5_000)
  await indexer.stop()
})

test('who is added is filled in well within a second, and otherwise there is a look now and then', async () => {
  const { state, commit, filledAt, looks, indexer } = house({ waiting: 0 })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(looks()).toBeLessThan(15)
  state.waiting = 1
  commit('contact-added')
  commit('contact-added')
  await vi.advanceTimersByTimeAsync(500)
  expect(filledAt).toHaveLength(1)
  state.waiting = 1
  commit('message-received')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(filledAt).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(filledAt).toHaveLength(2)
  await indexer.stop()
})

test('deliveries that lag come first', async () => {
  const { state, filledAt, commit, indexer } = house({ waiting: 10, lagMs: 1_001 })
  commit('contact-added')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(filledAt).toEqual([])
  state.lagMs = 1_000
  await vi.advanceTimersByTimeAsync(1_000)
  expect(filledAt).toHaveLength(1)
  await indexer.stop()
})

test('a database that is away is asked again, until the end', async () => {
  const { state, filledAt, looks, indexer } = house({ waiting: 10 })
  state.isAway = true
  await vi.advanceTimersByTimeAsync(10_000)
  state.isAway = false
  await vi.advanceTimersByTimeAsync(5_000)
  expect(filledAt).toHaveLength(1)
  await indexer.stop()
  const before = looks()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(looks()).toBe(before)
})
