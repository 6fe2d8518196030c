import { afterEach, beforeEach, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { MessageId } from '#core/account/account.ts'
import { added, given, inbound, needsOf, opened, received, worldOf } from '../ledger.scene.ts'
import { asOwner } from './migrate.ts'
import { partitionsAround } from './partitions.ts'
import { testStore, type TestStore } from './test-store.ts'

let test_: TestStore
beforeEach(async () => {
  test_ = await testStore()
})
afterEach(() => test_.drop())

const partitionOf = async (table: string) =>
  (await asOwner(test_.url, (owner) => owner.query(`select tableoid::regclass::text as name from ${table}`))).rows.map(
    ({ name }) => name,
  )

test('months and days are whole, in UTC, without gaps, over the turn of a year', () => {
  const around = partitionsAround(instant(Date.UTC(2026, 11, 31, 23, 59)))
  for (const parent of ['message', 'fact', 'delivery']) {
    const ranges = around.filter((partition) => partition.parent === parent)
    ranges.slice(1).forEach(({ from }, index) => expect(from).toBe(ranges[index]?.to))
  }
  expect(around.filter(({ parent }) => parent === 'fact').map(({ name }) => name)).toEqual([
    'fact_2026_11',
    'fact_2026_12',
    'fact_2027_01',
    'fact_2027_02',
    'fact_2027_03',
  ])
  expect(around.find(({ name }) => name === 'delivery_2027_01_01')).toMatchObject({ from: '2027-01-01T00:00:00.000Z' })
})

test('rows lie in the month of their id or instant', async () => {
  await given(test_.store.ledger, [added(1), opened(1, 1), received(inbound(1))])
  expect(await partitionOf('message')).toEqual(['message_2026_11'])
  expect(new Set(await partitionOf('fact'))).toEqual(new Set(['fact_2026_11']))
})

test('what a jumping clock put into the default partition moves when its month is made, and stays readable', async () => {
  const at = instant(Date.UTC(2031, 4, 5))
  const messageId = `${at
    .toString(16)
    .padStart(12, '0')
    .replace(/(.{8})/, '$1-')}-7000-8000-000000000001` as MessageId
  const message = inbound(1, { messageId, at })
  await given(test_.store.ledger, [added(1), opened(1, 1), received(message)])
  await test_.store.ledger.deliveries.append([
    { channel: 'whatsapp', appId: 'a', body: Buffer.from('x'), receivedAt: at },
  ])
  expect(await partitionOf('message')).toEqual(['message_default'])
  await Promise.all([test_.store.ensurePartitions(at), test_.store.ensurePartitions(at)])
  expect(await partitionOf('message')).toEqual(['message_2031_05'])
  expect(await partitionOf('delivery')).toEqual(['delivery_2031_05_05'])
  const world = worldOf(await test_.store.ledger.load([needsOf({ messages: [messageId] })]))
  expect([...world.messages.values()]).toEqual([message])
})
