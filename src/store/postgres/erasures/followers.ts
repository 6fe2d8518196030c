import type { AccountId } from '#core/account/account.ts'
import { type Run, statement } from '../transaction.ts'

/** Whether somebody who follows the facts — the cost ledger, the numbers of templates, how sends end — has not come as far as this one. */
export async function isBehind(run: Run, accountId: AccountId, seq: number): Promise<boolean> {
  const { rows } = await run<{ seq: number }>(FOLLOWERS, [accountId])
  return rows.some((follower) => follower.seq < seq)
}

export async function newestFact(run: Run, accountId: AccountId): Promise<number> {
  const { rows } = await run<{ seq: number }>(NEWEST, [accountId])
  return rows[0]?.seq ?? 0
}

const FOLLOWERS = statement(
  'erase-followers',
  `select seq from cost_reader where account_id = $1
   union all select seq from template_day_reader where account_id = $1
   union all select seq from send_hour_reader where account_id = $1`,
)
const NEWEST = statement('erase-newest', `select fact_seq as seq from account_counter where account_id = $1`)
