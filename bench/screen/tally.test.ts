import { expect, test } from 'vitest'
import { createTally } from './tally.ts'

const welcome = Buffer.from(JSON.stringify({ kind: 'welcome', seq: 4, now: 0 }))
const facts = (first: number, ...wireIds: string[]) =>
  Buffer.from(
    JSON.stringify({
      kind: 'facts',
      facts: wireIds.map((wireId, index) => ({ kind: 'message-received', seq: first + index, message: { wireId } })),
    }),
  )

function twoDesks() {
  const tally = createTally(2)
  for (const desk of [0, 1]) tally.hear(desk, welcome, 0)
  tally.expect('one', 10)
  tally.expect('two', 20)
  return tally
}

test('every desk told once and in order: how long each and the last had to wait', () => {
  const tally = twoDesks()
  tally.hear(0, facts(5, 'one', 'two'), 30)
  expect(tally.isComplete()).toBe(false)
  tally.hear(1, facts(5, 'one'), 31)
  tally.hear(1, facts(6, 'two'), 32)
  expect(tally.isComplete()).toBe(true)
  const told = tally.take()
  expect(told).toMatchObject({ wrong: [], everyMs: [20, 10, 21, 12], lastMs: [21, 12], frames: 5 })
  expect(tally.take()).toMatchObject({ wrong: [], everyMs: [], frames: 0 })
})

test.each([
  ['nothing', [], 'two was told 1 times to 2 desks'],
  ['a fact twice', [facts(5, 'one'), facts(5, 'one'), facts(6, 'two')], 'desk 1 was told fact 5 after 5'],
  ['facts in the wrong order', [facts(6, 'two'), facts(5, 'one')], 'desk 1 was told fact 6 after 4'],
  ['less than the other desk', [facts(5, 'one')], 'desks stand at facts 6, 5'],
  ['the same message in two facts', [facts(5, 'one', 'two', 'one')], 'one was told 3 times to 2 desks'],
])('a desk that is told %s makes the run wrong', (_, frames, said) => {
  const tally = twoDesks()
  tally.hear(0, facts(5, 'one', 'two'), 30)
  for (const frame of frames) tally.hear(1, frame, 31)
  expect(tally.take().wrong).toContain(said)
})
