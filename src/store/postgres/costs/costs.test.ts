import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { instant, plus, hours, type Instant } from '#base/time.ts'
import type { AgentId } from '#core/account/account.ts'
import type { Budget } from '#core/cost/budget.ts'
import type { RateCard } from '#core/cost/rate-card.ts'
import { draftTemplate } from '#core/template/life/draft.ts'
import { bodyOf, newTemplateId } from '#core/template/life/scene.ts'
import type { FactBody } from '#core/loop/fact.ts'
import type { Pricing } from '#core/message/status.ts'
import {
  ACME,
  accountId,
  begun,
  BETA,
  contact,
  contactId,
  conversationId,
  given,
  messageId,
  NOW,
  outbound,
  queued,
  SALES,
} from '../../ledger.scene.ts'
import type { Group } from '../../costs.ts'
import { testStore, type TestStore } from '../test-store.ts'

let test_: TestStore
beforeEach(async () => {
  test_ = await testStore()
})
afterEach(() => test_.drop())

const costs = () => test_.store.costs
const REGULAR = (category: string): Pricing => ({ category, type: 'regular', model: 'PMP' })
const FREE: Pricing = { category: 'service', type: 'free_customer_service', model: 'PMP' }
const ANA = { kind: 'agent', agentId: messageId(99) as string as AgentId } as const

const heard = (
  id: number,
  status: 'sent' | 'delivered' | 'read',
  pricing: Pricing | null,
  at: Instant = NOW,
): FactBody => ({
  kind: 'message-progressed',
  conversationId: conversationId(1),
  messageId: messageId(id),
  status,
  statusAt: at,
  before: 'accepted',
  after: status,
  wireId: null,
  problem: null,
  pricing,
})
/** So many messages, delivered. */
async function sent(ids: readonly number[], pricing: Pricing, at: Instant = NOW): Promise<void> {
  const messages = ids.map((id) => messageId(id))
  await given(
    test_.store.ledger,
    ids.map((id) => queued(outbound(id, { author: ANA }))),
    { conversations: [conversationId(1)] },
  )
  await given(
    test_.store.ledger,
    ids.map((id) => heard(id, 'delivered', pricing, at)),
    { messages },
  )
}
async function project(): Promise<number> {
  let added = 0
  for (;;) {
    const { rows, isDone } = await costs().project(ACME, NOW)
    added += rows
    if (isDone) return added
  }
}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const ALL = { from: '2026-01', to: '2027-12', lineId: null, category: null, market: null, purpose: null }
const micros = async () =>
  (await costs().sums(ACME, ALL)).map(({ outcome, messages, micros: sum }) => [outcome, messages, sum])
const one = (price: number) => [{ from: 1, micros: price }]
const card = (price: number, about: Partial<RateCard> = {}, importedAt = NOW) => ({
  cardId: messageId(500 + price) as string,
  effectiveFrom: '2026-10-01',
  currency: 'USD',
  demonstration: false,
  markets: { Mexico: { marketing: one(price), utility: one(price) } },
  importedAt,
  importedBy: null,
  ...about,
})

test('every delivered message is charged once, whatever state carried the price, however often it is told', async () => {
  await given(test_.store.ledger, [...begun, queued(outbound(2, { author: ANA }))])
  const needs = { messages: [messageId(2)] }
  await given(test_.store.ledger, [heard(2, 'sent', REGULAR('service'))], needs)
  expect(await project()).toBe(0)
  await given(test_.store.ledger, [heard(2, 'read', null), heard(2, 'delivered', REGULAR('service'))], needs)
  await Promise.all([project(), project(), project()])
  await given(test_.store.ledger, [heard(2, 'delivered', REGULAR('service'))], needs)
  await project()
  const { data } = await costs().rows(ACME, { month: '2026-11', messageId: null, limit: 10, cursor: null })
  expect(data).toMatchObject([
    {
      messageId: messageId(2),
      revision: 0,
      lineId: SALES,
      conversationId: conversationId(1),
      author: `agent:${ANA.agentId}`,
      market: 'Mexico',
      category: 'service',
      outcome: 'charged',
      policy: '2026-10',
      micros: 8_500,
      currency: 'USD',
      month: '2026-11',
    },
  ])
  expect(await costs().check(ACME)).toMatchObject({ isBalanced: true, rows: 1, behind: 0, micros: [{ micros: 8_500 }] })
  expect(await costs().check(BETA)).toMatchObject({ isBalanced: true, rows: 0, micros: [] })
  expect((await costs().rows(BETA, { month: '2026-11', messageId: null, limit: 10, cursor: null })).data).toEqual([])
})

