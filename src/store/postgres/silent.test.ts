import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SOCKET_FILE } from '#tools/postgres/cluster.ts'
import { type FreshDatabase, freshDatabase } from '#tools/test-database.ts'
import { type Link, openLink } from '../../../crash/link.ts'
import { LedgerUnavailable } from '../ledger.ts'
import { openPool } from './pool.ts'
import { testStore } from './test-store.ts'
import { alone, statement } from './transaction.ts'

const PATIENCE_MS = 400
const PING = statement('ping', 'select 1')

let database: FreshDatabase
let link: Link
let pool: pg.Pool
let other: pg.Pool
beforeAll(async () => {
  database = await freshDatabase()
  const url = new URL(database.url)
  const socketFile = path.join(url.searchParams.get('host') ?? '', SOCKET_FILE)
  link = await openLink(() => socketFile)
  url.searchParams.delete('host')
  url.hostname = '127.0.0.1'
  url.port = String(link.port)
  const options = { connectionString: url.href, query_timeout: PATIENCE_MS, max: 4 }
  pool = new pg.Pool(options)
  other = new pg.Pool(options)
  for (const one of [pool, other]) one.on('error', () => undefined)
})
afterAll(async () => {
  await link.close()
  await Promise.all([pool.end(), other.end()])
  await database.drop()
})

test('when one connection has fallen silent, the others of its age are not tried one after the other', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, nth) => alone(nth % 2 === 0 ? pool : other, [], PING)))
  expect(pool.totalCount).toBe(4)
  link.silence()
  const startedMs = Date.now()
  await expect(alone(pool, [], PING)).rejects.toThrow(LedgerUnavailable)
  expect((await alone(pool, [], PING)).rowCount).toBe(1)
  expect((await alone(other, [], PING)).rowCount).toBe(1)
  expect(Date.now() - startedMs).toBeLessThan(2 * PATIENCE_MS)
})

test('who stands still in a transaction is thrown out before the others give up', async () => {
  const { url, drop } = await testStore()
  const ours = openPool({ databaseUrl: url, name: 'test', connections: 2, log: () => undefined })
  const frozen = await ours.connect()
  frozen.on('error', () => undefined)
  await frozen.query('begin; select pg_advisory_xact_lock(7)')
  await expect(ours.query('begin; select pg_advisory_xact_lock(7); commit')).resolves.toBeDefined()
  await expect(frozen.query('commit')).rejects.toThrow()
  frozen.release(true)
  await ours.end()
  await drop()
})
