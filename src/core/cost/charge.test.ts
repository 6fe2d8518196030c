import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { AgentId, ConversationId, LineId, MessageId } from '../account/account.ts'
import { type CostRow, type Delivered, settle, type Tariff, volumeRow } from './charge.ts'
import { rateAt, type RateCard, tiersOf } from './rate-card.ts'

const at = (iso: string) => instant(Date.parse(iso))
const one = (micros: number) => [{ from: 1, micros }]
const OCTOBER: RateCard = {
  cardId: 'october',
  effectiveFrom: '2026-10-01',
  currency: 'USD',
  demonstration: false,
  markets: {
    Mexico: {
      marketing: one(30_500),
      utility: [...one(8_500), { from: 4, micros: 8_000 }, { from: 8, micros: 7_001 }],
    },
    Other: { marketing: one(60_000), utility: one(7_700) },
  },
}
const JULY: RateCard = { ...OCTOBER, cardId: 'july', effectiveFrom: '2026-07-01' }
const TARIFF: Tariff = { cards: [JULY, OCTOBER], timeZone: 'America/Mexico_City', currency: 'USD' }
const ANA = { kind: 'agent', agentId: 'ana' as AgentId } as const

const delivered = (category: string, type: string, about: Partial<Delivered> = {}): Delivered => ({
  messageId: 'm' as MessageId,
  lineId: 'sales' as LineId,
  conversationId: 'c' as ConversationId,
  author: ANA,
  template: null,
  recipient: { phone: '5215512345678', userId: null },
  pricing: { category, type, model: 'PMP' },
  deliveredAt: at('2026-11-01T12:00:00Z'),
  ...about,
})
const charged = (...given: Parameters<typeof delivered>) => settle(delivered(...given), TARIFF, null)[0]

describe('a delivered message', () => {
  const before = { deliveredAt: at('2026-10-01T05:59:59.999Z') }
  const long = { deliveredAt: at('2025-05-01T12:00:00Z') }
  test.each([
    ['marketing is charged', 'marketing', 'regular', {}, 'charged', 30_500],
    ['marketing by the lite way costs what marketing costs', 'marketing_lite', 'regular', {}, 'charged', 30_500],
    ['an answer past the allowance costs what utility lists', 'service', 'regular', {}, 'charged', 8_500],
    ['an answer within the allowance is free', 'service', 'free_customer_service', {}, 'allowance', 0],
    ['an answer before October was free by the window', 'service', 'free_customer_service', before, 'window', 0],
    ['utility before October was free in the window', 'utility', 'free_customer_service', before, 'window', 0],
    ['utility since is charged', 'utility', 'regular', {}, 'charged', 8_500],
    ['a code costs utility’s first tier', 'authentication', 'regular', {}, 'charged', 8_500],
    ['what an ad brought is free', 'marketing', 'free_entry_point', {}, 'free-entry', 0],
    ['what Meta calls a referral is free', 'referral_conversion', 'regular', {}, 'free-entry', 0],
    ['a bot paid by the token has no price here', 'general_purpose_ai', 'regular', {}, 'unpriced', 0],
    ['a category nobody knows has no price', 'carrier_pigeon', 'regular', {}, 'unpriced', 0],
    ['charges by conversation are not ours to split', 'marketing', 'regular', long, 'unpriced', 0],
    ['a type nobody knows is charged', 'utility', 'premium', {}, 'charged', 8_500],
  ])('%s', (_, category, type, about, outcome, micros) => {
    expect(charged(category, type, about)).toMatchObject({ outcome, micros, messages: 1, revision: 0 })
  })

  test('in a group costs what each of those it reached costs, in their own market', () => {
    const others = [
      { phone: '5215500000077', userId: null },
      { phone: '573001234567', userId: null },
      { phone: null, userId: null },
    ]
    expect(charged('utility', 'regular', { others })).toMatchObject({
      ...{ messages: 4, market: 'Mexico', outcome: 'charged' },
      micros: 3 * 8_500 + 7_700,
    })
    expect(charged('service', 'free_customer_service', { others })).toMatchObject({
      ...{ outcome: 'allowance', micros: 0, messages: 4 },
    })
  })

  test('in a group is taken back with all it counted when one more is heard of', () => {
    const group = { others: [{ phone: '573001234567', userId: null }] }
    const [one] = settle(delivered('utility', 'regular'), TARIFF, null)
    const [back, both] = settle({ ...delivered('utility', 'regular'), ...group }, TARIFF, one ?? null)
    expect([one?.messages, back?.messages, both?.messages]).toEqual([1, -1, 2])
    const [again] = settle(delivered('utility', 'regular'), TARIFF, both ?? null)
    expect(again?.messages).toBe(-2)
  })

  test('carries what it is counted by', () => {
    expect(charged('utility', 'regular', { template: { name: 'pago', language: 'es_MX' } })).toMatchObject({
      month: '2026-11',
      market: 'Mexico',
      template: 'pago|es_MX',
      author: 'agent:ana',
      policy: '2026-10',
      cardId: 'october',
      currency: 'USD',
    })
  })

  test('belongs to the month of its delivery in the account’s time zone', () => {
    expect(charged('marketing', 'regular', before)).toMatchObject({
      month: '2026-09',
      policy: '2025-07',
      cardId: 'july',
    })
    expect(charged('marketing', 'regular', { deliveredAt: at('2026-10-01T06:00:00Z') })?.month).toBe('2026-10')
  })

  test('is counted towards the allowance itself, should Meta not tell', () => {
    const used = (count: number) => ({ shownAs: null, used: () => count })
    const answer = delivered('service', 'regular')
    expect(settle(answer, TARIFF, null, used(999))[0]).toMatchObject({ outcome: 'allowance', micros: 0 })
    expect(settle(answer, TARIFF, null, used(1_000))[0]).toMatchObject({ outcome: 'charged', micros: 8_500 })
  })

  test('heard of again changes nothing, with other news is taken back and put right', () => {
    const [first] = settle(delivered('utility', 'regular'), TARIFF, null)
    expect(settle(delivered('utility', 'regular'), TARIFF, first as CostRow)).toEqual([])
    const earlier = delivered('utility', 'regular', { deliveredAt: at('2026-10-31T12:00:00Z') })
    const pair = settle(earlier, TARIFF, first as CostRow)
    expect(pair).toMatchObject([
      { revision: 1, messages: -1, month: '2026-11', micros: -8_500 },
      { revision: 2, messages: 1, month: '2026-10', micros: 8_500 },
    ])
    expect(settle(earlier, TARIFF, pair[1] as CostRow)).toEqual([])
  })
})

