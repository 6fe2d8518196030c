import type { Clock } from '#base/time.ts'
import { monthIn } from '#base/zone.ts'
import type { AccountId } from '#core/account/account.ts'
import { usualBilling } from '#core/cost/billing.ts'
import { type BudgetStop, stopsOf } from '#core/cost/budget.ts'
import type { Costs } from '#store/costs.ts'
import type { Directory } from '../directory.ts'
import type { Log } from '../log.ts'

/** Which budgets are spent, at hand for whoever is about to send. */
export type BudgetStops = {
  readonly of: (accountId: AccountId) => readonly BudgetStop[]
  /** Reads them again. */
  readonly look: (accountId: AccountId) => Promise<void>
}

type Parts = {
  readonly costs: Pick<Costs, 'budgets' | 'spending'>
  readonly directory: Pick<Directory, 'account' | 'accounts' | 'onChange'>
  readonly clock: Clock
  readonly log: Log
}

/**
 * A month of the company's own country decides; other processes' changes come with the directory's. What is spent by
 * others is known here a ledger's round later.
 */
export function createBudgetStops({ costs, directory, clock, log }: Parts): BudgetStops {
  const held = new Map<AccountId, { readonly month: string; readonly stops: readonly BudgetStop[] }>()
  const monthOf = (accountId: AccountId) =>
    monthIn(usualBilling('', directory.account(accountId)?.country ?? '').timeZone, clock.now())

  async function look(accountId: AccountId): Promise<void> {
    const month = monthOf(accountId)
    const budgets = await costs.budgets(accountId)
    const spending = budgets.length === 0 ? [] : await costs.spending(accountId, month)
    held.set(accountId, { month, stops: stopsOf(budgets, month, spending) })
  }
  const lookAll = () => {
    for (const accountId of directory.accounts()) {
      look(accountId).catch((error: unknown) => log.warn({ err: error }, 'Budgets cannot be read now'))
    }
  }
  directory.onChange(lookAll)

  return {
    /** Last month's stops hold no more the moment the month is over. */
    of: (accountId) => {
      const known = held.get(accountId)
      if (!known || known.stops.length === 0) return NONE
      return known.month === monthOf(accountId) ? known.stops : NONE
    },
    look,
  }
}
const NONE: readonly BudgetStop[] = []
