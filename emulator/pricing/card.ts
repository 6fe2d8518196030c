import type { Market } from './market.ts'

export const rateCategories = ['marketing', 'utility', 'authentication', 'service'] as const
export type RateCategory = (typeof rateCategories)[number]

/** A price that holds for the messages of a month up to and with number `upTo`; `null`: for all that follow. */
export type Tier = { readonly upTo: number | null; readonly micros: number }

/** What a delivered message costs from a day on, in millionths of the currency. */
export type RateCard = {
  /** "2026-10-01", from 00:00 in the account's time zone. */
  readonly effective: string
  readonly currency: string
  /**
   * By the name of the market or by ISO country; "Other" for everywhere else. Without a price of its own, authentication
   * and service cost what utility costs.
   */
  readonly rates: Readonly<Record<string, Readonly<Partial<Record<RateCategory, number>>>>>
  /** By market: tiers of utility and authentication, ascending. Service and marketing have none (cloud-api §4.5). */
  readonly tiers?: Readonly<Record<string, Readonly<Partial<Record<RateCategory, readonly Tier[]>>>>>
}

/** A price found in a card, under which of its markets, and in which step of the tiers: "0:100000", "0:MAX". */
export type Rate = { readonly market: string; readonly tier: string; readonly micros: number }

/** The price of the message that is number `ordinal` (from 1) of its market and category in its month. */
export function rateFor(card: RateCard, market: Market, category: RateCategory, ordinal: number): Rate {
  const key = marketIn(card, market)
  const rates = card.rates[key] ?? {}
  const list = rates[category] ?? (category === 'marketing' ? 0 : rates.utility) ?? 0
  const tiers = card.tiers?.[key]?.[category] ?? []
  const step = tiers.findIndex(({ upTo }) => upTo === null || ordinal <= upTo)
  const lower = tiers[step < 0 ? tiers.length - 1 : step - 1]?.upTo ?? 0
  const tier = `${lower}:${tiers[step]?.upTo ?? 'MAX'}`
  return { market: key, tier, micros: tiers[step]?.micros ?? list }
}

/** What the card calls a market; volume is counted for each of these. */
export const marketIn = ({ rates }: RateCard, { name, country }: Market): string =>
  [name, country].find((key) => rates[key] !== undefined) ?? 'Other'

/** The card of a day; before the first, the first. */
export const cardOn = (cards: readonly RateCard[], date: string): RateCard =>
  cards.findLast(({ effective }) => effective <= date) ?? cards[0] ?? demonstrationCard

const same = (marketing: number, utility: number) => ({ marketing, utility, authentication: utility, service: utility })

/**
 * A DEMONSTRATION card in US dollars: list prices said to hold from 2026-10-01, compiled from third parties (cloud-api
 * §4.5). Mexico's marketing, Peru and Spain are unconfirmed, "Other" is made up.
 */
export const demonstrationCard: RateCard = {
  effective: '2024-11-01',
  currency: 'USD',
  rates: {
    Argentina: same(61_800, 26_000),
    Brazil: same(62_500, 6_800),
    Chile: same(88_900, 20_000),
    Colombia: same(12_500, 800),
    Mexico: same(30_500, 8_500),
    'North America': same(25_000, 3_400),
    Peru: same(70_300, 20_000),
    Spain: same(61_500, 20_000),
    Other: same(60_400, 20_000),
  },
}
