import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant, milliseconds, plus, seconds } from '#base/time.ts'
import { type FreshDatabase, freshDatabase } from '#tools/test-database.ts'
import { openStore, type Store } from './open.ts'

const NOW = instant(Date.UTC(2026, 10, 22, 12))
let database: FreshDatabase
let store: Store
beforeAll(async () => {
  database = await freshDatabase()
  store = openStore({ databaseUrl: database.url })
  await store.migrate()
})
afterAll(async () => {
  await store.close()
  await database.drop()
})

test('a delivery that nobody has read is counted by its age, until it is read', async () => {
  const { deliveries } = store.ledger
  const lease = await deliveries.lease('whatsapp', 'reader', NOW, plus(NOW, seconds(30)))
  if (!lease) throw new Error('The lease is free')
  expect((await store.health(NOW)).lagMs).toBe(0)
  await deliveries.append([{ channel: 'whatsapp', appId: 'app', body: Buffer.from('{}'), receivedAt: NOW }])
  expect((await store.health(plus(NOW, milliseconds(1_500)))).lagMs).toBe(1_500)
  const [delivery] = await deliveries.read(lease, null, 10)
  if (!delivery) throw new Error('The delivery is there')
  const loaded = await store.ledger.load([])
  const position = { lease, from: lease.position, after: delivery.position }
  await store.ledger.commit({ loaded, facts: [], effects: [], finished: [], position, setAside: [], now: NOW })
  expect((await store.health(plus(NOW, seconds(9)))).lagMs).toBe(0)
})
