import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { SALES, startTestWorld, type TestWorld, text, WABA } from '../testing.ts'
import { cardOn, demonstrationCard, rateFor } from './card.ts'
import { marketOf } from './market.ts'
import { policyAt, priceType } from './policy.ts'
import { calendarOf } from '../world/local-time.ts'

let world: TestWorld
beforeEach(async () => void (world = await startTestWorld()))
afterEach(() => world.close())

const LUCIA = '+5215512345678'
const october = Date.UTC(2026, 9, 1, 7)
const setClock = (at: number) =>
  world.control('POST', 'clock', {
    offsetMs: at - world.emulator.world.clock.now() + world.emulator.world.clock.offsetMs(),
  })
const bill = async () => {
  const { body } = await world.control('GET', 'charges')
  return { currency: body['currency'], total: body['total'], charges: listOf(body['charges']).map(fieldsOf) }
}
const charged = (count: number) => expect.poll(async () => (await bill()).charges.length).toBe(count)
const reminder = (to = LUCIA): Fields => ({
  to,
  type: 'template',
  template: {
    name: 'appointment_reminder',
    language: { code: 'en_US' },
    components: [{ type: 'body', parameters: ['a', 'b', 'c'].map((each) => ({ type: 'text', text: each })) }],
  },
})

describe('a market', () => {
  it.each([
    ['5215512345678', 'Mexico'],
    ['573001112233', 'Colombia'],
    ['14155550123', 'North America'],
    ['18095550123', 'Rest of Latin America'],
    ['9715000000', 'United Arab Emirates'],
    ['MX.1349', 'Mexico'],
    ['999', 'Other'],
  ])('of %s is %s', (address, name) => {
    expect(marketOf(address).name).toBe(name)
  })
})

describe('a rate card', () => {
  const card = {
    effective: '2026-10-01',
    currency: 'USD',
    rates: { MX: { marketing: 30_500, utility: 8_500 }, Other: { utility: 1 } },
    tiers: {
      MX: {
        utility: [
          { upTo: 2, micros: 8_500 },
          { upTo: null, micros: 7_000 },
        ],
      },
    },
  }
  it('charges each message of a month at the tier its number falls into', () => {
    const prices = [1, 2, 3].map((ordinal) => rateFor(card, marketOf('52155'), 'utility', ordinal))
    expect(prices.map(({ micros, tier }) => [micros, tier])).toEqual([
      [8_500, '0:2'],
      [8_500, '0:2'],
      [7_000, '2:MAX'],
    ])
  })
  it('prices service like utility, and everywhere else as Other', () => {
    expect(rateFor(card, marketOf('52155'), 'service', 9)).toEqual({ market: 'MX', tier: '0:MAX', micros: 8_500 })
    expect(rateFor(card, marketOf('999'), 'utility', 1)).toMatchObject({ market: 'Other', micros: 1 })
  })
  it('is the one of the day', () => {
    expect(cardOn([demonstrationCard, card], '2026-09-30')).toBe(demonstrationCard)
    expect(cardOn([demonstrationCard, card], '2026-10-01')).toBe(card)
  })
})

describe('a policy', () => {
  const situation = { category: 'utility', isWindowOpen: true, isFreeEntry: false, freeServiceUsed: 0 }
  const at = (date: string) => policyAt(calendarOf('America/Mexico_City'), Date.parse(date))
  it.each([
    ['charges utility in the window in 2025-06', '2025-06-30T12:00Z', 'utility', 'regular'],
    ['gives it free from 2025-07', '2025-07-01T12:00Z', 'utility', 'free_customer_service'],
    [
      'still on the evening before October where the account is',
      '2026-10-01T05:59Z',
      'utility',
      'free_customer_service',
    ],
    ['and charges it again from 2026-10', '2026-10-01T06:00Z', 'utility', 'regular'],
    ['charges marketing always', '2026-01-01T12:00Z', 'marketing', 'regular'],
    ['gives a thousand service messages free', '2026-10-01T06:00Z', 'service', 'free_customer_service'],
  ])('%s', (_, date, category, type) => {
    expect(priceType(at(date), { ...situation, category })).toBe(type)
  })
  it('charges the service message after the thousandth', () => {
    const full = { ...situation, category: 'service', freeServiceUsed: 1_000 }
    expect(priceType(at('2026-10-02T00:00Z'), full)).toBe('regular')
    expect(priceType(at('2026-10-02T00:00Z'), { ...full, isFreeEntry: true })).toBe('free_entry_point')
  })
})

