import { useCallback, useEffect, useRef, useState } from 'react'
import type { BudgetView, COST_PURPOSES, ReportRowView, SummaryView } from '#contract/costs.ts'
import { call } from '../api/api.ts'
import { monthsBefore } from './words.ts'

export const GROUPS = ['line', 'template', 'purpose', 'category', 'author', 'market'] as const
export type Group = (typeof GROUPS)[number]
export type CostPurpose = (typeof COST_PURPOSES)[number]

export type Costs = {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly rows: readonly ReportRowView[]
  readonly next: string | null
  readonly summary: SummaryView
  readonly budgets: readonly BudgetView[]
  /** The last months up to this one, oldest first; months without costs are absent. */
  readonly months: readonly ReportRowView[]
}
const NO_SUMMARY: SummaryView = { sums: [], allowances: [], demonstration: false }
/** Nothing is known yet; while another month is read, the one before stays. */
export const NOTHING_YET: Costs = {
  state: 'loading',
  rows: [],
  next: null,
  summary: NO_SUMMARY,
  budgets: [],
  months: [],
}
const PAGE = 50
export const MONTHS_SHOWN = 6

/** What a month cost, by what one likes; `reload` after a change. */
export function useCosts(month: string, group: Group, purpose: CostPurpose | undefined) {
  const [costs, setCosts] = useState(NOTHING_YET)
  const asked = useRef(0)

  const read = useCallback(async () => {
    const own = ++asked.current
    setCosts((now) => (now === NOTHING_YET ? now : { ...now, state: 'loading' }))
    const range = { from: month, to: month, purpose }
    const from = monthsBefore(month, MONTHS_SHOWN - 1)
    const [report, summary, budgets, months] = await Promise.all([
      call('costReport', { query: { ...range, group, limit: PAGE } }),
      call('costSummary', { query: range }),
      call('listBudgets', {}),
      call('costReport', { query: { from, to: month, group: 'month', purpose, limit: 100 } }),
    ])
    if (own !== asked.current) return
    if (!report.ok || !summary.ok || !budgets.ok || !months.ok) {
      return setCosts({ ...NOTHING_YET, state: 'failed' })
    }
    setCosts({
      state: 'ready',
      rows: report.value.data,
      next: report.value.next,
      summary: summary.value,
      budgets: budgets.value.data,
      months: months.value.data.toSorted((one, other) => one.key.localeCompare(other.key)),
    })
  }, [month, group, purpose])

  const more = async () => {
    const page = await call('costReport', {
      query: { from: month, to: month, purpose, group, limit: PAGE, cursor: costs.next ?? undefined },
    })
    if (page.ok) setCosts((now) => ({ ...now, rows: [...now.rows, ...page.value.data], next: page.value.next }))
  }

  useEffect(() => void read(), [read])
  return { costs, reload: read, more }
}
