import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mixtures } from '#channels/whatsapp/test-mixture.ts'
import { dumpOf } from '#store/postgres/test-dump.ts'
import { type House, openHouse, until } from './test-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** The same bodies on every run. */
const BODIES = fc.sample(mixtures, { numRuns: 60, seed: 20_261_129 })

test('whatever stands at the door in whatever mixture is let in, and afterwards found as a message, a fact, or set aside', async () => {
  for (const { body } of BODIES) expect((await house.knock(JSON.stringify(body))).status).toBe(200)
  const marks = BODIES.flatMap((each) => each.marks)
  // What only the raw delivery holds was dropped.
  const missing = async () => {
    const kept = await dumpOf(house.databaseUrl, (table) => !table.startsWith('delivery'))
    return marks.filter((mark) => !kept.includes(mark))
  }
  await until(async () => ((await missing()).length === 0 ? true : undefined)).catch(() => undefined)
  expect(await missing()).toEqual([])
  const { body } = await house.api<string>('GET', '/metrics')
  expect(body).toMatch(/hilo_set_aside_waiting\{owner="account"\} [1-9]/)
})
