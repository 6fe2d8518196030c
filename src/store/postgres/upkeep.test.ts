import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { days, hours, type Instant, plus } from '#base/time.ts'
import type { AgentId, MediaId } from '#core/account/account.ts'
import type { Delivery } from '../ledger.ts'
import { ACME, contactId, later, messageId, nothing, NOW, SALES } from '../ledger.scene.ts'
import type { UpkeepRound } from '../upkeep.ts'
import { asOwner } from './migrate.ts'
import { testStore, type TestStore } from './test-store.ts'

let test_: TestStore
beforeEach(async () => {
  test_ = await testStore()
})
afterEach(() => test_.drop())

const KEEP = days(30)
/** The day of NOW is over for more than thirty days. */
const AFTERWARDS = plus(NOW, days(31))
const TODAY = 'delivery_2026_11_22'

const deliver = (at: Instant, ...bodies: string[]) =>
  test_.store.ledger.deliveries.append(
    bodies.map((body) => ({ channel: 'whatsapp', appId: 'app', body: Buffer.from(body), receivedAt: at })),
  )

/** Reads everything there is and commits the position. */
async function readAll(shard = 'whatsapp', most = 1000): Promise<readonly Delivery[]> {
  const { ledger } = test_.store
  const lease = await ledger.deliveries.lease(shard, 'one', NOW, later(1))
  if (!lease) throw new Error('Expected the lease.')
  const deliveries = await ledger.deliveries.read(lease, null, most)
  const last = deliveries.at(-1)
  if (last) {
    await ledger.commit({
      ...nothing(await ledger.load([])),
      position: { lease, from: lease.position, after: last.position },
    })
  }
  return deliveries
}

async function round(now: Instant = AFTERWARDS): Promise<UpkeepRound> {
  const done = await test_.store.upkeep.round(now, KEEP)
  if (!done) throw new Error('Expected a round.')
  return done
}

test('a day goes when all of it is older than what is kept and everybody has read it', async () => {
  await deliver(NOW, 'one', 'two')
  await readAll()
  const midnight = plus(NOW, hours(12))
  expect((await round((plus(midnight, KEEP) - 1) as Instant)).dropped).not.toContain(TODAY)
  const { dropped, postponed, made } = await round(plus(midnight, KEEP))
  expect(dropped).toEqual([TODAY])
  expect(postponed).toEqual([])
  expect(made).toContain('delivery_2026_12_30')
  expect((await test_.store.upkeep.kept(AFTERWARDS)).oldestDeliveryMs).toBe(0)
})

test('a day that one reader has not finished stays, with nobody reading too', async () => {
  await deliver(NOW, 'one', 'two')
  expect((await round()).postponed).toEqual([TODAY])
  await readAll('whatsapp')
  await readAll('another', 1)
  expect((await round()).postponed).toEqual([TODAY])
  expect((await test_.store.upkeep.kept(AFTERWARDS)).oldestDeliveryMs).toBe(days(31))
  await readAll('another')
  expect((await round()).dropped).toContain(TODAY)
})

test('a day that is being put through the loop again stays until that is done', async () => {
  await deliver(NOW, 'one')
  await readAll()
  const { reprocessing } = test_.store
  const range = { from: NOW, to: later(1), appId: null, lineKey: null, rate: 1_000_000 }
  await reprocessing.ask(range, later(2))
  expect((await round()).postponed).toEqual([TODAY])
  for (let steps = 0; steps < 2; steps++) await reprocessing.step(plus(later(3), hours(steps)), () => true)
  await readAll()
  expect((await round()).dropped).toContain(TODAY)
})

test('who holds the table is not disturbed for long, and the day goes the next time', async () => {
  await deliver(NOW, 'one')
  await readAll()
  const slow = new pg.Client({ connectionString: test_.url })
  slow.on('error', () => {})
  await slow.connect()
  await slow.query('begin; select count(*) from delivery')
  const rounds = round()
  const startedMs = Date.now()
  await deliver(NOW, 'two')
  expect(Date.now() - startedMs).toBeLessThan(2_000)
  expect((await rounds).postponed).toContain(TODAY)
  await slow.query('commit')
  await slow.end()
  await readAll()
  expect((await round()).dropped).toContain(TODAY)
})

