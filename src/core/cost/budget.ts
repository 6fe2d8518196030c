import type { LocalMonth } from '#base/zone.ts'
import type { LineId } from '../account/account.ts'
import type { Spending } from './billing.ts'
import type { Money } from './money.ts'
import type { PriceCategory } from './rate-card.ts'

/** What a company wants to spend in a month: as a whole, on a line, on a category, or on both. */
export type Budget = {
  readonly budgetId: string
  /** What people call it: "Campañas". */
  readonly name: string
  /** Null: all lines. */
  readonly lineId: LineId | null
  /** Null: all categories. */
  readonly category: PriceCategory | null
  readonly limit: Money
  /** Administrators are told when this share is spent, in percent of the limit, 1 to 100. */
  readonly warnAt: number
  /** What happens at the limit: nothing but a notice; no more marketing and utility; nothing that costs, answers too. */
  readonly stops: 'nothing' | 'templates' | 'everything'
}

export const STOPS = ['nothing', 'templates', 'everything'] as const

/** Micros spent of a budget in a month. Amounts in another currency are not in it. */
export function spentOf(budget: Budget, month: LocalMonth, spending: readonly Spending[]): number {
  return spending.reduce((sum, each) => {
    const counts =
      each.month === month &&
      each.currency === budget.limit.currency &&
      (budget.lineId === null || each.lineId === budget.lineId) &&
      (budget.category === null || each.category === budget.category)
    return counts ? sum + each.micros : sum
  }, 0)
}

export type Level = 'warning' | 'limit'

/** The levels that so much has reached, the lower one first. */
export function reached({ limit, warnAt }: Budget, spent: number): readonly Level[] {
  const levels: Level[] = []
  if (spent * 100 >= limit.micros * warnAt) levels.push('warning')
  if (spent >= limit.micros) levels.push('limit')
  return levels
}

/** What no longer leaves because a budget is spent. */
export type BudgetStop = Pick<Budget, 'budgetId' | 'name' | 'lineId' | 'category'> & {
  readonly stops: 'templates' | 'everything'
}

export function stopsOf(
  budgets: readonly Budget[],
  month: LocalMonth,
  spending: readonly Spending[],
): readonly BudgetStop[] {
  return budgets.flatMap((budget) => {
    const { budgetId, name, lineId, category, stops } = budget
    const isSpent = spentOf(budget, month, spending) >= budget.limit.micros
    return isSpent && stops !== 'nothing' ? [{ budgetId, name, lineId, category, stops }] : []
  })
}

/**
 * The stop that forbids a message, or null. Unless an administrator said otherwise only marketing and utility are
 * stopped: an answer to somebody who wrote, and a code somebody waits for, always leave.
 */
export const stopFor = (
  stops: readonly BudgetStop[],
  lineId: LineId | null,
  category: PriceCategory,
): BudgetStop | null =>
  stops.find(
    (stop) =>
      (stop.lineId === null || stop.lineId === lineId) &&
      (stop.category === null || stop.category === category) &&
      (stop.stops === 'everything' || category === 'marketing' || category === 'utility'),
  ) ?? null
