import type { LocalDate } from '#base/zone.ts'

export type { Money } from './money.ts'

/** What a message is to Meta when it is charged; what we can send is one of these. */
export type PriceCategory = 'marketing' | 'utility' | 'authentication' | 'service'

/** The columns of a card. */
export const RATES = ['marketing', 'utility', 'authentication', 'authentication-international', 'service'] as const
export type RateName = (typeof RATES)[number]

/** What Meta charges per delivered message, from 00:00 of a day on in the time zone of the WhatsApp account. */
export type RateCard = {
  readonly cardId: string
  readonly effectiveFrom: LocalDate
  /** ISO 4217. */
  readonly currency: string
  /** Not Meta's word: something to try Hilo with. */
  readonly demonstration: boolean
  /** By market as Meta names it: "Mexico", "Rest of Latin America". A rate that is absent has no price. */
  readonly markets: Readonly<Record<string, Rates>>
}
export type Rates = Readonly<Partial<Record<RateName, readonly Tier[]>>>

/**
 * The price of a month's messages of a market and category from number `from` on, counted from 1 over the whole company.
 * A list of tiers ascends and begins with 1; most have that one only.
 */
export type Tier = { readonly from: number; readonly micros: number }

/**
 * The tiers of a rate, or null when the card has no price. Meta charges service at the utility rate without tiers
 * (cloud-api §0.1, delta 1), so a card without that column takes the first tier of utility; likewise authentication,
 * which has had utility's rate in every card since 2025-07 (§4.5).
 */
export function tiersOf(card: RateCard, market: string, rate: RateName): readonly Tier[] | null {
  const rates = Object.hasOwn(card.markets, market) ? card.markets[market] : undefined
  const own = rates?.[rate]
  if (own !== undefined) return own
  if (rate === 'authentication-international') return tiersOf(card, market, 'authentication')
  if (rate === 'marketing' || rate === 'utility') return null
  return rates?.utility?.slice(0, 1) ?? null
}

/** The price of a month's message number `place`, counted from 1. */
export function rateAt(tiers: readonly Tier[], place: number): number {
  return tiers.findLast(({ from }) => from <= place)?.micros ?? tiers[0]?.micros ?? 0
}

/** What the first `count` messages of a month cost less than all of them at the first price; never above 0. */
export function volumeDiscount(tiers: readonly Tier[], count: number): number {
  const list = tiers[0]?.micros ?? 0
  return tiers.reduce((sum, { from, micros }, index) => {
    const until = Math.min(count, (tiers[index + 1]?.from ?? Number.POSITIVE_INFINITY) - 1)
    return sum + Math.max(0, until - from + 1) * (micros - list)
  }, 0)
}

/**
 * The card of a day: the newest that holds in this currency, of two from the same day the one imported later. Company's
 * own cards win over the demonstration's. `cards` in the order of their import.
 */
export function cardOn(cards: readonly RateCard[], currency: string, date: LocalDate): RateCard | null {
  let found: RateCard | null = null
  for (const card of cards) {
    if (card.currency !== currency || card.effectiveFrom > date) continue
    const wins =
      found === null ||
      (card.demonstration === found.demonstration
        ? card.effectiveFrom >= found.effectiveFrom
        : found.demonstration && !card.demonstration)
    if (wins) found = card
  }
  return found
}

const list = (marketing: number, utility: number): Rates => ({
  marketing: [{ from: 1, micros: marketing }],
  utility: [{ from: 1, micros: utility }],
})

/**
 * A DEMONSTRATION card: list rates in US dollars said to be effective 2026-10-01, compiled from third parties (cloud-api
 * §4.5); Mexico's marketing, Peru and Spain are unconfirmed, the United States take no marketing at all. Meta's own CSV
 * takes its place.
 */
export const DEMONSTRATION_CARD: RateCard = {
  cardId: '00000000-0000-0000-0000-000000000000',
  effectiveFrom: '2026-10-01',
  currency: 'USD',
  demonstration: true,
  markets: {
    Argentina: list(61_800, 26_000),
    Brazil: list(62_500, 6_800),
    Chile: list(88_900, 20_000),
    Colombia: list(12_500, 800),
    Mexico: list(30_500, 8_500),
    'North America': list(25_000, 3_400),
    Peru: list(70_300, 20_000),
    Spain: list(61_500, 20_000),
  },
}
