import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import { type AppSync, newSync, type SyncNews, syncAfter, syncState } from './sync.ts'

const at = instant(1_795_000_000_000)
const problem = (code: string) => ({ code, title: 'no', details: null })
const told = (phase: number, progress: number): SyncNews => ({
  kind: 'heard',
  at,
  told: { phase, progress, problem: null },
})
const declined: SyncNews = { kind: 'heard', at, told: { phase: null, progress: null, problem: problem('2593109') } }
const after = (...news: readonly SyncNews[]): AppSync => news.reduce(syncAfter, newSync('history'))

test.each<[string, readonly SyncNews[], ReturnType<typeof syncState>]>([
  ['nothing happened', [], 'waiting'],
  ['it was asked for', [{ kind: 'asked', at }], 'waiting'],
  ['a chunk came', [{ kind: 'asked', at }, told(0, 30)], 'coming'],
  ['the last chunk came', [told(0, 30), told(2, 100)], 'done'],
  ['the last chunk came first', [told(2, 100), told(0, 30)], 'done'],
  ['the company does not share', [{ kind: 'asked', at }, declined], 'declined'],
  ['the day has passed', [{ kind: 'refused', problem: problem('2593108') }], 'refused'],
  ['it was asked for before', [{ kind: 'refused', problem: problem('2593107') }], 'waiting'],
  ['it came although asking was refused', [{ kind: 'refused', problem: problem('1') }, told(0, 30)], 'coming'],
])('when %s', (_, news, state) => {
  expect(syncState(after(...news))).toBe(state)
})

test('the address book is there as soon as some of it came: nobody says when it is whole', () => {
  expect(syncState(syncAfter(newSync('contacts'), { kind: 'heard', at, told: null }))).toBe('done')
})

test('chunks in any order and twice end the same', () => {
  const chunks = [told(0, 30), told(1, 55), told(1, 70), told(2, 100)]
  const whole = after(...chunks)
  const orders = fc.shuffledSubarray([...chunks, ...chunks], { minLength: 8 })
  fc.assert(fc.property(orders, (order) => void expect(after(...order)).toEqual(whole)))
})

test('a portion that says nothing new changes nothing', () => {
  const sync = after(told(1, 70))
  expect(syncAfter(sync, told(0, 30))).toBe(sync)
  expect(syncAfter(sync, { kind: 'heard', at, told: null })).toBe(sync)
})
