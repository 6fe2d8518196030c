import type pg from 'pg'
import type { AccountId } from '#core/account/account.ts'
import type { Projected } from '../costs.ts'
import { inTransaction, type Statement, statement } from './transaction.ts'

type Reader = 'send_hour_reader' | 'template_day_reader'
/** Facts looked at in one transaction: few enough that nothing waits for them. */
const PORTION = 1_000

/**
 * Counts the facts of an account, each exactly once, however many processes count: how far they are counted stands in
 * `table` and moves with what was counted. `count` is given the account, and the numbers after which and up to which.
 */
export function countFacts(
  pool: pg.Pool,
  table: Reader,
  count: Statement,
): (accountId: AccountId) => Promise<Projected> {
  const ensure = statement(`${table}-ensure`, `insert into ${table} (account_id) values ($1) on conflict do nothing`)
  /** Whoever is at it goes on alone. Facts get their numbers in the order of commits: none below the newest is to come. */
  const lock = statement(
    `${table}-lock`,
    `select reader.seq, least(reader.seq + $2::bigint, counter.fact_seq) as until
     from ${table} reader join account_counter counter using (account_id)
     where account_id = $1 for update of reader skip locked`,
  )
  const move = statement(`${table}-move`, `update ${table} set seq = $2::bigint where account_id = $1`)

  return (accountId) =>
    inTransaction(pool, [accountId], async (run) => {
      await run(ensure, [accountId])
      const [reader] = (await run<{ seq: number; until: number }>(lock, [accountId, PORTION])).rows
      if (!reader || reader.until <= reader.seq) return { rows: 0, isDone: true, isBehind: false }
      const counted = await run(count, [accountId, reader.seq, reader.until])
      await run(move, [accountId, reader.until])
      return { rows: counted.rowCount ?? 0, isDone: false, isBehind: reader.until - reader.seq === PORTION }
    })
}
