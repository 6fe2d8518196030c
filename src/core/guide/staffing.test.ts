import { describe, expect, test } from 'vitest'
import { agentsNeeded, erlangC, type Load } from './staffing.ts'

const LOAD: Load = {
  conversationsPerDay: 400,
  openHours: 10,
  minutesEach: 8,
  atOnce: 3,
  answerWithinMinutes: 3,
  share: 0.8,
}

describe('agents for a new channel', () => {
  test('Erlang’s C of 10 erlangs on 12 places is what the tables say', () => {
    expect(erlangC(10, 12)).toBeCloseTo(0.449, 3)
    expect(erlangC(2, 3)).toBeCloseTo(0.4444, 4)
  })
  test.each<readonly [string, Partial<Load>, number]>([
    ['the usual day', {}, 4],
    ['one conversation at a time', { atOnce: 1 }, 10],
    ['ten times as many', { conversationsPerDay: 4_000 }, 28],
    ['nobody writes', { conversationsPerDay: 0 }, 0],
    ['a few a day need one', { conversationsPerDay: 5 }, 1],
  ])('%s', (_name, change, agents) => {
    expect(agentsNeeded({ ...LOAD, ...change })).toBe(agents)
  })
  test('a stricter promise never needs fewer', () => {
    const needed = [15, 5, 3, 1, 0.5].map((answerWithinMinutes) => agentsNeeded({ ...LOAD, answerWithinMinutes }))
    expect(needed).toEqual(needed.toSorted((a, b) => a - b))
  })
})
