import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BudgetView, CardView, ImportView, PricesView, ReportRowView, SummaryView } from '#contract/costs.ts'
import type { MessageView } from '#contract/views.ts'
import { type House, NUMBER, openHouse, until, WABA } from './test-house.ts'

let house: House
let ana: Awaited<ReturnType<typeof signedIn>>
beforeAll(async () => {
  house = await openHouse()
  ana = await signedIn()
})
afterAll(() => house.close())

/** Calls as the administrator at the desk. */
async function signedIn() {
  const answer = await fetch(`${house.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ana@aurora.example', password: 'bacado-defigo-1234' }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return async <Body>(method: string, route: string, body?: object) => {
    const asked = await fetch(`${house.url}/api/v1/costs${route}`, {
      method,
      headers: { cookie, origin: 'http://localhost:4000', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await asked.text()
    const isJson = asked.headers.get('content-type')?.includes('json')
    return { status: asked.status, body: (isJson ? JSON.parse(text) : text) as Body }
  }
}

const month = new Date().toISOString().slice(0, 7)
const range = `from=2026-01&to=${month}`
const RATES = 'Market,Currency,Marketing,Utility\nMexico,USD,0.0400,0.0100\nOther,USD,0.0600,0.0077\n'

/** Our answer to a customer, delivered, with what Meta says of its price. */
async function answered(type: string): Promise<MessageView> {
  const from = `52155${String(randomBytes(4).readUInt32BE()).padStart(8, '0').slice(0, 8)}`
  const { id } = await house.write(from, `Hola ${from}`)
  const sent = await house.api<MessageView>(
    'POST',
    '/api/v1/messages',
    { to: { conversationId: id }, content: { kind: 'text', text: 'Buenas' } },
    { 'idempotency-key': `k-${from}` },
  )
  if (sent.status !== 202) throw new Error(sent.body.status ?? '')
  const message = await house.reaching(sent.body.id, 'accepted')
  const status = {
    id: message.wireId,
    status: 'delivered',
    timestamp: String(Math.floor(Date.now() / 1000)),
    recipient_id: from,
    pricing: { billable: true, pricing_model: 'PMP', type, category: 'service' },
  }
  const value = { metadata: { phone_number_id: NUMBER }, statuses: [status, status] }
  const entry = [{ id: WABA, changes: [{ field: 'messages', value }] }]
  await house.knock(JSON.stringify({ object: 'whatsapp_business_account', entry }))
  return house.reaching(sent.body.id, 'delivered')
}
const report = async (group: string) =>
  (await ana<{ data: ReportRowView[] }>('GET', `/report?${range}&group=${group}`)).body.data

test('what was delivered is charged by itself, reported by name, and the ledger balances', async () => {
  await answered('regular')
  await answered('free_customer_service')
  const [row] = await until(async () => {
    const rows = await report('line')
    return rows[0]?.messages === 2 ? rows : undefined
  })
  expect(row).toMatchObject({ name: 'Ventas', charged: 1, free: 1, unpriced: 0, micros: 8_500, currency: 'USD' })
  expect((await report('author'))[0]?.key).toMatch(/^api:/)
  const { body: summary } = await ana<SummaryView>('GET', `/summary?${range}`)
  expect(summary.sums.map(({ outcome, messages }) => [outcome, messages])).toEqual([
    ['allowance', 1],
    ['charged', 1],
  ])
  expect(summary).toMatchObject({ allowances: [{ used: 1, of: 1_000 }], demonstration: true })
  expect((await ana('GET', '/check')).body).toMatchObject({ balanced: true, rows: 2, missing: 0 })
  const { body: rows } = await ana<{ data: object[] }>('GET', `/rows?month=${month}`)
  expect(rows.data).toHaveLength(2)
  const { body: csv } = await ana<string>('GET', `/report.csv?${range}&group=line`)
  expect(csv).toContain('Ventas,2,1,1,0,0.008500,USD\r\n')
})

test('a file of rates is shown before it is kept, and then charges anew what it changes', async () => {
  const card = { effectiveFrom: '2026-10-01', rates: RATES }
  const bad = { ...card, rates: `${RATES}Narnia,USD,x,1\n` }
  const { body: problems } = await ana<ImportView>('POST', '/cards', { ...bad, preview: true })
  expect(problems).toMatchObject({ card: null, stored: false })
  expect(problems.problems.map(({ line, problem }) => [line, problem])).toEqual([
    [4, 'market-unknown'],
    [4, 'price-invalid'],
  ])
  expect(await ana('POST', '/cards', bad)).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'rates:4', found: 'Narnia' }, { field: 'rates:4' }] },
  })
  const { body: preview } = await ana<ImportView>('POST', '/cards', { ...card, preview: true })
  expect(preview.stored).toBe(false)
  expect(preview.changes).toContainEqual({ market: 'Mexico', rate: 'utility', from: 8_500, to: 10_000 })
  expect((await ana<{ data: CardView[] }>('GET', '/cards')).body.data).toHaveLength(1)
  expect((await ana<ImportView>('POST', '/cards', card)).body.stored).toBe(true)
  await until(async () => ((await report('line'))[0]?.micros === 10_000 ? true : undefined))
  expect((await ana('GET', '/check')).body).toMatchObject({ balanced: true, rows: 4 })
  const { body: prices } = await ana<PricesView>('GET', '/prices')
  expect(prices.cards.map(({ demonstration }) => demonstration)).toEqual([true, false])
  expect(prices.lines).toMatchObject([{ timeZone: 'America/Mexico_City', currency: 'USD', freeServiceLeft: 999 }])
  const { body: estimate } = await ana('POST', '/estimate', { category: 'marketing', countries: { MX: 10, US: 1 } })
  expect(estimate).toMatchObject({ micros: 460_000, unpriced: 0, demonstration: false })
})

test('budgets are kept, told of and removed; who only sends may not set them', async () => {
  const wanted = { name: 'Noviembre', limitMicros: 20_000, currency: 'USD', warnAt: 50, stops: 'templates' }
  const { body: budget, status } = await ana<BudgetView>('POST', '/budgets', wanted)
  expect([status, budget.spentMicros]).toEqual([201, 10_000])
  await answered('regular')
  await until(async () => {
    const { body } = await ana<{ data: BudgetView[] }>('GET', '/budgets')
    return body.data[0]?.spentMicros === 20_000 ? true : undefined
  })
  await ana('POST', '/budgets', { ...wanted, id: budget.id, stops: 'everything' })
  await expect(answered('regular')).rejects.toThrow()
  const { body: prices } = await ana<PricesView>('GET', '/prices')
  expect(prices.stops).toMatchObject([{ name: 'Noviembre', stops: 'everything' }])
  expect((await ana('POST', `/budgets/${budget.id}/remove`)).status).toBe(204)
  await answered('free_customer_service')
  expect((await ana('POST', `/budgets/${budget.id}/remove`)).status).toBe(404)
  expect((await house.api('POST', '/api/v1/costs/budgets', wanted)).status).toBe(403)
  expect((await house.api('GET', '/api/v1/costs/budgets')).status).toBe(200)
})

test('an account is billed where somebody says it is', async () => {
  expect((await ana('POST', '/billing', { wabaId: WABA, timeZone: 'Mars/Olympus', currency: 'USD' })).status).toBe(422)
  expect((await ana('POST', '/billing', { wabaId: '1', timeZone: 'UTC', currency: 'USD' })).status).toBe(404)
  expect((await ana('POST', '/billing', { wabaId: WABA, timeZone: 'UTC', currency: 'USD' })).status).toBe(200)
  expect((await ana('GET', '/billing')).body).toMatchObject({ data: [{ wabaId: WABA, timeZone: 'UTC' }] })
})
