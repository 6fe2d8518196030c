import type { Instant } from '#base/time.ts'
import { dateIn } from '#base/zone.ts'
import { countryOf, marketIn, type Recipient } from './market.ts'
import type { Money } from './money.ts'
import { policyOn } from './policy.ts'
import { cardOn, DEMONSTRATION_CARD, type PriceCategory, rateAt, type RateCard, tiersOf } from './rate-card.ts'

/** What is needed to say beforehand what a message on one line will cost. */
export type PriceBook = {
  /** In the order of their import. */
  readonly cards: readonly RateCard[]
  /** IANA zone of the WhatsApp account: policies, cards and months begin at its midnight. */
  readonly timeZone: string
  /** What the WhatsApp account is billed in. */
  readonly currency: string
  /** Service messages this line may still send for nothing this month; null: not known, none are counted on. */
  readonly freeServiceLeft: number | null
  /** Messages charged this month in the whole company, by `volumeKey`; absent: none. */
  readonly volumes: Readonly<Record<string, number>>
}

/** Before a company says anything of its own. */
export const DEMONSTRATION_BOOK: PriceBook = {
  cards: [DEMONSTRATION_CARD],
  timeZone: 'UTC',
  currency: 'USD',
  freeServiceLeft: null,
  volumes: {},
}

export const volumeKey = (market: string, category: string): string => `${market}|${category}`

export type Asked = {
  readonly category: PriceCategory
  readonly recipient: Recipient
  readonly at: Instant
  readonly isWindowOpen: boolean
  readonly isFreeEntry: boolean
}

/** Why a message costs nothing: what it answers, the month's allowance, or the ad that brought the contact. */
export type FreeReason = 'window' | 'allowance' | 'free-entry'
/** `market` null only when the recipient's country is unknown and the message is free all the same. */
export type Price = Money & { readonly free: FreeReason | null; readonly market: string | null }

/** An estimate of what Meta will charge if it is delivered at once; null where no card knows a price. */
export function priceOf(book: PriceBook, { category, recipient, at, isWindowOpen, isFreeEntry }: Asked): Price | null {
  const { currency } = book
  const date = dateIn(book.timeZone, at)
  const card = cardOn(book.cards, currency, date)
  const market = card && marketIn(card, countryOf(recipient))
  const free = (reason: FreeReason): Price => ({ micros: 0, currency, free: reason, market })
  if (isFreeEntry) return free('free-entry')
  const policy = policyOn(date)
  if (isWindowOpen && policy.freeInWindow.includes(category)) return free('window')
  if (category === 'service' && policy.freeService !== null && (book.freeServiceLeft ?? 0) > 0) return free('allowance')
  const tiers = card && market && tiersOf(card, market, category)
  if (!tiers) return null
  const place = (book.volumes[volumeKey(market, category)] ?? 0) + 1
  return { micros: rateAt(tiers, place), currency, free: null, market }
}

export type Audience = {
  readonly category: PriceCategory
  /** How many messages go to each country, ISO 3166 alpha-2. */
  readonly countries: Readonly<Record<string, number>>
  readonly at: Instant
}
export type AudienceEstimate = {
  readonly total: Money
  readonly markets: readonly {
    readonly market: string
    readonly messages: number
    readonly micros: number
  }[]
  /** Messages to countries that no card prices; they are not in the total. */
  readonly unpriced: number
}

/** What a template costs to so many people outside their window, tier by tier as the month's count goes on. */
export function estimate(book: PriceBook, { category, countries, at }: Audience): AudienceEstimate {
  const card = cardOn(book.cards, book.currency, dateIn(book.timeZone, at))
  const byMarket = new Map<string, number>()
  let unpriced = 0
  for (const [country, messages] of Object.entries(countries)) {
    const market = card && marketIn(card, country)
    if (market !== null && tiersOf(card as RateCard, market, category) !== null) {
      byMarket.set(market, (byMarket.get(market) ?? 0) + messages)
    } else unpriced += messages
  }
  const markets = [...byMarket].map(([market, messages]) => {
    const tiers = tiersOf(card as RateCard, market, category) ?? []
    const before = book.volumes[volumeKey(market, category)] ?? 0
    return { market, messages, micros: costOfNext(tiers, before, messages) }
  })
  const micros = markets.reduce((sum, each) => sum + each.micros, 0)
  return { total: { micros, currency: book.currency }, markets, unpriced }
}

/** What the next `count` messages cost after `before` of the month. */
function costOfNext(tiers: Parameters<typeof rateAt>[0], before: number, count: number): number {
  const first = before + 1
  const last = before + count
  return tiers.reduce((sum, { from, micros }, index) => {
    const until = (tiers[index + 1]?.from ?? Number.POSITIVE_INFINITY) - 1
    return sum + Math.max(0, Math.min(last, until) - Math.max(first, from) + 1) * micros
  }, 0)
}
