import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Postgres, startPostgres } from './postgres.ts'
import { scratchFolder } from './scratch.ts'

const CACHE = path.resolve(import.meta.dirname, '../node_modules/.cache/hilo-postgres')

/**
 * Vitest's global set-up: a PostgreSQL for each worker, in temporary folders, found by tests through
 * HILO_TEST_DATABASE_URLS (see test-database.ts). Each worker has its own because the databases of one server share their
 * transaction ids: a reader would wait for the open transactions of a test beside it. Whoever sets HILO_TEST_DATABASE_URL
 * brings his own server.
 */
export default async function setup({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (process.env['HILO_TEST_DATABASE_URL'] || process.env['HILO_TEST_DATABASE_URLS']) return undefined
  return startServers(Math.max(...vitest.projects.map(({ config }) => config.maxWorkers)))
}

/** Starts so many and names them in HILO_TEST_DATABASE_URLS; answers what ends them. */
export async function startServers(count: number): Promise<() => Promise<void>> {
  const folders = Array.from({ length: count }, () => scratchFolder('hilo-test-'))
  const servers: Postgres[] = []
  for (const folder of folders) servers.push(await startFrom(folder))
  process.env['HILO_TEST_DATABASE_URLS'] = servers.map(({ url }) => url).join(' ')
  return async () => {
    delete process.env['HILO_TEST_DATABASE_URLS']
    await Promise.all(servers.map((server) => server.stop()))
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}

/** Puts an empty cluster into a data folder, if a run before has left one. */
export function copyCluster(folder: string): boolean {
  if (!existsSync(CACHE)) return false
  cpSync(CACHE, folder, { recursive: true })
  chmodSync(path.join(folder, 'cluster'), 0o700) // a copy does not keep it, and PostgreSQL insists
  return true
}

/** Creating a cluster takes over a second, copying one a tenth: the first run keeps a copy for the next. */
async function startFrom(folder: string): Promise<Postgres> {
  const options = { dataDir: folder, log: console.error, disposable: true }
  if (copyCluster(folder)) return startPostgres(options)
  const first = await startPostgres(options)
  await first.stop()
  const draft = `${CACHE}-${process.pid}`
  mkdirSync(path.dirname(CACHE), { recursive: true })
  cpSync(folder, draft, { recursive: true })
  try {
    renameSync(draft, CACHE)
  } catch {
    rmSync(draft, { recursive: true, force: true }) // another run was faster
  }
  return startPostgres(options)
}
