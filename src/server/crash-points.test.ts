import { expect, test } from 'vitest'
import type { Ledger } from '#store/ledger.ts'
import { type CRASH_MOMENTS, crashPointOf, withCrashPoint } from './crash-points.ts'
import type { Graph } from './graph.ts'

test('a crash point is a place, a moment and perhaps a count', () => {
  expect(crashPointOf('commit-done:3')).toEqual({ place: 'commit', moment: 'done', count: 3 })
  expect(crashPointOf('send-before')).toEqual({ place: 'send', moment: 'before', count: 1 })
  for (const wrong of ['commit', 'commit-during', 'nowhere-before', 'send-after:0', 'send-after:x', '']) {
    expect(crashPointOf(wrong)).toBeNull()
  }
})

/** What happened, in order, when appends are done one after the other with the point set. */
async function appended(moment: (typeof CRASH_MOMENTS)[number], times: number): Promise<string[]> {
  const seen: string[] = []
  const deliveries = { append: async () => void seen.push('append') }
  const ledger = { commit: async () => void seen.push('commit'), deliveries, effects: {} } as unknown as Ledger
  const parts = { ledger, graph: {} as Graph }
  const point = { place: 'append', moment, count: 2 } as const
  const wrapped = withCrashPoint(parts, point, () => seen.push('end'))
  for (let time = 0; time < times; time++) {
    await wrapped.ledger.deliveries.append([])
    seen.push('heard')
  }
  await wrapped.ledger.commit({} as never)
  await new Promise((resolve) => setImmediate(resolve))
  return seen
}

test('the process ends once, at the visit that was asked for, and nowhere else', async () => {
  expect(await appended('before', 1)).toEqual(['append', 'heard', 'commit'])
  expect(await appended('before', 2)).toEqual(['append', 'heard', 'end', 'append', 'heard', 'commit'])
  expect(await appended('done', 2)).toEqual(['append', 'heard', 'append', 'end', 'heard', 'commit'])
  expect(await appended('after', 2)).toEqual(['append', 'heard', 'append', 'heard', 'commit', 'end'])
})

test('without a point everything is as it was', () => {
  const parts = { ledger: {} as Ledger, graph: {} as Graph }
  expect(withCrashPoint(parts, null)).toBe(parts)
})
