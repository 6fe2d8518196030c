import * as z from 'zod/mini'
import { isZone } from '#base/zone.ts'
import { STOPS } from '#core/cost/budget.ts'
import { CURRENCIES } from '#core/cost/card-file.ts'
import { OUTCOMES } from '#core/cost/charge.ts'
import { PURPOSES } from '#core/template/purpose.ts'
import { RATES } from '#core/cost/rate-card.ts'
import { cursor, described, iso, limit, page, uuid } from './schema.ts'
import { byId, route } from './route.ts'

/** Besides what templates are for: one of which nobody said it, and what was no template. */
export const COST_PURPOSES = [...PURPOSES, 'unsaid', 'service'] as const
export const COST_GROUPS = ['line', 'template', 'purpose', 'category', 'author', 'market', 'month'] as const
const month = described(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)), 'A month of the bill', '2026-11')
const date = described(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), 'A day', '2026-10-01')
const currency = described(z.enum(CURRENCIES as [string, ...string[]]), 'What Meta bills in', 'USD')
const micros = described(z.int(), 'Millionths of the currency', 8500)
const category = z.enum(['marketing', 'utility', 'authentication', 'service'])
const timeZone = described(
  z.string().check(z.maxLength(60), z.refine(isZone, 'IANA')),
  'IANA name; days and months of the bill begin at its midnight',
  'America/Mexico_City',
)
const tier = z.object({ from: described(z.int(), 'First message of the month it holds for'), micros })

export const cardView = z.object({
  id: uuid,
  effectiveFrom: date,
  currency,
  demonstration: described(z.boolean(), 'True: not Meta’s word, something to try Hilo with'),
  markets: z.record(z.string(), z.partialRecord(z.enum(RATES), z.array(tier))),
  importedAt: z.nullable(iso),
  importedBy: described(z.nullable(z.string()), 'Name of the person'),
})
export type CardView = z.output<typeof cardView>

export const pricesView = z.object({
  cards: described(z.array(cardView), 'In the order of their import, the demonstration’s first'),
  stops: described(
    z.array(
      z.object({
        budgetId: uuid,
        name: z.string(),
        lineId: z.nullable(uuid),
        category: z.nullable(category),
        stops: z.enum(['templates', 'everything']),
      }),
    ),
    'Budgets that are spent and let such messages leave no more',
  ),
  lines: z.array(
    z.object({
      lineId: uuid,
      timeZone,
      currency,
      month,
      freeServiceLeft: described(z.nullable(z.int()), 'Answers still free this month; null: there is no limit'),
      volumes: described(z.record(z.string(), z.int()), 'Messages charged this month, by "market|category"'),
    }),
  ),
})
export type PricesView = z.output<typeof pricesView>

const lineProblem = z.object({
  file: z.enum(['rates', 'tiers']),
  line: described(z.int(), 'Counted from 1; 0: the file as a whole'),
  problem: z.string(),
  message: described(z.string(), 'In the language of `Accept-Language`'),
  found: z.string(),
  expected: z.string(),
})
export const importView = z.object({
  card: described(z.nullable(cardView), 'Null when a line is wrong; nothing is half taken'),
  stored: z.boolean(),
  problems: z.array(lineProblem),
  /** Of the card that holds until now. */
  changes: described(
    z.array(z.object({ market: z.string(), rate: z.enum(RATES), from: z.nullable(micros), to: z.nullable(micros) })),
    'First prices that differ from the card in force on that day',
  ),
})
export type ImportView = z.output<typeof importView>

export const budgetView = z.object({
  id: uuid,
  name: z.string(),
  lineId: described(z.nullable(uuid), 'Null: all lines'),
  category: described(z.nullable(category), 'Null: all categories'),
  limitMicros: micros,
  currency,
  warnAt: described(z.int(), 'Administrators are told at this share, in percent'),
  stops: described(z.enum(STOPS), 'At the limit: only a notice; no more marketing and utility; nothing that costs'),
  spentMicros: described(micros, 'Spent this month'),
})
export type BudgetView = z.output<typeof budgetView>

