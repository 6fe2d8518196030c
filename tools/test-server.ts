import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Postgres, startPostgres } from './postgres.ts'

const CACHE = path.resolve(import.meta.dirname, '../node_modules/.cache/hilo-postgres')

/**
 * Vitest's global set-up: one PostgreSQL for the whole run, in a temporary folder, found by tests through
 * HILO_TEST_DATABASE_URL (see test-database.ts). Whoever sets that variable brings his own server.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['HILO_TEST_DATABASE_URL']) return undefined
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hilo-test-'))
  const server = await startFrom(folder)
  process.env['HILO_TEST_DATABASE_URL'] = server.url
  return async () => {
    delete process.env['HILO_TEST_DATABASE_URL']
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Creating a cluster takes over a second, copying one a tenth: the first run keeps a copy for the next. */
async function startFrom(folder: string): Promise<Postgres> {
  const options = { dataDir: folder, log: console.error, disposable: true }
  if (existsSync(CACHE)) {
    cpSync(CACHE, folder, { recursive: true })
    chmodSync(path.join(folder, 'cluster'), 0o700) // a copy does not keep it, and PostgreSQL insists
    return startPostgres(options)
  }
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
