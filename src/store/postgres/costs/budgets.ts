import type pg from 'pg'
import { plus, days } from '#base/time.ts'
import { type LocalMonth, monthIn } from '#base/zone.ts'
import type { LineId } from '#core/account/account.ts'
import { type Budget, type Level, reached, spentOf } from '#core/cost/budget.ts'
import { amountOf } from '#core/cost/money.ts'
import { NOTICES } from '#core/notice/codes.ts'
import type { Notice } from '#core/notice/notice.ts'
import type { Costs } from '../../costs.ts'
import { ADD_NOTICE } from '../notices.ts'
import { timestamp } from '../rows.ts'
import { alone, json, statement } from '../transaction.ts'
import type { Settling } from './rows.ts'
import { spendingSince } from './spending.ts'

export const postgresBudgets = (pool: pg.Pool): Pick<Costs, 'budgets' | 'putBudget' | 'removeBudget'> => ({
  async budgets(accountId) {
    return (await alone<BudgetRow>(pool, [accountId], LIST, [accountId])).rows.map(budgetFrom)
  },
  async putBudget(accountId, { budgetId, name, lineId, category, limit, warnAt, stops }) {
    const values = [accountId, budgetId, name, lineId, category, limit.micros, limit.currency, warnAt, stops]
    await alone(pool, [accountId], PUT, values)
  },
  async removeBudget(accountId, budgetId) {
    return (await alone(pool, [accountId], REMOVE, [accountId, budgetId])).rowCount === 1
  },
})

/** Puts a notice on the list for each level that a budget has reached in these months, once; of days gone by none. */
export async function tellBudgets(settling: Settling, months: readonly LocalMonth[]): Promise<void> {
  const { run, accountId, now } = settling
  const budgets = (await run<BudgetRow>(LIST, [accountId])).rows.map(budgetFrom)
  // A day earlier: it is still last month somewhere.
  const since = monthIn('UTC', plus(now, -days(1) as ReturnType<typeof days>))
  if (budgets.length === 0) return
  const spending = await spendingSince(run, accountId, since)
  for (const month of months.filter((each) => each >= since)) {
    for (const budget of budgets) {
      const spent = spentOf(budget, month, spending)
      for (const level of reached(budget, spent)) {
        const values = [accountId, budget.budgetId, month, level, budget.limit.micros, timestamp(now)]
        const isNew = (await run(REACH, values)).rowCount === 1
        if (isNew) await tell(settling, budget, level, month, spent)
      }
    }
  }
}

const CODES = { warning: 'budget-warning', limit: 'budget-spent' } as const

async function tell(
  { run, accountId, now }: Settling,
  budget: Budget,
  level: Level,
  month: LocalMonth,
  spent: number,
): Promise<void> {
  const { budgetId, lineId, limit } = budget
  const code = level === 'limit' && budget.stops !== 'nothing' ? 'budget-stopped' : CODES[level]
  const notice: Notice = {
    code,
    about: { kind: 'group' },
    from: amountOf({ ...limit, micros: spent }),
    to: amountOf(limit),
    details: [budget.name],
    until: null,
    standing: [],
  }
  const digest = `budget:${budgetId}:${month}:${level}:${limit.micros}`
  const at = timestamp(now)
  const told = json({ budgetId, month, level, spentMicros: spent, limitMicros: limit.micros, currency: limit.currency })
  await run(ADD_NOTICE, [accountId, digest, lineId, '', 'budget', NOTICES[code].severity, at, at, json(notice), told])
}

type BudgetRow = {
  budget_id: string
  name: string
  line_id: LineId | null
  category: Budget['category']
  limit_micros: number
  currency: string
  warn_at: number
  stops: Budget['stops']
}
const budgetFrom = (row: BudgetRow): Budget => ({
  budgetId: row.budget_id,
  name: row.name,
  lineId: row.line_id,
  category: row.category,
  limit: { micros: row.limit_micros, currency: row.currency },
  warnAt: row.warn_at,
  stops: row.stops,
})

const LIST = statement(
  'list-budgets',
  `select budget_id, name, line_id, category, limit_micros, currency, warn_at, stops from budget
   where account_id = $1 order by name, budget_id`,
)
const PUT = statement(
  'put-budget',
  `insert into budget (account_id, budget_id, name, line_id, category, limit_micros, currency, warn_at, stops)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (account_id, budget_id) do update set name = excluded.name, line_id = excluded.line_id,
     category = excluded.category, limit_micros = excluded.limit_micros, currency = excluded.currency,
     warn_at = excluded.warn_at, stops = excluded.stops`,
)
const REMOVE = statement('remove-budget', `delete from budget where account_id = $1 and budget_id = $2`)
const REACH = statement(
  'reach-budget',
  `insert into budget_reached (account_id, budget_id, month, level, limit_micros, at) values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing`,
)
