import type { Instant } from '#base/time.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import type { CostRow, Dimensions } from '#core/cost/charge.ts'
import { columns } from '../columns.ts'
import { type Run, statement } from '../transaction.ts'

/** Where the ledger of an account is being written. */
export type Settling = { readonly run: Run; readonly accountId: AccountId; readonly now: Instant }

/** The line of rows that belong to none, in the sums, whose key takes no null. */
export const NO_LINE = '00000000-0000-0000-0000-000000000000' as LineId

const ROW = columns({
  account_id: 'uuid',
  message_id: 'uuid',
  revision: 'smallint',
  messages: 'smallint',
  month: 'text',
  currency: 'text',
  line_id: 'uuid',
  conversation_id: 'uuid',
  market: 'text',
  category: 'text',
  template: 'text',
  author: 'text',
  outcome: 'text',
  policy: 'text',
  card_id: 'uuid',
  micros: 'bigint',
  delivered_at: 'timestamptz',
  recorded_at: 'timestamptz',
})
export const ADD_ROWS = statement('cost-add-rows', `insert into cost_row (${ROW.names}) select * from ${ROW.from()}`)
export const rowValues = (accountId: AccountId, rows: readonly CostRow[], recordedAt: Instant): Buffer[] =>
  ROW.values(
    rows.map((row) => ({
      account_id: accountId,
      message_id: row.messageId,
      revision: row.revision,
      messages: row.messages,
      month: row.month,
      currency: row.currency,
      line_id: row.lineId,
      conversation_id: row.conversationId,
      market: row.market,
      category: row.category,
      template: row.template,
      author: row.author,
      outcome: row.outcome,
      policy: row.policy,
      card_id: row.cardId,
      micros: row.micros,
      delivered_at: row.deliveredAt,
      recorded_at: recordedAt,
    })),
  )

/** The columns of a row in the ledger, as `costRowFrom` takes them. */
export const ROW_COLUMNS = `message_id, revision, messages, month, currency, line_id, conversation_id, market, category,
  template, author, outcome, policy, card_id, micros, delivered_at`
export type LedgerRow = {
  message_id: CostRow['messageId']
  revision: number
  messages: CostRow['messages']
  month: string
  currency: string
  line_id: LineId | null
  conversation_id: CostRow['conversationId']
  market: string
  category: string
  template: string
  author: string
  outcome: CostRow['outcome']
  policy: CostRow['policy']
  card_id: string | null
  micros: number
  delivered_at: Instant
}
export const costRowFrom = (row: LedgerRow): CostRow => ({
  messageId: row.message_id,
  revision: row.revision,
  messages: row.messages,
  month: row.month,
  currency: row.currency,
  lineId: row.line_id,
  conversationId: row.conversation_id,
  market: row.market,
  category: row.category,
  template: row.template,
  author: row.author,
  outcome: row.outcome,
  policy: row.policy,
  cardId: row.card_id,
  micros: row.micros,
  deliveredAt: row.delivered_at,
})

const TOTAL = columns({
  account_id: 'uuid',
  month: 'text',
  currency: 'text',
  line_id: 'uuid',
  market: 'text',
  category: 'text',
  template: 'text',
  author: 'text',
  outcome: 'text',
  messages: 'bigint',
  micros: 'bigint',
})
export const ADD_TOTALS = statement(
  'cost-add-totals',
  `insert into cost_total (${TOTAL.names}) select * from ${TOTAL.from()}
   on conflict (account_id, month, currency, line_id, market, category, template, author, outcome) do update
   set messages = cost_total.messages + excluded.messages, micros = cost_total.micros + excluded.micros`,
)
export function totalValues(accountId: AccountId, rows: readonly CostRow[]): Buffer[] {
  const sums = new Map<string, { readonly row: CostRow; messages: number; micros: number }>()
  for (const row of rows) {
    const key = JSON.stringify(DIMENSIONS.map((name) => row[name]))
    const sum = sums.get(key) ?? { row, messages: 0, micros: 0 }
    sum.messages += row.messages
    sum.micros += row.micros
    sums.set(key, sum)
  }
  return TOTAL.values(
    [...sums.values()].map(({ row, messages, micros }) => ({
      account_id: accountId,
      month: row.month,
      currency: row.currency,
      line_id: row.lineId ?? NO_LINE,
      market: row.market,
      category: row.category,
      template: row.template,
      author: row.author,
      outcome: row.outcome,
      messages,
      micros,
    })),
  )
}
const DIMENSIONS: readonly (keyof Dimensions)[] = [
  'month',
  'currency',
  'lineId',
  'market',
  'category',
  'template',
  'author',
  'outcome',
]
