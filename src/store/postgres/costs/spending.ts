import type { LocalMonth } from '#base/zone.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import type { Spending } from '#core/cost/billing.ts'
import type { Allowance, CostRow } from '#core/cost/charge.ts'
import { ALLOWANCE_TYPE } from '#core/cost/policy.ts'
import { type Run, statement } from '../transaction.ts'
import { NO_LINE } from './rows.ts'

type SpendingRow = Omit<Spending, 'lineId'> & { readonly line_id: LineId }
export const spendingFrom = ({ line_id, ...row }: SpendingRow): Spending => ({
  ...row,
  lineId: line_id === NO_LINE ? null : line_id,
})

/** Sums without template and author, of a month and later ones. */
export async function spendingSince(run: Run, accountId: AccountId, since: LocalMonth): Promise<readonly Spending[]> {
  return (await run<SpendingRow>(SPENDING, [accountId, since])).rows.map(spendingFrom)
}
export const SPENDING = statement(
  'cost-spending',
  `select month, currency, line_id, market, category, outcome,
     sum(messages)::bigint as messages, sum(micros)::bigint as micros
   from cost_total where account_id = $1 and month >= $2
   group by month, currency, line_id, market, category, outcome`,
)

/** The months' allowances as the ledger has them, which `note` goes on with. Read only where Meta does not tell. */
export async function allowanceOf(
  run: Run,
  accountId: AccountId,
): Promise<Allowance & { readonly note: (row: CostRow) => void }> {
  const used = new Map<string, number>()
  const add = (lineId: LineId | null, month: LocalMonth, messages: number) => {
    const key = `${lineId} ${month}`
    used.set(key, (used.get(key) ?? 0) + messages)
  }
  if (ALLOWANCE_TYPE === null) {
    const { rows } = await run<{ line_id: LineId; month: string; messages: number }>(USED, [accountId])
    for (const { line_id, month, messages } of rows) add(line_id, month, messages)
  }
  return {
    shownAs: ALLOWANCE_TYPE,
    used: (lineId, month) => used.get(`${lineId} ${month}`) ?? 0,
    note: ({ outcome, lineId, month, messages }) => {
      if (outcome === 'allowance') add(lineId, month, messages)
    },
  }
}
const USED = statement(
  'cost-allowance-used',
  `select line_id, month, sum(messages)::bigint as messages from cost_total
   where account_id = $1 and outcome = 'allowance' group by line_id, month`,
)
