import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ACME, begun, given, later, NOW } from '../ledger.scene.ts'
import { LedgerUnavailable } from '../ledger.ts'
import type { Notice } from './listen.ts'
import { asOwner } from './migrate.ts'
import { openStore } from './open.ts'
import { testStore, type TestStore } from './test-store.ts'

let test_: TestStore
beforeEach(async () => {
  test_ = await testStore()
})
afterEach(() => test_.drop())

const body = (text: string) => ({ channel: 'whatsapp', appId: 'app', body: Buffer.from(text), receivedAt: NOW })
const breakConnections = () =>
  asOwner(test_.url, (owner) =>
    owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and application_name like 'hilo-%'`,
    ),
  )

test('a delivery that commits late is read late, and none is skipped', async () => {
  const { deliveries } = test_.store.ledger
  const slow = new pg.Client({ connectionString: test_.url })
  await slow.connect()
  await slow.query('begin')
  await slow.query(`insert into delivery (channel, app_id, received_at, body) values ('whatsapp', 'app', $1, 'late')`, [
    new Date(NOW),
  ])
  await deliveries.append([body('early')])
  const lease = await deliveries.lease('all', 'one', NOW, later(1))
  if (!lease) throw new Error('Expected the lease.')
  const words = async () =>
    (await deliveries.read(lease, null, 10)).map((delivery) => Buffer.from(delivery.body).toString())
  expect(await words()).toEqual([])
  await slow.query('commit')
  await slow.end()
  expect(await words()).toEqual(['late', 'early'])
})

test('commits and announcements are called out to every process', async () => {
  const heard: Notice[] = []
  test_.store.listen((notice) => heard.push(notice))
  await vi.waitFor(async () => {
    await test_.store.registry.announce('lines')
    expect(heard.length).toBeGreaterThan(0)
  })
  heard.length = 0
  const facts = await given(test_.store.ledger, begun)
  await vi.waitFor(() => expect(heard).toContainEqual({ channel: 'hilo_fact', payload: `${ACME}:${facts.length}` }))
})

test('after all connections broke, everything goes on by itself and listeners are told', async () => {
  const heard: Notice[] = []
  test_.store.listen((notice) => heard.push(notice))
  await vi.waitFor(async () => {
    await test_.store.registry.announce('people')
    expect(heard.length).toBeGreaterThan(0)
  })
  await test_.store.ledger.deliveries.append([body('one')])
  await breakConnections()
  await pause(50)
  await vi.waitFor(() => given(test_.store.ledger, begun), { timeout: 5_000 })
  await test_.store.ledger.deliveries.append([body('two')])
  await test_.store.ping()
  await vi.waitFor(() => expect(heard).toContainEqual({ channel: 'missed', payload: '' }), { timeout: 5_000 })
  await vi.waitFor(async () => {
    await test_.store.registry.announce('lines')
    expect(heard).toContainEqual({ channel: 'hilo_registry', payload: 'lines' })
  })
})

test('a connection that breaks in the middle of a statement is told as unavailable', async () => {
  const blocker = new pg.Client({ connectionString: test_.url })
  await blocker.connect()
  await blocker.query('begin; lock table delivery in access exclusive mode')
  const waiting = expect(test_.store.ledger.deliveries.append([body('one')])).rejects.toBeInstanceOf(LedgerUnavailable)
  await pause(100)
  await breakConnections()
  await waiting
  await blocker.end()
  await test_.store.ledger.deliveries.append([body('two')])
})

test('a database that is not there is told as unavailable, at once', async () => {
  const nowhere = openStore({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none' })
  await expect(nowhere.ping()).rejects.toBeInstanceOf(LedgerUnavailable)
  await expect(nowhere.ledger.load([])).resolves.toEqual({ worlds: [], versions: [] })
  await expect(nowhere.ledger.deliveries.append([body('x')])).rejects.toBeInstanceOf(LedgerUnavailable)
  nowhere.listen(() => {})
  await nowhere.close()
})