test('a message to a group costs what it costs to each whom it reached, as they are heard of', async () => {
  const added = [2, 3].map((id): FactBody => ({ kind: 'contact-added', contact: contact(id) }))
  const needs = { messages: [messageId(2)] }
  await given(test_.store.ledger, [...begun, ...added, queued(outbound(2, { author: ANA }))])
  const reached = (id: number, status: 'delivered' | 'read', pricing: Pricing | null): FactBody => {
    const fact = heard(2, status, pricing)
    const receipt = { contactId: contactId(id), status, at: NOW }
    return fact.kind === 'message-progressed' ? { ...fact, receipt } : fact
  }
  await given(test_.store.ledger, [reached(2, 'delivered', REGULAR('utility'))], needs)
  await project()
  const [[, , alone] = []] = await micros()
  await given(test_.store.ledger, [reached(3, 'read', null)], needs)
  await project()
  expect(await micros()).toEqual([['charged', 2, 2 * Number(alone)]])
  expect(alone).toBeGreaterThan(0)
  const { data } = await costs().report(ACME, { ...ALL, group: 'month', limit: 10, cursor: null })
  expect(data).toMatchObject([{ messages: 2, charged: 2 }])
  expect(await costs().check(ACME)).toMatchObject({ isBalanced: true })
})

test('an earlier delivery in another month is a pair of correcting rows', async () => {
  await given(test_.store.ledger, [...begun, queued(outbound(2))])
  const needs = { messages: [messageId(2)] }
  await given(test_.store.ledger, [heard(2, 'read', REGULAR('marketing'), instant(Date.UTC(2026, 10, 1, 7)))], needs)
  await project()
  await given(test_.store.ledger, [heard(2, 'delivered', null, instant(Date.UTC(2026, 10, 1, 5)))], needs)
  expect(await project()).toBe(2)
  const { data } = await costs().report(ACME, { ...ALL, group: 'month', limit: 10, cursor: null })
  expect(data).toEqual([
    { key: '2026-10', currency: 'USD', messages: 1, charged: 1, free: 0, unpriced: 0, micros: 30_500 },
  ])
  expect(await costs().check(ACME)).toMatchObject({ isBalanced: true, rows: 3 })
})

