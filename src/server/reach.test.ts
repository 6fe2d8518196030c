import { expect, test } from 'vitest'
import { hours, type Instant, instant, minutes, plus } from '#base/time.ts'
import type { AccountId, ContactId, LineId } from '#core/account/account.ts'
import type { Fact } from '#core/loop/fact.ts'
import { createReach } from './reach.ts'

const ACME = 'acme' as AccountId
const NOON = instant(Date.UTC(2026, 10, 29, 12))
const [SALES, EAST] = ['sales', 'east'] as LineId[] as [LineId, LineId]
const counted = (contactId: string, at: Instant, lineId?: LineId) =>
  ({ kind: 'outreach-counted', accountId: ACME, contactId, outreach: { at, lineId } }) as unknown as Fact

test('people are counted once, for a day, whoever began with them', async () => {
  const asked: Instant[] = []
  const reach = createReach(
    {
      reachedSince: async (_, since) => {
        asked.push(since)
        return [{ accountId: ACME, contactId: 'elsewhere' as ContactId, lineId: null, at: plus(NOON, hours(-23)) }]
      },
    },
    () => null,
  )
  await reach.look([ACME], NOON)
  reach.noted([counted('lucia', NOON), counted('julian', NOON), counted('lucia', plus(NOON, minutes(5)))])
  expect(reach.count(ACME, SALES, NOON)).toBe(3)
  expect(reach.count(ACME, SALES, plus(NOON, hours(1)))).toBe(2)
  expect(reach.count(ACME, SALES, plus(NOON, hours(24)))).toBe(1)
  expect(reach.count(ACME, SALES, plus(NOON, hours(25)))).toBe(0)
  expect(reach.count('other' as AccountId, SALES, NOON)).toBe(0)
  await reach.look([ACME], NOON)
  expect(asked).toEqual([plus(NOON, hours(-24)), plus(NOON, minutes(-1))])
})

test('each portfolio has its own people; a number of no known one counts with all', async () => {
  let known: Readonly<Record<string, string>> = { sales: 'A' }
  const rows = [
    { accountId: ACME, contactId: 'lucia' as ContactId, lineId: SALES, at: NOON },
    { accountId: ACME, contactId: 'julian' as ContactId, lineId: EAST, at: NOON },
  ]
  const reach = createReach({ reachedSince: async () => rows }, (_, lineId) => known[lineId ?? ''] ?? null)
  await reach.look([ACME], NOON)
  expect([reach.count(ACME, SALES, NOON), reach.count(ACME, EAST, NOON)]).toEqual([2, 2])
  known = { sales: 'A', east: 'B' }
  reach.regroup()
  await reach.look([ACME], NOON)
  expect([reach.count(ACME, SALES, NOON), reach.count(ACME, EAST, NOON)]).toEqual([1, 1])
})
