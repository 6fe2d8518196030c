import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** An empty database, or a copy of a template, for one test file. */
export type FreshDatabase = {
  /** Connection string, as a superuser. */
  readonly url: string
  /** Ends all connections to it and removes it. */
  drop(): Promise<void>
}

/** A database made once on a server and copied for every file that asks for it; a copy takes some 60 ms. */
export type Template = {
  /** Lower-case letters, digits and underscores; one name always means the same content. */
  readonly name: string
  /** Fills the new, empty template, for instance with all migrations. Must leave no connection open. */
  readonly prepare: (url: string) => Promise<void>
}

/** Makes a database on this worker's server, which vitest's global set-up has started. */
export async function freshDatabase(template?: Template): Promise<FreshDatabase> {
  if (template) await makeOnce(template)
  const name = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser((client) =>
    client.query(`create database ${name} template ${template?.name ?? 'template0'} strategy file_copy`),
  )
  return {
    url: urlOf(name),
    drop: () => asSuperuser((client) => client.query(`drop database if exists ${name} with (force)`)),
  }
}

/** A file may ask for several at once: a lock lets the first one make the template while the others wait. */
async function makeOnce({ name, prepare }: Template): Promise<void> {
  await asSuperuser(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 1) return
    const draft = `${name}_draft`
    await client.query(`drop database if exists ${draft} with (force)`)
    await client.query(`create database ${draft} template template0`)
    await prepare(urlOf(draft))
    await client.query(`alter database ${draft} rename to ${name}`)
  })
}

async function asSuperuser(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(database: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${database}`
  return url.href
}

/** The server of this worker; of the one brought along, when somebody brought one. */
function serverUrl(): string {
  const brought = process.env['HILO_TEST_DATABASE_URL']
  if (brought) return brought
  const urls = process.env['HILO_TEST_DATABASE_URLS']?.split(' ') ?? []
  const url = urls[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % urls.length]
  if (url) return url
  throw new Error('There is no test database: run tests with vitest, whose global set-up starts PostgreSQL.')
}
