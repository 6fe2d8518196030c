import type { ReachLimit } from '#core/policy/reach.ts'
import { timestamp } from './rows.ts'
import { arrayOf } from './columns.ts'
import { type Run, statement } from './transaction.ts'

/**
 * Whether all of these limits hold with what is stored and what this transaction adds. To be asked once the accounts'
 * counters are locked: then everything that other processes begin is either visible or waits for this commit.
 */
export async function holdsAll(run: Run, limits: readonly ReachLimit[]): Promise<boolean> {
  for (const { accountId, most, since, people, lines } of limits) {
    const values = [accountId, timestamp(since), arrayOf('uuid', people), most]
    const { rows } =
      lines === null
        ? await run<Held>(HOLDS, values)
        : await run<Held>(HOLDS_OF_LINES, [...values, arrayOf('uuid', lines)])
    if (!rows[0]?.holds) return false
  }
  return true
}

type Held = { readonly holds: boolean }

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

/** Of the lines of one portfolio; what names no line counts for every one. */
const HOLDS_OF_LINES = statement(
  'reach-holds-of-lines',
  `select count(*) <= $4 as holds from (
     select rest ->> 'contactId' from fact
     where account_id = $1 and kind = 'outreach-counted' and at > $2::timestamptz
       and coalesce((rest #>> '{outreach,lineId}')::uuid = any($5::uuid[]), true)
     union select unnest($3::uuid[])::text
   ) people`,
)
