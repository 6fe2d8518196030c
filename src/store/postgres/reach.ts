import type { ReachLimit } from '#core/policy/reach.ts'
import { timestamp } from './rows.ts'
import { arrayOf } from './columns.ts'
import { type Run, statement } from './transaction.ts'

/**
 * Whether all of these limits hold with what is stored and what this transaction adds. To be asked once the accounts'
 * counters are locked: then everything that other processes begin is either visible or waits for this commit.
 */
export async function holdsAll(run: Run, limits: readonly ReachLimit[]): Promise<boolean> {
  for (const { accountId, most, since, people } of limits) {
    const values = [accountId, timestamp(since), arrayOf('uuid', people), most]
    const { rows } = await run<{ holds: boolean }>(HOLDS, values)
    if (!rows[0]?.holds) return false
  }
  return true
}

/** Counting messages takes the index alone; only when they are too many is it looked whom they went to. */
const HOLDS = statement(
  'reach-holds',
  `select case
     when cardinality($3::uuid[]) + (
       select count(*) from fact where account_id = $1 and kind = 'outreach-counted' and at > $2::timestamptz
     ) <= $4 then true
     else (
       select count(*) from (
         select rest ->> 'contactId' from fact
         where account_id = $1 and kind = 'outreach-counted' and at > $2::timestamptz
         union select unnest($3::uuid[])::text
       ) people
     ) <= $4
   end as holds`,
)
