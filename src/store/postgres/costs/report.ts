import type pg from 'pg'
import type { CostFilter, Costs, CostSum, Group, KeptRow, ReportRow } from '../../costs.ts'
import { cursorOf, page, placeOf } from '../page.ts'
import { alone, statement, type Value } from '../transaction.ts'
import { costRowFrom, type LedgerRow, NO_LINE, ROW_COLUMNS } from './rows.ts'
import { SPENDING, spendingFrom } from './spending.ts'

/** What the sums and the ledger say to people. */
export const postgresReports = (pool: pg.Pool): Pick<Costs, 'spending' | 'report' | 'sums' | 'rows'> => ({
  async spending(accountId, since) {
    type Row = Parameters<typeof spendingFrom>[0]
    return (await alone<Row>(pool, [accountId], SPENDING, [accountId, since])).rows.map(spendingFrom)
  },
  async report(accountId, { group, limit, cursor, ...filter }) {
    const [micros, currency, key] = cursor === null ? START : placeOf(cursor, MICROS, CURRENCY, ANYTHING)
    const values = [...filterValues(accountId, filter), micros, currency, key, limit + 1]
    const { rows } = await alone<ReportRow>(pool, [accountId], REPORT[group], values)
    return page(rows, limit, (last) => cursorOf(last.micros, last.currency, last.key))
  },
  async sums(accountId, filter) {
    return (await alone<CostSum>(pool, [accountId], SUMS, filterValues(accountId, filter))).rows
  },
  async rows(accountId, { month, messageId, limit, cursor }) {
    const [before] = cursor === null ? [LAST] : placeOf(cursor, ID)
    const values = [accountId, month, messageId, before, limit + 1]
    const { rows } = await alone<LedgerRow & Kept>(pool, [accountId], ROWS, values)
    const kept = rows.map((row): KeptRow => ({ ...costRowFrom(row), rowId: row.row_id, recordedAt: row.recorded_at }))
    return page(kept, limit, ({ rowId }) => cursorOf(rowId))
  },
})

type Kept = { readonly row_id: string; readonly recorded_at: KeptRow['recordedAt'] }

const MICROS = /^-?\d{1,18}$/
const CURRENCY = /^[A-Z]{3}$/
const ANYTHING = /^/
const ID = /^\d{1,18}$/
const LAST = '9223372036854775807'
/** Before every group of the list. */
const START = [LAST, 'AAA', ''] as const

const filterValues = (
  accountId: string,
  { from, to, lineId, category, market, purpose }: CostFilter,
): readonly Value[] => [accountId, from, to, lineId, category, market, purpose]
/** What a template is for is looked up as it is said now: the ledger keeps the template, which is what was sent. */
const PURPOSE = `case when outcome = 'volume' then 'volume' when template = '' then 'service' else coalesce((
    select t.purpose from line l join template t on (t.account_id, t.group_key, t.name, t.language)
      = (l.account_id, l.group_key, split_part(cost_total.template, '|', 1), split_part(cost_total.template, '|', 2))
    where (l.account_id, l.line_id) = (cost_total.account_id, cost_total.line_id)), 'unsaid') end`
const FILTER = `account_id = $1 and month between $2 and $3 and ($4::uuid is null or line_id = $4)
  and ($5::text is null or category = $5) and ($6::text is null or market = $6)
  and ($7::text is null or ${PURPOSE} = $7)`

/** Groups that volume rows have no part in call them "volume". */
const KEYS: Readonly<Record<Group, string>> = {
  line: `case when line_id = '${NO_LINE}' then 'volume' else line_id::text end`,
  template: `case when outcome = 'volume' then 'volume' else template end`,
  purpose: PURPOSE,
  category: 'category',
  author: `case when outcome = 'volume' then 'volume' else author end`,
  market: 'market',
  month: 'month',
}
const ofOutcome = (...outcomes: readonly string[]): string =>
  `coalesce(sum(messages) filter (where outcome in (${outcomes.map((each) => `'${each}'`).join(', ')})), 0)::bigint`
/** The order mixes directions, which a comparison of whole rows cannot say. */
const reportBy = (group: Group) =>
  statement(
    `cost-report-${group}`,
    `select * from (
       select ${KEYS[group]} as key, currency, sum(messages)::bigint as messages, ${ofOutcome('charged')} as charged,
         ${ofOutcome('window', 'allowance', 'free-entry')} as free, ${ofOutcome('unpriced')} as unpriced,
         sum(micros)::bigint as micros
       from cost_total where ${FILTER} group by 1, currency) as grouped
     where (messages <> 0 or micros <> 0)
       and (micros < $8::bigint or (micros = $8::bigint and (currency, key) > ($9::text, $10::text)))
     order by micros desc, currency, key limit $11`,
  )
const REPORT: Readonly<Record<Group, ReturnType<typeof reportBy>>> = {
  line: reportBy('line'),
  template: reportBy('template'),
  purpose: reportBy('purpose'),
  category: reportBy('category'),
  author: reportBy('author'),
  market: reportBy('market'),
  month: reportBy('month'),
}
const SUMS = statement(
  'cost-sums',
  `select currency, outcome, sum(messages)::bigint as messages, sum(micros)::bigint as micros
   from cost_total where ${FILTER} group by currency, outcome order by currency, outcome`,
)
/** Ordered by the number, not by its text, which has its name in the answer. */
const ROWS = statement(
  'cost-rows',
  `select row_id::text as row_id, recorded_at, ${ROW_COLUMNS} from cost_row
   where account_id = $1 and month = $2 and ($3::uuid is null or message_id = $3) and row_id < $4::bigint
   order by cost_row.row_id desc limit $5`,
)
