import type pg from 'pg'
import type { Costs } from '../../costs.ts'
import { postgresBudgets } from './budgets.ts'
import { postgresCards } from './cards.ts'
import { checkCosts } from './check.ts'
import { projectCosts } from './projection.ts'
import { postgresReports } from './report.ts'

/** Cards, ledger and budgets, in PostgreSQL. */
export const postgresCosts = (pool: pg.Pool): Costs => ({
  project: projectCosts(pool),
  check: checkCosts(pool),
  ...postgresCards(pool),
  ...postgresBudgets(pool),
  ...postgresReports(pool),
})