test('a card for days gone by corrects what it changes and nothing else', async () => {
  await given(test_.store.ledger, begun)
  await sent(range(2, 6), REGULAR('marketing'))
  await sent([7], FREE)
  await project()
  expect(await micros()).toEqual([
    ['allowance', 1, 0],
    ['charged', 5, 5 * 30_500],
  ])
  await costs().addCard(ACME, card(30_500))
  expect(await project()).toBe(0)
  await costs().addCard(ACME, card(20_000, {}, plus(NOW, hours(1))))
  expect(await project()).toBe(10)
  expect(await micros()).toEqual([
    ['allowance', 1, 0],
    ['charged', 5, 5 * 20_000],
  ])
  expect(await costs().check(ACME)).toMatchObject({ isBalanced: true, rows: 16 })
  expect((await costs().cards(ACME)).map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2026-10-01', '2026-10-01'])
  expect(await costs().cards(BETA)).toEqual([])
})

test('volume tiers are marginal over the month, also when their card comes later', async () => {
  await given(test_.store.ledger, begun)
  await sent(range(2, 8), REGULAR('utility'))
  await project()
  const tiers = [...one(8_500), { from: 4, micros: 8_000 }, { from: 6, micros: 7_000 }]
  await costs().addCard(ACME, card(1, { markets: { Mexico: { marketing: one(30_500), utility: tiers } } }))
  await project()
  const expected = 3 * 8_500 + 2 * 8_000
  expect(await costs().check(ACME)).toMatchObject({ isBalanced: true, micros: [{ micros: expected + 2 * 7_000 }] })
  await sent(range(9, 10), REGULAR('utility'))
  await project()
  expect(await costs().check(ACME)).toMatchObject({ isBalanced: true, micros: [{ micros: expected + 4 * 7_000 }] })
})

test('a change of the account’s zone moves what was delivered around midnight', async () => {
  await given(test_.store.ledger, begun)
  await sent([2], REGULAR('marketing'), instant(Date.UTC(2026, 10, 1, 3)))
  await project()
  const months = async () =>
    (await costs().report(ACME, { ...ALL, group: 'month', limit: 10, cursor: null })).data.map(({ key }) => key)
  expect(await months()).toEqual(['2026-10'])
  await costs().setBilling(ACME, { groupKey: 'waba-100000000001', timeZone: 'UTC', currency: 'USD' })
  await project()
  expect(await months()).toEqual(['2026-11'])
  expect(await costs().billing(ACME)).toHaveLength(1)
})

test.each([
  ['line', SALES],
  ['template', ''],
  ['purpose', 'service'],
  ['category', 'marketing'],
  ['author', `agent:${ANA.agentId}`],
  ['market', 'Mexico'],
  ['month', '2026-11'],
] as const)('the report by %s goes page by page, greatest first', async (group: Group, key) => {
  await given(test_.store.ledger, begun)
  await sent(range(2, 3), REGULAR('marketing'))
  await sent([4], REGULAR('utility'))
  await project()
  const ask = { ...ALL, group, limit: 1, cursor: null }
  const first = await costs().report(ACME, ask)
  expect(first.data[0]?.key).toBe(key)
  if (group !== 'category') return expect(first).toMatchObject({ data: [{ messages: 3, micros: 69_500 }], next: null })
  const second = await costs().report(ACME, { ...ask, cursor: first.next })
  expect(second).toMatchObject({ data: [{ key: 'utility', micros: 8_500 }], next: null })
})

test('a template’s costs stand under what it is for, as it is said today', async () => {
  await given(test_.store.ledger, begun)
  const content = {
    kind: 'template' as const,
    template: {
      ...{ name: 'recibo', language: 'es_MX', category: 'UTILITY' as const, values: [], named: false },
      rendered: { header: null, body: 'Hola', footer: null, buttons: [] },
    },
  }
  await given(test_.store.ledger, [queued(outbound(2, { content }))], { conversations: [conversationId(1)] })
  await given(test_.store.ledger, [heard(2, 'delivered', REGULAR('utility'))], { messages: [messageId(2)] })
  await project()
  const keys = async (purpose: string | null = null) => {
    const ask = { ...ALL, purpose, group: 'purpose' as const, limit: 10, cursor: null }
    return (await costs().report(ACME, ask)).data.map(({ key, messages }) => `${key} ${messages}`)
  }
  expect(await keys()).toEqual(['unsaid 1'])
  const wanted = {
    ...{ accountId: ACME, templateId: newTemplateId(), groupKey: 'waba-100000000001' },
    ...{ body: bodyOf('Recibo de {{1}}.', { name: 'recibo' }), purpose: 'payment' as const },
  }
  const drafted = draftTemplate(wanted, ANA, NOW)
  if (drafted.ok) await test_.store.templates.add(drafted.value)
  expect(await keys()).toEqual(['payment 1'])
  expect(await keys('payment')).toEqual(['payment 1'])
  expect(await keys('service')).toEqual([])
  expect(await costs().sums(ACME, { ...ALL, purpose: 'payment' })).toHaveLength(1)
})

test('the ledger is read newest row first, page by page, each row once', async () => {
  await given(test_.store.ledger, begun)
  await sent(range(2, 14), REGULAR('marketing'))
  await project()
  const ids: number[] = []
  for (let cursor: string | null = null; ;) {
    const page: Awaited<ReturnType<ReturnType<typeof costs>['rows']>> = await costs().rows(ACME, {
      ...{ month: '2026-11', messageId: null, limit: 5, cursor },
    })
    ids.push(...page.data.map(({ rowId }) => Number(rowId)))
    cursor = page.next
    if (cursor === null) break
  }
  expect(ids).toEqual(range(1, 13).toReversed())
})

test('a budget tells administrators once a level and month', async () => {
  await given(test_.store.ledger, begun)
  const budget: Budget = {
    budgetId: messageId(900) as string,
    name: 'Campañas',
    lineId: null,
    category: 'marketing',
    limit: { micros: 100_000, currency: 'USD' },
    warnAt: 50,
    stops: 'templates',
  }
  await costs().putBudget(ACME, budget)
  const told = async () => {
    const { data } = await test_.store.notices.list(ACME, { show: 'all', limit: 10, cursor: null })
    return data.map(({ notice }) => [notice.code, notice.from, notice.to])
  }
  await sent([2], REGULAR('marketing'))
  await project()
  expect(await told()).toEqual([])
  await sent([3], REGULAR('marketing'))
  await project()
  expect(await told()).toEqual([['budget-warning', '0.061 USD', '0.10 USD']])
  await sent([4, 5], REGULAR('marketing'))
  await project()
  await sent([6], REGULAR('marketing'))
  await project()
  expect((await told()).map(([code]) => code).sort()).toEqual(['budget-stopped', 'budget-warning'])
  expect(await costs().budgets(ACME)).toEqual([budget])
  expect(await costs().removeBudget(BETA, budget.budgetId)).toBe(false)
  expect(await costs().removeBudget(ACME, budget.budgetId)).toBe(true)
})

test('a sum that somebody altered is noticed', async () => {
  await given(test_.store.ledger, begun)
  await sent([2], REGULAR('marketing'))
  await project()
  const owner = new pg.Client({ connectionString: test_.url })
  await owner.connect()
  await owner.query(`set app.accounts = '{${ACME},${accountId(2)}}'`)
  await owner.query('update cost_total set micros = micros + 1')
  expect(await costs().check(ACME)).toMatchObject({ isBalanced: false, differing: 2 })
  await owner.query('update cost_total set micros = micros - 1')
  await owner.query('delete from cost_row')
  expect(await costs().check(ACME)).toMatchObject({ isBalanced: false, missing: 1 })
  await owner.end()
})
