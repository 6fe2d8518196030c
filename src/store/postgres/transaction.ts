import type { Duplex } from 'node:stream'
import type pg from 'pg'
import { isUuid } from '#base/ids.ts'
import type { AccountId } from '#core/account/account.ts'
import { encodeJson, encodeText } from './awkward-text.ts'
import { asTold } from './errors.ts'

/** A statement that PostgreSQL prepares once per connection; its name belongs to its text. */
export type Statement = { readonly name: string; readonly text: string }
export const statement = (name: string, text: string): Statement => ({ name, text })

/** A parameter sent as JSON: mostly a list of rows for `json_to_recordset`. */
export class Json {
  readonly value: unknown
  constructor(value: unknown) {
    this.value = value
  }
}
export const json = (value: unknown): Json => new Json(value)
export type Value = string | number | boolean | null | Uint8Array | Json

/** Whose rows the statements of a transaction may see (0001-accounts.sql). */
export type Scope = readonly AccountId[] | 'installation'

/** Runs a statement in the open transaction. Several may be started at once: they are sent together and run in order. */
export type Run = <Row extends object>(statement: Statement, values?: readonly Value[]) => Promise<pg.QueryResult<Row>>

/**
 * One transaction. It is rolled back when `work` rejects. Its beginning travels with the first statements, and the
 * commit with those that `work` names as its last.
 */
export function inTransaction<Outcome>(
  pool: pg.Pool,
  scope: Scope,
  work: (run: Run, atLast: (...last: readonly Promise<unknown>[]) => void) => Promise<Outcome>,
): Promise<Outcome> {
  return onConnection(pool, async (client) => {
    const last: Promise<unknown>[] = []
    inOneWrite(client)
    const begun = client.query(beginning(`begin; ${BY_KEY}`, scope))
    const [, outcome] = await together([begun, work(runner(client), (...promises) => last.push(...promises))])
    await together([...last, commit(client)])
    return outcome
  })
}

/** Reads that all see one moment. */
export function inSnapshot<Outcome>(
  pool: pg.Pool,
  scope: Scope,
  work: (run: Run) => Promise<Outcome>,
): Promise<Outcome> {
  return onConnection(pool, async (client) => {
    inOneWrite(client)
    const begun = client.query(beginning(`begin isolation level repeatable read read only; ${BY_KEY}`, scope))
    const [, outcome] = await together([begun, work(runner(client))])
    await client.query('commit')
    return outcome
  })
}

/** A transaction of one statement, in one round trip. */
export function alone<Row extends object>(
  pool: pg.Pool,
  scope: Scope,
  what: Statement,
  values: readonly Value[] = [],
): Promise<pg.QueryResult<Row>> {
  return onConnection(pool, async (client) => {
    inOneWrite(client)
    const [, result] = await together([
      client.query(beginning('begin', scope)),
      runner(client)<Row>(what, values),
      commit(client),
    ])
    return result
  })
}

/** One statement about tables that belong to no account, as a transaction of itself. */
export const unscoped = <Row extends object>(
  pool: pg.Pool,
  what: Statement,
  values: readonly Value[] = [],
): Promise<pg.QueryResult<Row>> => onConnection(pool, (client) => runner(client)<Row>(what, values))

/**
 * Statements of larger transactions name whole keys, so their plan is the same whatever the values and is made once. That
 * goes for the checks of foreign keys too: planned anew for every row, as the connections' default has it, they would
 * cost more than all the rest of a commit.
 */
const BY_KEY = `set local plan_cache_mode = 'force_generic_plan'`

/** Waits for all, also when one fails, so that nothing is still running afterwards; then the first failure counts. */
export async function together<Outcomes extends readonly unknown[]>(work: {
  readonly [Index in keyof Outcomes]: Promise<Outcomes[Index]>
}): Promise<Outcomes> {
  const settled = await Promise.allSettled(work)
  for (const outcome of settled) if (outcome.status === 'rejected') throw outcome.reason
  return settled.map((outcome) => (outcome as PromiseFulfilledResult<unknown>).value) as unknown as Outcomes
}

async function onConnection<Outcome>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Outcome>,
): Promise<Outcome> {
  const client = await connected(pool)
  let broken = false
  const noteBroken = () => (broken = true)
  client.on('error', noteBroken)
  try {
    return await work(client)
  } catch (error) {
    if (isSilence(error)) fellSilentAt.set(addressOf(pool), performance.now())
    broken ||= isSilence(error) || !(await rolledBack(client))
    throw asTold(error)
  } finally {
    client.off('error', noteBroken)
    client.release(broken)
  }
}

/** When a connection to a database last failed to answer at all, in whatever pool. */
const fellSilentAt = new Map<string, number>()
const connectedAt = new WeakMap<pg.PoolClient, number>()
const isWatched = new WeakSet<pg.Pool>()

/** What silences one connection without ending it has silenced those of its age: they are not waited for one by one. */
async function connected(pool: pg.Pool): Promise<pg.PoolClient> {
  if (!isWatched.has(pool)) pool.on('connect', (client) => connectedAt.set(client, performance.now()))
  isWatched.add(pool)
  try {
    for (;;) {
      const client = await pool.connect()
      if ((connectedAt.get(client) ?? 0) >= (fellSilentAt.get(addressOf(pool)) ?? 0)) return client
      client.release(true)
    }
  } catch (error) {
    throw asTold(error)
  }
}

const addressOf = (pool: pg.Pool): string => pool.options.connectionString ?? ''

/** The driver's own patience ran out (`query_timeout`); a statement that is only slow is ended by the server before. */
const isSilence = (error: unknown): boolean => error instanceof Error && error.message === 'Query read timeout'

const rolledBack = (client: pg.PoolClient): Promise<boolean> =>
  client.query('rollback').then(
    () => true,
    () => false,
  )

/** A commit of a failed transaction is answered politely, with "ROLLBACK". */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('commit')
  if (command !== 'COMMIT') throw new Error(`The transaction was not committed but answered with ${command}.`)
}

const runner =
  (client: pg.PoolClient): Run =>
  (what, values = []) => {
    inOneWrite(client)
    return client.query({ name: what.name, text: what.text, values: values.map(toWire) })
  }

/** What is sent in one turn goes to the socket together: each write by itself would wake the server for a part. */
function inOneWrite(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Duplex } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

function toWire(value: Value): unknown {
  if (value instanceof Json) return encodeJson(value.value)
  return typeof value === 'string' ? encodeText(value) : value
}

function beginning(begin: string, scope: Scope): string {
  if (scope === 'installation') return `${begin}; set local app.scope = 'installation'`
  for (const accountId of scope) {
    if (!isUuid(accountId))
      throw new Error(`An account's id is a UUID in lower case, not ${JSON.stringify(accountId)}.`)
  }
  return `${begin}; set local app.accounts = '{${scope.join(',')}}'`
}
