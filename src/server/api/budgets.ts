import { ok } from '#base/result.ts'
import { type LocalMonth, monthIn } from '#base/zone.ts'
import type { BudgetView } from '#contract/costs.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import { usualBilling } from '#core/cost/billing.ts'
import { type Budget, spentOf } from '#core/cost/budget.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

/** What a company wants to spend in a month, and what it has. */
export function budgetHandlers(parts: ApiParts): Handlers<'listBudgets' | 'putBudget' | 'removeBudget'> {
  const { costs, directory, registry, budgetStops, ids, clock } = parts
  const monthOf = (accountId: AccountId): LocalMonth =>
    monthIn(usualBilling('', directory.account(accountId)?.country ?? '').timeZone, clock.now())
  const view = async (accountId: AccountId, budgets: readonly Budget[]): Promise<BudgetView[]> => {
    const month = monthOf(accountId)
    const spending = budgets.length === 0 ? [] : await costs.spending(accountId, month)
    return budgets.map(({ budgetId, limit, ...budget }) => ({
      id: budgetId,
      limitMicros: limit.micros,
      currency: limit.currency,
      spentMicros: spentOf({ budgetId, limit, ...budget }, month, spending),
      ...budget,
    }))
  }
  return {
    listBudgets: async ({ caller: { accountId } }) =>
      ok({ data: await view(accountId, await costs.budgets(accountId)), next: null }),
    putBudget: async ({ caller: { accountId }, body }) => {
      const lineId = (body.lineId ?? null) as LineId | null
      if (lineId !== null && !directory.byId(accountId, lineId)) {
        return no('line-missing', { field: 'lineId', found: lineId })
      }
      const budget: Budget = {
        budgetId: body.id ?? ids.next(clock.now()),
        name: body.name.trim() || body.name,
        lineId,
        category: body.category ?? null,
        limit: { micros: body.limitMicros, currency: body.currency },
        warnAt: body.warnAt,
        stops: body.stops,
      }
      await costs.putBudget(accountId, budget)
      await budgetStops.look(accountId)
      await registry.announce('costs')
      const [shown] = await view(accountId, [budget])
      return ok(shown as BudgetView)
    },
    removeBudget: async ({ caller: { accountId }, params }) => {
      if (!(await costs.removeBudget(accountId, params.id))) return no('not-found', { field: 'id', found: params.id })
      await budgetStops.look(accountId)
      await registry.announce('costs')
      return ok(undefined)
    },
  }
}
