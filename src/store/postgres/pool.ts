import pg from 'pg'
import { instant } from '#base/time.ts'
import { decodeJson, decodeText } from './awkward-text.ts'
import { RUNTIME_ROLE } from './role.ts'

export type PoolOptions = {
  readonly databaseUrl: string
  /** Shown in pg_stat_activity. */
  readonly name: string
  readonly connections: number
  /** `generic` where all statements go one way whatever the values: made once. Custom ones are made for each call. */
  readonly plans?: 'custom' | 'generic'
  readonly log: (line: string) => void
}

/** Nothing here takes longer in order; whoever hits one of these tries again. */
const STATEMENT_TIMEOUT_MS = 15_000
const LOCK_TIMEOUT_MS = 5_000
const CONNECT_TIMEOUT_MS = 5_000
/** Between two statements of a transaction lies no work: who stands still this long holds up everybody behind its locks. */
const IDLE_TIMEOUT_MS = 3_000
/** The client's own patience, for a server that went away without a word; above the server's. */
const ANSWER_TIMEOUT_MS = 20_000

/**
 * What every connection of the running program is set to. Plans: all our statements find rows by keys and join them by
 * keys. On tables that grow and churn, a generic plan, a sequential scan or a hash of a whole table is the way to fall from
 * thousands of messages per second to hundreds.
 */
const sessionWith = (plans: 'custom' | 'generic') => `
  set role ${RUNTIME_ROLE};
  set timezone = 'UTC';
  set plan_cache_mode = 'force_${plans}_plan';
  set enable_seqscan = off;
  set enable_hashjoin = off;
  set enable_mergejoin = off;
  set enable_bitmapscan = off;
  set jit = off;
  set statement_timeout = ${STATEMENT_TIMEOUT_MS};
  set lock_timeout = ${LOCK_TIMEOUT_MS};
  set idle_in_transaction_session_timeout = ${IDLE_TIMEOUT_MS};
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`

/**
 * Connections of the runtime role, which cannot leave its accounts' rows. Statements of one transaction are sent without
 * waiting for one another's answers (`pipeline`). A broken connection is replaced at its next use.
 */
export function openPool({ databaseUrl, name, connections, plans = 'custom', log }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...connection(databaseUrl, name),
    types: TYPES,
    pipeline: true,
    max: connections,
    query_timeout: ANSWER_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
    onConnect: async (client) => {
      await client.query(sessionWith(plans))
    },
  })
  pool.on('error', (error) => log(`A database connection broke: ${error.message}`))
  return pool
}

/** How any connection reaches the database, the owner's too. */
export const connection = (databaseUrl: string, name: string) => ({
  connectionString: databaseUrl,
  application_name: `hilo-${name}`,
  keepAlive: true,
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
})

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.TEXT, decodeText],
  [pg.types.builtins.JSON, decodeJson],
  [pg.types.builtins.TIMESTAMPTZ, (text) => instant(Date.parse(`${text.replace(' ', 'T')}:00`))],
])

/** Answers in the core's terms: instants, numbers, text with nothing lost. */
export const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format ?? 'text')) as typeof pg.types.getTypeParser,
}
