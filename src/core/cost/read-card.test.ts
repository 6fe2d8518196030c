import { describe, expect, test } from 'vitest'
import { readCard } from './read-card.ts'

const RATES = `"Cost per message in USD, effective October 1, 2026",,,,,,
Market,Currency,Marketing,Utility,Authentication,"Authentication-
International",Service
Mexico,$US,0.0305,0.0085,0.0085,n/a,0.0085
Rest of Latin America,$US,0.0740,0.0113,0.0113,n/a,0.0113
India,$US,0.0118,0.0014,0.0014,0.0280,0.0014
`
const TIERS = `Volume tiers,,,,,,,,,,,
Market (per rate card),,Utility,,,,,Authentication,,,,
,,Messages,,,,,Messages,,,,
,Currency,From,To,Rate type,Rate,vs. List rate,From,To,Rate type,Rate,vs. List rate
Mexico,$US,0,"250,000",List rate,0.0085,0%,0,"500,000",List rate,0.0085,0%
,$US,"250,001",--,Tier rate,0.0081,-5%,"500,001",--,Tier rate,0.0080,-5%
India,$US,0,--,List rate,0.0014,0%,n/a,n/a,n/a,n/a,n/a
`
const read = (rates: string, tiers: string | null = null, effectiveFrom = '2026-10-01') =>
  readCard({ rates, tiers, effectiveFrom })
const badIn = (rates: string, tiers: string | null = null) => {
  const result = read(rates, tiers)
  return result.ok ? [] : result.error.map(({ file, line, problem, found }) => `${file} ${line} ${problem}: ${found}`)
}

describe("Meta's files of rates", () => {
  test('become a card, with titles passed over and n/a left out', () => {
    const result = read(RATES)
    expect(result).toMatchObject({ ok: true, value: { effectiveFrom: '2026-10-01', currency: 'USD' } })
    const markets = result.ok ? result.value.markets : {}
    expect(Object.keys(markets)).toEqual(['Mexico', 'Rest of Latin America', 'India'])
    expect(markets['Mexico']).toEqual({
      marketing: [{ from: 1, micros: 30_500 }],
      utility: [{ from: 1, micros: 8_500 }],
      authentication: [{ from: 1, micros: 8_500 }],
      service: [{ from: 1, micros: 8_500 }],
    })
    expect(markets['India']?.['authentication-international']).toEqual([{ from: 1, micros: 28_000 }])
  })

  test('get their volume tiers from the second file', () => {
    const result = read(RATES, TIERS)
    const markets = result.ok ? result.value.markets : {}
    expect(markets['Mexico']?.utility).toEqual([
      { from: 1, micros: 8_500 },
      { from: 250_001, micros: 8_100 },
    ])
    expect(markets['Mexico']?.authentication?.[1]).toEqual({ from: 500_001, micros: 8_000 })
    expect(markets['Mexico']?.marketing).toEqual([{ from: 1, micros: 30_500 }])
  })

  test('are read with columns in any order, in Spanish, with semicolons and decimal commas', () => {
    const result = read('\uFEFFUtilidad;Moneda;Marketing;Autenticación;Mercado\r\n0,0085;usd;0,0305;n/a;Mexico\r\n')
    expect(result.ok && result.value.markets['Mexico']).toEqual({
      marketing: [{ from: 1, micros: 30_500 }],
      utility: [{ from: 1, micros: 8_500 }],
    })
  })

  test.each([
    ['without a header', 'a,b\n1,2\n', ['rates 0 header-missing: a,b', 'rates 0']],
    ['with no markets', 'Market,Currency,Marketing,Utility\n', ['rates 0 no-markets: 0']],
    [
      'with an unknown market, a price in words, two currencies and a market twice',
      'Market,Currency,Marketing,Utility\nMexico,USD,0.03,cheap\nNarnia,USD,1,1\nMexico,EUR,-1,1\nChile,DOGE,1,1\n',
      [
        'rates 2 price-invalid: utility: cheap',
        'rates 3 market-unknown: Narnia',
        'rates 4 market-repeated: Mexico',
        'rates 4 currency-other: EUR',
        'rates 4 price-invalid: marketing: -1',
        'rates 5 currency-unknown: DOGE',
      ],
    ],
  ])('%s are refused whole, each bad line with its number and what was found', (_, rates, expected) => {
    const bad = badIn(rates)
    for (const line of expected) expect(bad.some((each) => each.startsWith(line))).toBe(true)
  })

  test('tiers with a gap, without rates or with another list rate are told line by line', () => {
    expect(badIn(RATES, TIERS.replace('"250,001"', '"250,002"'))).toEqual(['tiers 6 tier-gap: utility: 250,002'])
    expect(badIn(RATES, TIERS.replace('India', 'Chile'))).toEqual(['tiers 7 market-without-rates: Chile'])
    expect(badIn(RATES, TIERS.replace('List rate,0.0014', 'List rate,0.0015'))).toEqual([
      'tiers 0 tier-invalid: India, utility: 1500',
    ])
    expect(badIn(RATES, 'nothing')).toEqual(['tiers 0 header-missing: nothing'])
  })

  test('a day that does not exist is refused', () => {
    expect(read(RATES, null, '2026-02-30')).toMatchObject({ ok: false, error: [{ problem: 'date-invalid' }] })
  })
})
