import { describe, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import { DEMONSTRATION_BOOK } from '../cost/price.ts'
import { type FitAnswers, fitOf } from './fit.ts'

const AT = instant(Date.parse('2026-11-29T12:00:00Z'))
const SMALL: FitAnswers = {
  conversationsPerDay: 20,
  openHours: 9,
  minutesEach: 6,
  atOnce: 3,
  answerWithinMinutes: 5,
  share: 0.8,
  agents: 2,
  repliesEach: 3,
  marketingPerMonth: 0,
  utilityPerMonth: 0,
  hasSystems: false,
  wantsBot: false,
  isOnApp: false,
  country: 'MX',
}
const fit = (change: Partial<FitAnswers> = {}) => fitOf({ ...SMALL, ...change }, DEMONSTRATION_BOOK, AT)

describe('the app or the platform', () => {
  test.each<readonly [string, Partial<FitAnswers>, string, readonly string[]]>([
    ['a shop with two people keeps to the app', {}, 'app', ['small']],
    ['six people at once need the platform', { agents: 6 }, 'platform', ['many-agents']],
    ['a CRM needs it', { hasSystems: true }, 'platform', ['systems']],
    ['campaigns need it', { marketingPerMonth: 5_000 }, 'platform', ['outreach']],
    ['whoever has the app may keep it', { agents: 9, isOnApp: true }, 'both', ['many-agents', 'keeps-app']],
    [
      'a desk of a BPO',
      { agents: 40, conversationsPerDay: 900, wantsBot: true },
      'platform',
      ['many-agents', 'many-conversations', 'bot'],
    ],
  ])('%s', (_name, change, suits, reasons) => {
    expect(fit(change)).toMatchObject({ suits, reasons })
  })
})

describe('what a month costs', () => {
  test('a thousand answers are free, what is more has the price of utility', () => {
    expect(fit().cost.parts.at(-1)).toMatchObject({ messages: 1_800, cost: { micros: 800 * 8_500, currency: 'USD' } })
    expect(fit({ conversationsPerDay: 5 }).cost.parts.at(-1)).toMatchObject({ messages: 450, cost: { micros: 0 } })
  })
  test('a country on no card has no price, not the price of nothing', () => {
    expect(fit({ marketingPerMonth: 10, country: 'DE' }).cost.parts[0]?.cost).toBeNull()
  })
  test('a card for trying is said to be one', () => {
    expect(fit().cost.demonstration).toBe(true)
  })
})
