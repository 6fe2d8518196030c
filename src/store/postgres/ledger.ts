import type pg from 'pg'
import type { Ledger } from '../ledger.ts'
import { commit } from './commit.ts'
import { deliveryLog } from './deliveries.ts'
import { effectQueue } from './effects.ts'
import { load } from './load.ts'
import { recentRows } from './recent.ts'
import { factFrom, type FactRow } from './rows.ts'
import { alone, statement } from './transaction.ts'

/** The door and the reader of deliveries have connections of their own, so that nobody waits behind the other. */
export type Pools = { readonly pool: pg.Pool; readonly door: pg.Pool; readonly log: pg.Pool }

/** The ledger in PostgreSQL. */
export function postgresLedger({ pool, door, log }: Pools, recent = recentRows()): Ledger {
  /** Ends, well or not, with the commit that was begun last. */
  let underWay: Promise<unknown> = Promise.resolve()
  return {
    load: (needs) => load(pool, recent, needs, () => underWay),
    commit: (changes) => {
      const committing = commit(pool, recent, changes)
      underWay = committing.catch(() => undefined)
      return committing
    },
    deliveries: deliveryLog(door, log),
    effects: effectQueue(pool),
    async factsAfter(accountId, seq, limit) {
      const { rows } = await alone<FactRow>(pool, [accountId], FACTS_AFTER, [accountId, seq, limit])
      return rows.map(factFrom)
    },
    async newestSeq(accountId) {
      const { rows } = await alone<{ fact_seq: number }>(pool, [accountId], NEWEST_SEQ, [accountId])
      return rows[0]?.fact_seq ?? 0
    },
  }
}

const FACTS_AFTER = statement(
  'facts-after',
  `select account_id, seq, at, rest from fact where account_id = $1 and seq > $2 order by seq limit $3`,
)
const NEWEST_SEQ = statement('newest-seq', `select fact_seq from account_counter where account_id = $1`)
