import { describe, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import { countryOf, marketIn } from './market.ts'
import { decimalOf, microsFrom } from './money.ts'
import { type Asked, DEMONSTRATION_BOOK, estimate, type PriceBook, priceOf, volumeKey } from './price.ts'
import { cardOn, DEMONSTRATION_CARD, rateAt, type RateCard, tiersOf, volumeDiscount } from './rate-card.ts'

const at = (iso: string) => instant(Date.parse(iso))
const card = (cardId: string, effectiveFrom: string, markets: RateCard['markets'], currency = 'USD'): RateCard => ({
  ...{ cardId, effectiveFrom, currency, markets },
  demonstration: false,
})
const one = (micros: number) => [{ from: 1, micros }]
const JULY = card('july', '2025-07-01', { Mexico: { marketing: one(40_000), utility: one(10_000) } })
const OCTOBER = card('october', '2026-10-01', {
  Mexico: { marketing: one(30_500), utility: [...one(8_500), { from: 4, micros: 8_000 }, { from: 6, micros: 7_000 }] },
  'Rest of Latin America': { marketing: one(74_000), utility: one(11_300) },
  Other: { marketing: one(60_000), utility: one(7_700) },
})
const BOOK: PriceBook = {
  cards: [JULY, OCTOBER],
  timeZone: 'America/Mexico_City',
  currency: 'USD',
  freeServiceLeft: 0,
  volumes: {},
}
const MEXICAN = { phone: '5215512345678', userId: null }
const ask = (about: Partial<Asked>): Asked => ({
  category: 'service',
  recipient: MEXICAN,
  at: at('2026-11-01T12:00:00Z'),
  isWindowOpen: true,
  isFreeEntry: false,
  ...about,
})

describe('the estimate before a send', () => {
  const before = at('2026-10-01T05:59:59.999Z')
  const after = at('2026-10-01T06:00:00.000Z')
  test.each([
    ['an answer before October 2026', { at: before }, { micros: 0, free: 'window' }],
    ['an answer from midnight in the account’s zone on', { at: after }, { micros: 8_500, free: null }],
    ['utility in the window before', { at: before, category: 'utility' }, { micros: 0, free: 'window' }],
    [
      'utility outside before',
      { at: before, category: 'utility', isWindowOpen: false },
      { micros: 10_000, free: null },
    ],
    ['utility in the window since', { at: after, category: 'utility' }, { micros: 8_500, free: null }],
    ['marketing in the window', { category: 'marketing' }, { micros: 30_500, free: null }],
    [
      'anything in a free entry window',
      { category: 'marketing', isFreeEntry: true },
      { micros: 0, free: 'free-entry' },
    ],
    ['a code costs what utility costs', { category: 'authentication' }, { micros: 8_500, free: null }],
  ] as const)('%s', (_, about, expected) => expect(priceOf(BOOK, ask(about))).toMatchObject(expected))

  test('an answer is free while the number has free ones left this month', () => {
    expect(priceOf({ ...BOOK, freeServiceLeft: 1 }, ask({}))).toMatchObject({ micros: 0, free: 'allowance' })
    expect(priceOf({ ...BOOK, freeServiceLeft: null }, ask({}))).toMatchObject({ micros: 8_500, free: null })
  })

  test('utility becomes cheaper as the month’s count goes on, answers do not', () => {
    const volumes = { [volumeKey('Mexico', 'utility')]: 3 }
    expect(priceOf({ ...BOOK, volumes }, ask({ category: 'utility' }))?.micros).toBe(8_000)
    expect(priceOf({ ...BOOK, volumes }, ask({}))?.micros).toBe(8_500)
  })

  test('there is none for a market, a currency or a day without card', () => {
    expect(priceOf(DEMONSTRATION_BOOK, ask({ recipient: { phone: '593991234567', userId: null } }))).toBeNull()
    expect(priceOf({ ...BOOK, currency: 'BRL' }, ask({}))).toBeNull()
    expect(priceOf(DEMONSTRATION_BOOK, ask({ category: 'marketing', at: at('2026-01-01T00:00:00Z') }))).toBeNull()
  })
})

describe('the market', () => {
  test.each([
    ['5215512345678', null, 'Mexico'],
    ['593991234567', null, 'Rest of Latin America'],
    ['18095551234', null, 'Rest of Latin America'],
    ['12125551234', null, 'Other'],
    ['77011234567', null, 'Other'],
    [null, 'MX.1349120865530274', 'Mexico'],
    [null, 'EC.1', 'Rest of Latin America'],
    [null, null, null],
    ['999', null, null],
  ])('of phone %s and user id %s is %s', (phone, userId, market) => {
    expect(marketIn(OCTOBER, countryOf({ phone, userId }))).toBe(market)
  })

  test('is a country’s own only where the card names it', () => {
    const split = card('split', '2027-01-01', { ...OCTOBER.markets, Ecuador: { marketing: one(1), utility: one(1) } })
    expect(marketIn(split, 'EC')).toBe('Ecuador')
    expect(marketIn(OCTOBER, 'EC')).toBe('Rest of Latin America')
    expect(marketIn(card('none', '2027-01-01', {}), 'EC')).toBeNull()
  })
})

describe('the card of a day', () => {
  const again = card('again', '2026-10-01', {})
  test.each([
    [[JULY, OCTOBER], 'USD', '2026-09-30', 'july'],
    [[JULY, OCTOBER], 'USD', '2026-10-01', 'october'],
    [[OCTOBER, JULY], 'USD', '2027-01-01', 'october'],
    [[OCTOBER, again], 'USD', '2026-10-01', 'again'],
    [[DEMONSTRATION_CARD, JULY], 'USD', '2026-11-01', 'july'],
    [[JULY, DEMONSTRATION_CARD], 'USD', '2026-11-01', 'july'],
    [[JULY], 'USD', '2025-06-30', undefined],
    [[JULY], 'EUR', '2026-01-01', undefined],
  ])('is the newest of its currency, and never the demonstration’s when there is another (%#)', (cards, ...rest) => {
    const [currency, date, expected] = rest
    expect(cardOn(cards, currency as string, date as string)?.cardId).toBe(expected)
  })
})

describe('volume tiers', () => {
  const tiers = tiersOf(OCTOBER, 'Mexico', 'utility') ?? []
  test.each([
    [1, 8_500],
    [3, 8_500],
    [4, 8_000],
    [5, 8_000],
    [6, 7_000],
    [1_000, 7_000],
  ])('message %i of the month costs %i', (place, micros) => expect(rateAt(tiers, place)).toBe(micros))

  test('what a count costs less is what its messages cost less, one by one', () => {
    let saved = 0
    for (let count = 1; count <= 20; count++) {
      saved += rateAt(tiers, count) - 8_500
      expect(volumeDiscount(tiers, count)).toBe(saved)
    }
    expect(volumeDiscount(tiers, 0)).toBe(0)
  })

  test('an audience is priced market by market, going on from what was sent', () => {
    const volumes = { [volumeKey('Mexico', 'utility')]: 2 }
    const asked = {
      category: 'utility',
      countries: { MX: 4, EC: 2, US: 1, ZZ: 1 },
      at: at('2026-11-01T12:00:00Z'),
    } as const
    expect(estimate({ ...BOOK, volumes }, asked)).toEqual({
      total: { micros: 8_500 + 8_000 + 8_000 + 7_000 + 2 * 11_300 + 2 * 7_700, currency: 'USD' },
      markets: [
        { market: 'Mexico', messages: 4, micros: 31_500 },
        { market: 'Rest of Latin America', messages: 2, micros: 22_600 },
        { market: 'Other', messages: 2, micros: 15_400 },
      ],
      unpriced: 0,
    })
    expect(estimate(DEMONSTRATION_BOOK, asked).unpriced).toBe(3)
  })
})

describe('amounts', () => {
  test.each([
    ['0.0085', false, 8_500],
    ['1,234.5', false, 1_234_500_000],
    ['0,0085', true, 8_500],
    ['1.234,5', true, 1_234_500_000],
    ['0.0000010', false, 1],
    ['0.0000001', false, null],
    ['-1', false, null],
    ['', false, null],
    ['1e3', false, null],
  ])('%s is read as it is written', (text, comma, micros) => expect(microsFrom(text, comma)).toBe(micros))

  test.each([
    [0, '0.000000'],
    [8_500, '0.008500'],
    [-1, '-0.000001'],
    [1_234_500_000, '1234.500000'],
  ])('%i micros are written %s', (micros, text) => expect(decimalOf(micros)).toBe(text))
})
