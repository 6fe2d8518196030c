import { afterAll, beforeAll, expect, test } from 'vitest'
import { FAULTS } from '../crash/faults/all.ts'
import { type House, openHouse } from '../crash/house.ts'
import { play } from '../crash/play.ts'

/** Once each, the most telling first; slow machines get as far as they can. `npm run crash` plays all of them, often. */
const KINDS = [
  'kill-point',
  'kill-postmaster',
  'cut-at-commit',
  'kill-one-of-two',
  'kill-server',
  'terminate',
  'kill-all',
  'database-away',
  'kill-backend',
  'kill-emulator',
]
const WITHIN_MS = 20_000

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('no fault loses what was acknowledged, sends twice, or leaves the feed with a gap', async () => {
  const startedMs = Date.now()
  for (const [seed, kind] of KINDS.entries()) {
    if (Date.now() - startedMs > WITHIN_MS) break
    const faults = FAULTS.filter((fault) => fault.kind === kind)
    const [round] = await play(house, { rounds: 1, seed, faults, isLong: false, from: null }, console.log)
    expect(round, kind).toMatchObject({ kind, wrongs: [], kept: round?.acknowledged, sends: round?.distinctKeys })
    expect(round?.acknowledged).toBeGreaterThan(20)
    expect(round?.sends).toBeGreaterThan(0)
  }
}, 240_000)
