/**
 * What Meta charges per delivered message, in millionths of a US dollar. A DEMONSTRATION card: list rates said to be
 * effective 2026-10-01, compiled from third parties (cloud-api §4.5); Mexico marketing, Peru and Spain are unconfirmed.
 * Meta's own CSV replaces it.
 */
export const DEMONSTRATION_CARD: RateCard = {
  effectiveFrom: '2026-10-01',
  currency: 'USD',
  demonstration: true,
  markets: {
    AR: { marketing: 61_800, utility: 26_000 },
    BR: { marketing: 62_500, utility: 6_800 },
    CL: { marketing: 88_900, utility: 20_000 },
    CO: { marketing: 12_500, utility: 800 },
    MX: { marketing: 30_500, utility: 8_500 },
    US: { marketing: 25_000, utility: 3_400 },
    PE: { marketing: 70_300, utility: 20_000 },
    ES: { marketing: 61_500, utility: 20_000 },
  },
}

export type RateCard = {
  readonly effectiveFrom: string
  readonly currency: string
  readonly demonstration: boolean
  /** By ISO country of the recipient's calling code; authentication and service cost what utility costs. */
  readonly markets: Readonly<Record<string, { readonly marketing: number; readonly utility: number }>>
}

export type PriceCategory = 'marketing' | 'utility' | 'authentication' | 'service'
export type Money = { readonly micros: number; readonly currency: string }

/** Calling codes of the card's markets, longest first. */
const CALLING_CODES: readonly (readonly [string, string])[] = [
  ['52', 'MX'],
  ['54', 'AR'],
  ['55', 'BR'],
  ['56', 'CL'],
  ['57', 'CO'],
  ['51', 'PE'],
  ['34', 'ES'],
  ['1', 'US'],
]

/** The list price of one message to this phone, or null when the card does not know the market. Free ones cost 0. */
export function priceOf(
  card: RateCard,
  category: PriceCategory,
  market: { readonly phone: string | null; readonly userId: string | null },
  free: boolean,
): Money | null {
  if (free) return { micros: 0, currency: card.currency }
  const country = countryOf(market)
  const rates = country === null ? undefined : card.markets[country]
  if (!rates) return null
  return { micros: category === 'marketing' ? rates.marketing : rates.utility, currency: card.currency }
}

/** A business-scoped user id begins with its country: "MX.1349…" (cloud-api §1). */
function countryOf(market: { readonly phone: string | null; readonly userId: string | null }): string | null {
  const { phone, userId } = market
  if (phone !== null) return CALLING_CODES.find(([code]) => phone.startsWith(code))?.[1] ?? null
  return userId === null ? null : userId.slice(0, 2)
}