describe('the ledger', () => {
  type Told = { readonly message: number; readonly state: 'delivered' | 'read'; readonly at: number }
  const SEPTEMBER = at('2026-09-29T00:00:00Z')
  const news = fc.record({
    message: fc.integer({ min: 0, max: 30 }),
    state: fc.constantFrom('delivered' as const, 'read' as const),
    at: fc.integer({ min: 0, max: 4 * 86_400_000 }),
  })

  /** The ledger after these were heard of, so many at a time: the way the projection goes. */
  function ledgerOf(told: readonly Told[], portion: number): CostRow[] {
    const rows: CostRow[] = []
    const earliest = new Map<number, number>()
    for (let start = 0; start < told.length; start += portion) {
      const part = told.slice(start, start + portion)
      for (const each of part) earliest.set(each.message, Math.min(each.at, earliest.get(each.message) ?? each.at))
      for (const message of new Set(part.map((each) => each.message))) {
        const latest = rows.findLast((row) => row.messageId === `m${message}`) ?? null
        rows.push(...settle(numbered(message, earliest.get(message) ?? 0), TARIFF, latest))
      }
      for (const month of ['2026-09', '2026-10']) {
        const group = { month, currency: 'USD', market: 'Mexico', category: 'utility' }
        const own = rows.filter((row) => row.month === month && row.category === 'utility')
        const count = sum(own.filter(({ outcome }) => outcome === 'charged').map(({ messages }) => messages))
        const discounted = sum(own.filter(({ outcome }) => outcome === 'volume').map(({ micros }) => micros))
        const row = volumeRow(group, { count, discounted }, TARIFF.cards, SEPTEMBER)
        if (row) rows.push(row)
      }
    }
    return rows
  }
  const numbered = (message: number, offset: number): Delivered =>
    delivered(message % 3 === 0 ? 'marketing' : 'utility', 'regular', {
      messageId: `m${message}` as MessageId,
      deliveredAt: instant(SEPTEMBER + offset),
    })
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
  const totals = (rows: readonly CostRow[]) => {
    const found: Record<string, number> = {}
    for (const { month, category, outcome, micros, messages } of rows) {
      for (const [what, value] of Object.entries({ micros, messages })) {
        const key = [month, category, outcome, what].join(' ')
        found[key] = (found[key] ?? 0) + value
        if (found[key] === 0) delete found[key]
      }
    }
    return found
  }

  test('is the same whatever the order, the repetitions and the portions in which statuses are heard', () => {
    fc.assert(
      fc.property(
        fc.array(news, { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(),
        (told, portion, seed) => {
          const shuffled = [...told, ...told.slice(0, seed % 10)].toSorted(
            (one, other) => ((one.at * 7_919 + seed) % 101) - ((other.at * 7_919 + seed) % 101),
          )
          expect(totals(ledgerOf(shuffled, portion))).toEqual(totals(ledgerOf(told, told.length + 1)))
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('comes to what its messages cost one by one at the marginal price, and has each message once', () => {
    fc.assert(
      fc.property(fc.array(news, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (told, portion) => {
        const rows = ledgerOf(told, portion)
        const earliest = new Map<number, number>()
        for (const each of told) earliest.set(each.message, Math.min(each.at, earliest.get(each.message) ?? each.at))
        const counts = new Map<string, number>()
        let expected = 0
        for (const [message, offset] of [...earliest].toSorted(([, one], [, other]) => one - other)) {
          const [row] = settle(numbered(message, offset), TARIFF, null)
          const key = `${row?.month} ${row?.category}`
          counts.set(key, (counts.get(key) ?? 0) + 1)
          const tiers = tiersOf(OCTOBER, 'Mexico', message % 3 === 0 ? 'marketing' : 'utility') ?? []
          expected += rateAt(tiers, counts.get(key) ?? 1)
        }
        expect(sum(rows.map(({ micros }) => micros))).toBe(expected)
        expect(sum(rows.map(({ messages }) => messages))).toBe(earliest.size)
        const keys = rows.filter(({ messageId }) => messageId !== null).map((row) => `${row.messageId} ${row.revision}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 1_000 },
    )
  })
})