describe("Meta's bill", () => {
  it('has a line for every delivered message, at the rate of its market and day', async () => {
    await setClock(october)
    await world.write('lucia', { kind: 'text', text: 'hola' })
    await world.send(text(LUCIA))
    await world.send(reminder())
    await world.send(reminder('+573001112233'))
    await charged(3)
    const { currency, charges, total } = await bill()
    expect({ currency, total }).toEqual({ currency: 'USD', total: 9_300 })
    expect(charges.map(({ category, type, market, micros }) => [category, type, market, micros])).toEqual(
      expect.arrayContaining([
        ['service', 'free_customer_service', 'Mexico', 0],
        ['utility', 'regular', 'Mexico', 8_500],
        ['utility', 'regular', 'Colombia', 800],
      ]),
    )
  })
  it('has none for what never arrives', async () => {
    await world.control('PATCH', 'phones/lucia', { online: false })
    await world.send(reminder())
    await expect.poll(() => world.receiver.statuses()).toHaveLength(1)
    expect((await bill()).charges).toEqual([])
    await world.control('PATCH', 'phones/lucia', { online: true })
    await charged(1)
  })
  it('changes with the day in the account’s time zone', async () => {
    await world.control('PUT', 'account', { timeZone: 'America/Mexico_City' })
    await setClock(Date.UTC(2026, 9, 1, 5, 58))
    await world.write('lucia', { kind: 'text', text: 'hola' })
    await world.send(reminder())
    await charged(1)
    await world.control('POST', 'clock', { advanceMs: 120_000 })
    await world.send(reminder())
    await charged(2)
    expect((await bill()).charges.map(({ type, micros }) => [type, micros])).toEqual([
      ['free_customer_service', 0],
      ['regular', 8_500],
    ])
  })
  it('is written by the cards it is handed, which must be whole numbers', async () => {
    const card = { effective: '2024-01-01', currency: 'MXN', rates: { MX: { utility: 123 }, Other: { utility: 4 } } }
    expect((await world.control('PUT', 'rates', { cards: [card] })).status).toBe(200)
    expect(
      (await world.control('PUT', 'rates', { cards: [{ ...card, rates: { MX: { utility: 0.5 } } }] })).status,
    ).toBe(400)
    expect((await world.control('PUT', 'rates', { cards: [{ ...card, rates: { MX: { spam: 1 } } }] })).status).toBe(400)
    await world.send(reminder())
    await charged(1)
    expect(await bill()).toMatchObject({ currency: 'MXN', total: 123 })
  })
  it('tells of the volume tier that is reached', async () => {
    const tiers = {
      Mexico: {
        utility: [
          { upTo: 1, micros: 9 },
          { upTo: null, micros: 8 },
        ],
      },
    }
    const cards = [
      { effective: '2024-01-01', currency: 'USD', rates: { Mexico: { utility: 9 }, Other: { utility: 4 } }, tiers },
    ]
    await world.control('PUT', 'rates', { cards })
    await world.send(reminder())
    await charged(1)
    await world.send(reminder())
    await charged(2)
    expect((await bill()).charges.map(({ micros, tier }) => [micros, tier])).toEqual([
      [9, '0:1'],
      [8, '1:MAX'],
    ])
    await expect
      .poll(() => world.receiver.values().filter(({ event }) => event !== undefined))
      .toMatchObject([
        {
          event: 'VOLUME_BASED_PRICING_TIER_UPDATE',
          volume_tier_info: { pricing_category: 'UTILITY', tier: '1:MAX', region: 'Mexico' },
        },
      ])
  })
  it('counts the volume of a region over its countries', async () => {
    const region = 'Rest of Latin America'
    const tiers = {
      [region]: {
        utility: [
          { upTo: 1, micros: 9 },
          { upTo: null, micros: 8 },
        ],
      },
    }
    const cards = [
      { effective: '2024-01-01', currency: 'USD', rates: { [region]: { utility: 9 }, Other: { utility: 4 } }, tiers },
    ]
    await world.control('PUT', 'rates', { cards })
    await world.control('PUT', 'faults', { strangers: 'reachable' })
    await world.send(reminder('+59170000001'))
    await charged(1)
    await world.send(reminder('+593987000001'))
    await charged(2)
    expect((await bill()).charges.map(({ country, micros }) => [country, micros])).toEqual([
      ['BO', 9],
      ['EC', 8],
    ])
  })
  it('gives a thousand service messages a month free to each number', async () => {
    await setClock(october)
    const { store, clock } = world.emulator.world
    store
      .table('service-counts')
      .put(`${SALES}|${calendarOf('America/Los_Angeles').monthOf(clock.now())}`, { count: 999 })
    await world.write('lucia', { kind: 'text', text: 'hola' })
    for (const body of ['uno', 'dos']) await world.send(text(LUCIA, body))
    await charged(2)
    expect((await bill()).charges.map(({ micros }) => micros)).toEqual([0, 8_500])
  })
  it('is what pricing analytics add up', async () => {
    await setClock(october)
    await world.send(reminder())
    await world.send(reminder('+573001112233'))
    await charged(2)
    const start = Math.floor(october / 1000) - 86_400
    const fields = `pricing_analytics.start(${start}).end(${start + 3 * 86_400}).granularity(DAILY).dimensions(["COUNTRY","PRICING_CATEGORY"])`
    const { body } = await world.graph('GET', `${WABA}?fields=${encodeURIComponent(fields)}`)
    const points = listOf(fieldsOf(listOf(fieldsOf(body['pricing_analytics'])['data'])[0])['data_points'])
    expect(points).toEqual(
      expect.arrayContaining([
        {
          start: october / 1000,
          end: october / 1000 + 86_400,
          country: 'MX',
          pricing_category: 'UTILITY',
          volume: 1,
          cost: 0.0085,
        },
        {
          start: october / 1000,
          end: october / 1000 + 86_400,
          country: 'CO',
          pricing_category: 'UTILITY',
          volume: 1,
          cost: 0.0008,
        },
      ]),
    )
    const wrong = `pricing_analytics.start(1).end(2).granularity(WEEKLY)`
    expect((await world.graph('GET', `${WABA}?fields=${wrong}`)).status).toBe(400)
  })
})