const filter = {
  from: month,
  to: month,
  lineId: z.optional(uuid),
  category: z.optional(z.string().check(z.maxLength(60))),
  market: z.optional(z.string().check(z.maxLength(60))),
  purpose: described(
    z.optional(z.enum(COST_PURPOSES)),
    'What templates are for, as said today; `service`: no template',
  ),
}
const counted = { messages: z.int(), charged: z.int(), free: z.int(), unpriced: z.int(), micros, currency }
export const reportRowView = z.object({
  key: described(
    z.string(),
    'Id of the line, "name|language", purpose, category, "agent:<id>", market or month; "volume"',
  ),
  name: described(z.string(), 'The same for people'),
  ...counted,
})
export type ReportRowView = z.output<typeof reportRowView>

export const summaryView = z.object({
  sums: z.array(z.object({ currency, outcome: z.enum(OUTCOMES), messages: z.int(), micros })),
  allowances: described(
    z.array(z.object({ lineId: uuid, used: z.int(), of: z.int() })),
    'Free answers of the month in `to`, by line',
  ),
  demonstration: described(z.boolean(), 'Whether prices come from the demonstration’s card'),
})
export type SummaryView = z.output<typeof summaryView>

const rowView = z.object({
  id: z.string(),
  messageId: z.nullable(uuid),
  conversationId: z.nullable(uuid),
  revision: described(z.int(), '0: the charge; odd: takes the row before back; even: what took its place'),
  messages: described(z.int(), '1, -1 or 0'),
  month,
  lineId: z.nullable(uuid),
  market: z.string(),
  category: z.string(),
  template: z.nullable(z.string()),
  author: z.string(),
  outcome: z.enum(OUTCOMES),
  policy: z.nullable(z.string()),
  cardId: z.nullable(uuid),
  micros,
  currency,
  deliveredAt: iso,
  recordedAt: iso,
})
const billingView = z.object({ wabaId: z.string().check(z.maxLength(40)), timeZone, currency })
export type BillingView = z.output<typeof billingView>
const file = z.string().check(z.maxLength(200_000))

