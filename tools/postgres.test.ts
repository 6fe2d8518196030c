import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { ordinaryAccount } from './postgres/identity.ts'
import { type Postgres, startPostgres } from './postgres.ts'

const base = mkdtempSync(path.join(os.tmpdir(), 'hilo-postgres-'))
/** Deep enough that a socket inside it would have too long a path, and closed to everybody else. */
const dataDir = path.join(base, 'a'.repeat(100), 'b'.repeat(100))
const lines: string[] = []
const running: Postgres[] = []

const start = async (): Promise<Postgres> => {
  const server = await startPostgres({ dataDir, log: (line) => lines.push(line) })
  running.push(server)
  return server
}

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const until = async (what: () => boolean | Promise<boolean>, patienceMs = 10_000): Promise<void> => {
  for (const endMs = Date.now() + patienceMs; !(await what()); await pause(20)) {
    if (Date.now() > endMs) throw new Error(`not within ${patienceMs} ms`)
  }
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})

afterAll(() => rmSync(base, { recursive: true, force: true }))

test('it starts in an empty folder, keeps its data over a stop, and lets nobody else in', async () => {
  const first = await start()
  const pid = first.pid ?? 0
  await query(first.url, 'create table kept as select 1 as one')
  const wrong = first.url.replace(/:[0-9a-f]{48}@/, ':wrong@')
  await expect(query(wrong, 'select 1')).rejects.toThrow('password authentication failed')
  expect(statSync(decodeURIComponent(first.url.split('host=')[1] ?? '')).mode & 0o777).toBe(0o700)
  await first.stop()
  await first.stop()
  expect(first.pid).toBeNull()
  expect(isAlive(pid)).toBe(false)

  const second = await start()
  expect(await query(second.url, 'select * from kept')).toEqual([{ one: 1 }])
})

test('commits wait for the disk', async () => {
  const { url } = await start()
  expect(await query(url, 'show fsync')).toEqual([{ fsync: 'on' }])
  expect(await query(url, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }])
  expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
})

test('after kill -9 it is back by itself with everything that was committed', async () => {
  const server = await start()
  const { url } = server
  await query(url, 'create table survives as select 2 as two')
  const before = server.pid ?? 0
  const startedMs = Date.now()
  process.kill(before, 'SIGKILL')
  await until(() => server.pid !== null && server.pid !== before)
  await until(() =>
    query(url, 'select * from survives').then(
      (rows) => rows.length === 1,
      () => false,
    ),
  )
  expect(Date.now() - startedMs).toBeLessThan(5_000)
  await until(() => lines.includes('PostgreSQL is back.'))
})

test('when its launcher is killed it ends by itself, and the next start does not mind', async () => {
  const script = `
    const { startPostgres } = await import(${JSON.stringify(path.resolve(import.meta.dirname, 'postgres.ts'))})
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: console.error })
    console.log(server.pid)
    setInterval(() => {}, 1000)`
  const launcher = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pid = await new Promise<number>((resolve) =>
    launcher.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))),
  )
  expect(isAlive(pid)).toBe(true)
  launcher.kill('SIGKILL')

  const next = await start()
  expect(next.pid).not.toBe(pid)
  expect(await query(next.url, 'select * from survives')).toEqual([{ two: 2 }])
})

test('what a crash left of a first start is cleared away', async () => {
  const folder = path.join(base, 'half')
  mkdirSync(path.join(folder, 'cluster.new/base'), { recursive: true })
  const server = await startPostgres({ dataDir: folder, log: () => {}, disposable: true })
  expect(existsSync(path.join(folder, 'cluster.new'))).toBe(false)
  await server.stop()
})

test('the ordinary account is nobody, else the first that is not the superuser', () => {
  const root = 'root:x:0:0:root:/root:/bin/bash'
  expect(ordinaryAccount(`${root}\nana:x:1000:1001::/:/bin/sh\nnobody:x:65534:65533::/:/bin/false\n`)).toEqual({
    uid: 65_534,
    gid: 65_533,
  })
  expect(ordinaryAccount(`${root}\nana:x:1000:1001::/:/bin/sh\n`)).toEqual({ uid: 1000, gid: 1001 })
  expect(ordinaryAccount('')).toEqual({ uid: 65_534, gid: 65_534 })
})
