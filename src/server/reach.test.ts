import { expect, test } from 'vitest'
import { hours, type Instant, instant, minutes, plus } from '#base/time.ts'
import type { AccountId, ContactId } from '#core/account/account.ts'
import type { Fact } from '#core/loop/fact.ts'
import { createReach } from './reach.ts'

const ACME = 'acme' as AccountId
const NOON = instant(Date.UTC(2026, 10, 29, 12))
const counted = (contactId: string, at: Instant) =>
  ({ kind: 'outreach-counted', accountId: ACME, contactId, outreach: { at } }) as unknown as Fact

test('people are counted once, for a day, whoever began with them', async () => {
  const asked: Instant[] = []
  const reach = createReach({
    reachedSince: async (_, since) => {
      asked.push(since)
      return [{ accountId: ACME, contactId: 'elsewhere' as ContactId, at: plus(NOON, hours(-23)) }]
    },
  })
  await reach.look([ACME], NOON)
  reach.noted([counted('lucia', NOON), counted('julian', NOON), counted('lucia', plus(NOON, minutes(5)))])
  expect(reach.count(ACME, NOON)).toBe(3)
  expect(reach.count(ACME, plus(NOON, hours(1)))).toBe(2)
  expect(reach.count(ACME, plus(NOON, hours(24)))).toBe(1)
  expect(reach.count(ACME, plus(NOON, hours(25)))).toBe(0)
  expect(reach.count('other' as AccountId, NOON)).toBe(0)
  await reach.look([ACME], NOON)
  expect(asked).toEqual([plus(NOON, hours(-24)), plus(NOON, minutes(-1))])
})