/** What messages cost. */
export const costRoutes = {
  getPrices: route({
    method: 'GET',
    path: '/api/v1/costs/prices',
    permission: 'message:send',
    summary: 'What our numbers’ messages cost, for estimates: cards, free answers left, this month’s counts',
    output: pricesView,
  }),
  estimateCost: route({
    method: 'POST',
    path: '/api/v1/costs/estimate',
    permission: 'message:send',
    summary: 'What a message to so many people will cost outside their window, tier by tier',
    input: z.strictObject({
      lineId: described(z.optional(uuid), 'May be left out when the account has one line'),
      category: described(z.optional(category), 'Or name a template'),
      template: z.optional(
        z.strictObject({ name: z.string().check(z.maxLength(512)), language: z.string().check(z.maxLength(20)) }),
      ),
      countries: described(
        z.record(z.string().check(z.regex(/^[A-Z]{2}$/)), z.int().check(z.minimum(0), z.maximum(100_000_000))),
        'How many people by ISO country',
        { MX: 1200, CO: 300 },
      ),
    }),
    output: z.object({
      category,
      currency,
      micros,
      markets: z.array(z.object({ market: z.string(), messages: z.int(), micros })),
      unpriced: described(z.int(), 'People in countries no card prices; not in the sum'),
      demonstration: z.boolean(),
    }),
  }),
  costReport: route({
    method: 'GET',
    path: '/api/v1/costs/report',
    permission: 'cost:read',
    summary: 'What was spent, greatest first, by number, template, purpose, category, author, market or month',
    query: z.object({ ...filter, group: z._default(z.enum(COST_GROUPS), 'line'), limit, cursor }),
    output: page(reportRowView),
  }),
  exportCosts: route({
    method: 'GET',
    path: '/api/v1/costs/report.csv',
    permission: 'cost:read',
    summary: 'The same as a file for spreadsheets, every group',
    kind: 'file',
    query: z.object({ ...filter, group: z._default(z.enum(COST_GROUPS), 'line') }),
  }),
  costSummary: route({
    method: 'GET',
    path: '/api/v1/costs/summary',
    permission: 'cost:read',
    summary: 'Sums by currency and outcome, and the free answers of each number',
    query: z.object(filter),
    output: summaryView,
  }),
  listCostRows: route({
    method: 'GET',
    path: '/api/v1/costs/rows',
    permission: 'cost:read',
    summary: 'The cost ledger of a month, newest row first',
    query: z.object({ month, messageId: z.optional(uuid), limit, cursor }),
    output: page(rowView),
  }),
  checkCosts: route({
    method: 'GET',
    path: '/api/v1/costs/check',
    permission: 'cost:read',
    summary: 'Holds the cost ledger against its sums and against what was delivered',
    output: z.object({
      balanced: z.boolean(),
      rows: z.int(),
      behind: described(z.int(), 'Facts not read yet'),
      differing: described(z.int(), 'Sums that are not those of their rows'),
      miscounted: described(z.int(), 'Messages counted other than once'),
      missing: described(z.int(), 'Delivered messages the ledger does not have'),
      sums: z.array(z.object({ currency, micros })),
    }),
  }),
  listCards: route({
    method: 'GET',
    path: '/api/v1/costs/cards',
    permission: 'cost:read',
    summary: 'Rate cards in the order of their import',
    output: page(cardView),
  }),
  importCard: route({
    method: 'POST',
    path: '/api/v1/costs/cards',
    permission: 'cost:manage',
    summary: 'Read Meta’s files of rates; messages since that day are charged anew by correcting rows',
    input: z.strictObject({
      effectiveFrom: date,
      rates: described(file, 'Meta’s "rates.csv"'),
      tiers: described(z.optional(z.nullable(file)), 'Meta’s "volume tiers.csv"'),
      preview: described(z._default(z.boolean(), false), 'True: nothing is kept'),
    }),
    output: importView,
  }),
  listBilling: route({
    method: 'GET',
    path: '/api/v1/costs/billing',
    permission: 'cost:read',
    summary: 'Time zone and currency each WhatsApp account is billed in',
    output: page(billingView),
  }),
  setBilling: route({
    method: 'POST',
    path: '/api/v1/costs/billing',
    permission: 'cost:manage',
    summary: 'Say how a WhatsApp account is billed; what was charged is counted anew',
    input: billingView,
    output: billingView,
  }),
  listBudgets: route({
    method: 'GET',
    path: '/api/v1/costs/budgets',
    permission: 'cost:read',
    summary: 'Monthly budgets and what is spent of them',
    output: page(budgetView),
  }),
  putBudget: route({
    method: 'POST',
    path: '/api/v1/costs/budgets',
    permission: 'cost:manage',
    summary: 'Add a budget, or replace the one with that id',
    input: z.strictObject({
      id: z.optional(uuid),
      name: z.string().check(z.minLength(1), z.maxLength(80)),
      lineId: z.optional(z.nullable(uuid)),
      category: z.optional(z.nullable(category)),
      limitMicros: micros.check(z.minimum(1), z.maximum(1_000_000_000_000_000)),
      currency,
      warnAt: z._default(z.int().check(z.minimum(1), z.maximum(100)), 80),
      stops: z._default(z.enum(STOPS), 'nothing'),
    }),
    output: budgetView,
    status: 201,
  }),
  removeBudget: route({
    method: 'POST',
    path: '/api/v1/costs/budgets/:id/remove',
    permission: 'cost:manage',
    summary: 'Remove a budget; what it stopped leaves again',
    params: byId,
    status: 204,
  }),
}
