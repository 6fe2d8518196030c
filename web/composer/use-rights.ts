import { useMemo } from 'react'
import { lawsIn } from '#core/policy/policy.ts'
import { plainRights, type Rights } from '#core/policy/rights.ts'
import { useBudgetStops } from '../costs/prices.ts'
import { useMe } from '../session/session.ts'

/** What holds for this company when it writes to people, as far as the desk knows. */
export function useRights(): Rights {
  const { country } = useMe().account
  const budgetStops = useBudgetStops()
  return useMemo(() => ({ ...plainRights(lawsIn(country)), budgetStops }), [country, budgetStops])
}
