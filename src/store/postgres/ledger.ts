import type pg from 'pg'
import type { Ledger } from '../ledger.ts'
import { commit } from './commit.ts'
import { deliveryLog } from './deliveries.ts'
import { effectQueue } from './effects.ts'
import { load } from './load.ts'
import { factFrom, type FactRow } from './rows.ts'
import { alone, statement } from './transaction.ts'

/** The ledger in PostgreSQL. `door` is a pool of its own for appending deliveries. */
export const postgresLedger = (pool: pg.Pool, door: pg.Pool): Ledger => ({
  load: (needs) => load(pool, needs),
  commit: (changes) => commit(pool, changes),
  deliveries: deliveryLog(door, pool),
  effects: effectQueue(pool),
  async factsAfter(accountId, seq, limit) {
    const { rows } = await alone<FactRow>(pool, [accountId], FACTS_AFTER, [accountId, seq, limit])
    return rows.map(factFrom)
  },
  async newestSeq(accountId) {
    const { rows } = await alone<{ fact_seq: number }>(pool, [accountId], NEWEST_SEQ, [accountId])
    return rows[0]?.fact_seq ?? 0
  },
})

const FACTS_AFTER = statement(
  'facts-after',
  `select account_id, seq, at, rest from fact where account_id = $1 and seq > $2 order by seq limit $3`,
)
const NEWEST_SEQ = statement('newest-seq', `select fact_seq from account_counter where account_id = $1`)
