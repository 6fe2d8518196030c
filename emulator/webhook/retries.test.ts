import { describe, expect, it } from 'vitest'
import { instant } from '#base/time.ts'
import { makeRetries, pauseAfter, type Waiting } from './retries.ts'

const waiting = (at: number, attempts = 6): Waiting => ({
  updates: [{ id: '1', at, url: '', wabaId: '', field: 'messages', key: '', value: {} }],
  url: '',
  body: '',
  attempts,
  dueAt: 0,
})

describe('repetition', () => {
  it('is immediate once, then doubles up to ten minutes', () => {
    expect([1, 2, 3, 4, 30].map(pauseAfter)).toEqual([0, 1_000, 2_000, 4_000, 600_000])
  })
  it('comes at once when the clock is set forward past it', () => {
    let now = 0
    const sent: Waiting[] = []
    const retries = makeRetries({
      clock: { now: () => instant(now) },
      again: (item) => sent.push(item),
      giveUp: () => {},
    })
    retries.add(waiting(0))
    retries.clockJumped(0)
    expect(sent).toHaveLength(0)
    now = 60_000
    retries.clockJumped(60_000)
    expect(sent).toHaveLength(1)
    retries.close()
  })
  it('is tried at least six times, however far the clock is set', () => {
    const sent: Waiting[] = []
    let now = 0
    const retries = makeRetries({
      clock: { now: () => instant(now) },
      again: (item) => sent.push(item),
      giveUp: () => {},
    })
    retries.add(waiting(0, 2))
    now = 30 * 86_400_000
    retries.clockJumped(now)
    expect(sent).toHaveLength(1)
    retries.close()
  })
  it('ends after seven days', () => {
    let now = 0
    let given = 0
    const retries = makeRetries({
      clock: { now: () => instant(now) },
      again: () => {},
      giveUp: (updates) => (given += updates.length),
    })
    retries.add(waiting(0))
    now = 7 * 86_400_000
    retries.clockJumped(now)
    expect(given).toBe(1)
    retries.close()
  })
})
