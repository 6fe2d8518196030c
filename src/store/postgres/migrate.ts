import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { asTold } from './errors.ts'
import { connection } from './pool.ts'
import { ensureRuntimeRole } from './role.ts'

type Migration = { readonly file: string; readonly text: string; readonly checksum: string }

const FOLDER = path.resolve(import.meta.dirname, '../../../migrations')
/** One number for all locks of Hilo; the second key says which. */
const LOCK = [74_111, 1]

/**
 * Brings the database to the state of `migrations/`: what is missing is applied in order, each file in a transaction of
 * its own. Processes that start together wait for one another. Refuses when an applied file was changed or is gone, or
 * when the database knows more than we do: then an older version is being started on newer data.
 */
export async function migrate(databaseUrl: string, folder = FOLDER): Promise<{ readonly applied: readonly string[] }> {
  return asOwner(databaseUrl, async (owner) => {
    await owner.query('select pg_advisory_lock($1, $2)', LOCK)
    await ensureRuntimeRole(owner)
    await owner.query(`create table if not exists migration (
      file text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const done = await owner.query<{ file: string; checksum: string }>(
      'select file, checksum from migration order by file',
    )
    const missing = missingAfter(done.rows, migrationsIn(folder), folder)
    for (const migration of missing) await apply(owner, migration)
    return { applied: missing.map(({ file }) => file) }
  })
}

/** Runs `work` on a connection of the owner, who may change the structure; ended afterwards, with all its locks. */
export async function asOwner<Value>(databaseUrl: string, work: (owner: pg.Client) => Promise<Value>): Promise<Value> {
  const owner = new pg.Client(connection(databaseUrl, 'owner'))
  owner.on('error', () => {}) // the statement under way rejects as well
  await owner.connect().catch((error: unknown) => {
    throw asTold(error)
  })
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

function migrationsIn(folder: string): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'))
  for (const file of files) {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(file)) {
      throw new Error(`migrations/${file} is not named like 0001-accounts.sql: four digits, words in lower case.`)
    }
  }
  return files.sort().map((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8')
    return { file, text, checksum: createHash('sha256').update(text).digest('hex') }
  })
}

function missingAfter(
  done: readonly { file: string; checksum: string }[],
  migrations: readonly Migration[],
  folder: string,
): readonly Migration[] {
  for (const [index, { file, checksum }] of done.entries()) {
    const ours = migrations[index]
    if (ours?.file !== file) {
      throw new Error(
        `The database has applied ${file}; ${folder} has ${ours?.file ?? 'no file'} in its place. ` +
          'Start a version of Hilo at least as new as the database, and never rename or insert before an applied file.',
      )
    }
    if (ours.checksum !== checksum) {
      throw new Error(
        `${file} was changed after it was applied (${checksum.slice(0, 12)} then, ${ours.checksum.slice(0, 12)} now). ` +
          'Put it back as it was and write the change as a new file.',
      )
    }
  }
  return migrations.slice(done.length)
}

async function apply(owner: pg.Client, { file, text, checksum }: Migration): Promise<void> {
  await owner.query('begin')
  try {
    await owner.query(text)
    await owner.query('insert into migration (file, checksum) values ($1, $2)', [file, checksum])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback').catch(() => {})
    throw new Error(`${file} could not be applied: ${(error as Error).message}`, { cause: error })
  }
}
