import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { AgentId } from '#core/account/account.ts'
import type { Billing } from '#core/cost/billing.ts'
import type { RateCard } from '#core/cost/rate-card.ts'
import type { Costs, ImportedCard } from '../../costs.ts'
import { timestamp } from '../rows.ts'
import { alone, inTransaction, json, statement } from '../transaction.ts'

/** Cards as they were imported, and how accounts are billed. */
export const postgresCards = (pool: pg.Pool): Pick<Costs, 'cards' | 'addCard' | 'billing' | 'setBilling'> => ({
  async cards(accountId) {
    return (await alone<CardRow>(pool, [accountId], LIST_CARDS, [accountId])).rows.map(cardFrom)
  },
  /** With the reader's lock, so that nothing is charged by the old card once the recount knows where to end. */
  addCard: (accountId, { cardId, effectiveFrom, currency, importedAt, importedBy, markets }) =>
    inTransaction(pool, [accountId], async (run) => {
      await run(ENSURE, [accountId])
      await run(LOCK, [accountId])
      const at = timestamp(importedAt)
      await run(ADD_CARD, [accountId, cardId, effectiveFrom, currency, at, importedBy, json({ markets })])
      await run(ASK_RECOUNT, [accountId, effectiveFrom.slice(0, 7)])
    }),
  async billing(accountId) {
    return (await alone<Billing>(pool, [accountId], LIST_BILLING, [accountId])).rows
  },
  setBilling: (accountId, { groupKey, timeZone, currency }) =>
    inTransaction(pool, [accountId], async (run) => {
      await run(ENSURE, [accountId])
      await run(LOCK, [accountId])
      await run(SET_BILLING, [accountId, groupKey, timeZone, currency])
      await run(ASK_RECOUNT, [accountId, ''])
    }),
})

export type CardRow = {
  card_id: string
  effective_from: string
  currency: string
  imported_at: Instant
  imported_by: AgentId | null
  rest: Pick<RateCard, 'markets'>
}
export const cardFrom = (row: CardRow): ImportedCard => ({
  cardId: row.card_id,
  effectiveFrom: row.effective_from,
  currency: row.currency,
  demonstration: false,
  markets: row.rest.markets,
  importedAt: row.imported_at,
  importedBy: row.imported_by,
})

export const LIST_CARDS = statement(
  'cost-list-cards',
  `select card_id, effective_from, currency, imported_at, imported_by, rest from rate_card
   where account_id = $1 order by imported_at, card_id`,
)
export const LIST_BILLING = statement(
  'cost-list-billing',
  `select group_key as "groupKey", time_zone as "timeZone", currency from billing where account_id = $1`,
)
const ENSURE = statement('cost-cards-reader', `insert into cost_reader (account_id) values ($1) on conflict do nothing`)
const LOCK = statement('cost-cards-lock', `select from cost_reader where account_id = $1 for update`)
const ADD_CARD = statement(
  'cost-add-card',
  `insert into rate_card (account_id, card_id, effective_from, currency, imported_at, imported_by, rest)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)
const ASK_RECOUNT = statement(
  'cost-ask-recount',
  `insert into cost_recount (account_id, from_month, until_row)
   select $1, $2, coalesce(max(row_id), 0) from cost_row where account_id = $1`,
)
const SET_BILLING = statement(
  'cost-set-billing',
  `insert into billing (account_id, group_key, time_zone, currency) values ($1, $2, $3, $4)
   on conflict (account_id, group_key) do update set time_zone = excluded.time_zone, currency = excluded.currency`,
)
