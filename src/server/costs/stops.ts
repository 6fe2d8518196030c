import type { Clock } from '#base/time.ts'
import { type LocalMonth, monthIn } from '#base/zone.ts'
import type { AccountId } from '#core/account/account.ts'
import { usualBilling } from '#core/cost/billing.ts'
import { stopsOf } from '#core/cost/budget.ts'
import type { Costs } from '#store/costs.ts'
import type { Directory } from '../directory.ts'
import type { Log } from '../log.ts'

/** Tells the directory which budgets are spent, so that whoever is about to send knows at once. */
export type BudgetStops = {
  /** Reads them again. */
  readonly look: (accountId: AccountId) => Promise<void>
  /** Reads those again whose month is over. */
  readonly turn: () => Promise<void>
}

type Parts = {
  readonly costs: Pick<Costs, 'budgets' | 'spending'>
  readonly directory: Pick<Directory, 'account' | 'accounts' | 'onChange' | 'stop'>
  readonly clock: Clock
  readonly log: Log
}

/** The month of the company's own country decides. Other processes' changes come with the directory's. */
export function createBudgetStops({ costs, directory, clock, log }: Parts): BudgetStops {
  const months = new Map<AccountId, LocalMonth>()
  const monthOf = (accountId: AccountId): LocalMonth =>
    monthIn(usualBilling('', directory.account(accountId)?.country ?? '').timeZone, clock.now())

  async function look(accountId: AccountId): Promise<void> {
    const month = monthOf(accountId)
    const budgets = await costs.budgets(accountId)
    const spending = budgets.length === 0 ? [] : await costs.spending(accountId, month)
    directory.stop(accountId, stopsOf(budgets, month, spending))
    months.set(accountId, month)
  }
  directory.onChange(() => {
    for (const accountId of directory.accounts()) {
      look(accountId).catch((error: unknown) => log.warn({ err: error }, 'Budgets cannot be read now'))
    }
  })
  return {
    look,
    turn: async () => {
      for (const accountId of directory.accounts()) {
        if (months.get(accountId) !== monthOf(accountId)) await look(accountId)
      }
    },
  }
}
