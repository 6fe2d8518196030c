import { CALLING_CODES, COUNTRIES } from './market-table.ts'
import type { RateCard } from './rate-card.ts'

/** Who a message goes to, as far as a price depends on it. */
export type Recipient = {
  /** Digits with the country's calling code; null while the person hides it. */
  readonly phone: string | null
  /** Business-scoped user id, which begins with the country: "MX.1349…" (cloud-api §1). */
  readonly userId: string | null
}

/** Meta's market for every country that no other names. */
export const OTHER = 'Other'

/** ISO 3166 alpha-2 by calling code, the longest that fits, else by user id; null: neither tells. */
export function countryOf({ phone, userId }: Recipient): string | null {
  if (phone !== null) {
    for (let length = LONGEST_CODE; length > 0; length -= 1) {
      const country = CALLING_CODES.get(phone.slice(0, length))
      if (country !== undefined) return country
    }
  }
  return /^([A-Z]{2})\./.exec(userId ?? '')?.[1] ?? null
}
const LONGEST_CODE = Math.max(...[...CALLING_CODES.keys()].map((code) => code.length))

/**
 * The market that a card prices a country in: its own where the card names it, else its region, else "Other". So a
 * country that Meta takes out of its region moves with the card that says so. Null for nobody's country.
 */
export function marketIn(card: RateCard, country: string | null): string | null {
  if (country === null) return null
  const known = COUNTRIES.get(country)
  for (const name of [known?.name, known?.region, OTHER]) {
    if (name != null && Object.hasOwn(card.markets, name)) return name
  }
  return null
}

const CODES: ReadonlyMap<string, string> = new Map([...COUNTRIES].map(([code, { name }]) => [name, code]))
/** ISO 3166 alpha-2 of a country as Meta names it; null for a region. */
export const countryNamed = (name: string): string | null => CODES.get(name) ?? null

const MARKETS: ReadonlySet<string> = new Set([
  OTHER,
  ...[...COUNTRIES.values()].flatMap(({ name, region }) => (region === null ? [name] : [name, region])),
])
/** Whether this is one of Meta's markets, or a country that may become one. */
export const isMarket = (name: string): boolean => MARKETS.has(name)