test('one process at a time', async () => {
  const other = new pg.Client({ connectionString: test_.url })
  await other.connect()
  await other.query('select pg_advisory_lock(74111, 2)')
  expect(await test_.store.upkeep.round(NOW, KEEP)).toBe(null)
  await other.end()
  await expect.poll(() => test_.store.upkeep.round(NOW, KEEP)).not.toBe(null)
})

test('old rows outside of all partitions go in small portions, unread ones and young ones stay', async () => {
  const long = plus(NOW, days(-400))
  await deliver(long, ...Array.from({ length: 1_500 }, (_, index) => String(index)))
  await readAll('whatsapp', 5_000)
  await deliver(long, 'unread')
  await deliver(plus(NOW, days(-3)), 'young')
  expect((await round(NOW)).removed['delivery_default']).toBe(1_500)
  await readAll()
  expect((await round(NOW)).removed['delivery_default']).toBe(1)
  const left = await asOwner(test_.url, (owner) =>
    owner.query(`select convert_from(body, 'UTF8') as body from delivery`),
  )
  expect(left.rows).toEqual([{ body: 'young' }])
})

test('settled entries of what was set aside go with their bodies, waiting ones never', async () => {
  await deliver(NOW, 'one', 'two')
  const [one, two] = await readAll()
  if (!one || !two) throw new Error('Expected deliveries.')
  const { ledger, setAsides } = test_.store
  const entry = (delivery: Delivery) => ({ accountId: ACME, delivery, reason: 'odd', raw: 'x' })
  await ledger.commit({ ...nothing(await ledger.load([])), setAside: [entry(one), entry(two)] })
  const [newer] = (await setAsides.list(ACME, { state: 'waiting', limit: 10, cursor: null })).data
  const ana = contactId(1) as string as AgentId
  await setAsides.dismiss(ACME, [newer?.setAsideId ?? ''], { agentId: ana, at: NOW })
  expect((await round(plus(NOW, KEEP))).removed).toMatchObject({ set_aside: 0, set_aside_body: 0 })
  expect((await round()).removed).toMatchObject({ set_aside: 1, set_aside_body: 1 })
  expect(await setAsides.counts(ACME)).toEqual({ waiting: 1, released: 0, dismissed: 0 })
  const kept = await test_.store.upkeep.kept(AFTERWARDS)
  expect(kept.setAsideWaiting).toEqual({ ofAccounts: 1, ofInstallation: 0 })
  const [waiting] = (await setAsides.list(ACME, { state: 'waiting', limit: 10, cursor: null })).data
  const id = waiting?.setAsideId ?? ''
  expect(await setAsides.release(ACME, [id], { agentId: ana, at: AFTERWARDS })).toEqual([id])
})

test('ids of files go when the platform has forgotten them', async () => {
  const mediaId = messageId(9) as string as MediaId
  const { media } = test_.store.registry
  const file = {
    mediaId,
    state: 'stored',
    mime: 'image/png',
    sizeBytes: 3,
    filename: null,
    sha256: 'ff',
    problem: null,
  }
  await media.put({ accountId: ACME, media: file as Parameters<typeof media.put>[0]['media'], createdAt: NOW })
  await media.putWireId(ACME, mediaId, SALES, 'wire', later(1))
  expect((await round(NOW)).removed['media_wire']).toBe(0)
  expect((await round(later(1))).removed['media_wire']).toBe(1)
})

test('how far ahead there are partitions, and how many', async () => {
  const kept = await test_.store.upkeep.kept(NOW)
  expect(kept).toMatchObject({ partitions: { delivery: 9, message: 5, fact: 5 }, reprocessing: 0, unindexed: 0 })
  expect(kept.partitionsAheadMs).toBe(days(7) + hours(12))
})
