import { expect, test } from 'vitest'
import { createLanes } from './lanes.ts'

test('one lane runs one at a time in the order of rank; lanes do not wait for each other', async () => {
  const log: string[] = []
  const gates = new Map<string, () => void>()
  const lanes = createLanes<string, string>({
    rank: (work) => work,
    mayRun: async () => undefined,
    run: async (work) => {
      log.push(`begin ${work}`)
      await new Promise<void>((open) => gates.set(work, open))
      log.push(`end ${work}`)
      if (work === 'a2') throw new Error('broken')
      return work.toUpperCase()
    },
  })
  const all = ['a1', 'a3', 'a2', 'b1'].map((work) =>
    lanes.add(work[0] ?? '', work).catch((error: Error) => error.message),
  )
  for (const work of ['a1', 'a2', 'a3', 'b1']) {
    await new Promise((resolve) => setTimeout(resolve, 2))
    gates.get(work)?.()
  }
  expect(await Promise.all(all)).toEqual(['A1', 'A3', 'broken', 'B1'])
  const ofA = log.filter((line) => line.includes('a'))
  expect(ofA).toEqual(['begin a1', 'end a1', 'begin a2', 'end a2', 'begin a3', 'end a3'])
  expect(log.indexOf('begin b1')).toBeLessThan(log.indexOf('end a1'))
})
