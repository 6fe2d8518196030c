import type { RateCard } from './rate-card.ts'

/** What stands wrong in a file: where, what was found, what was expected there. `line` counts from 1; 0: the file. */
export type BadLine = {
  readonly file: 'rates' | 'tiers'
  readonly line: number
  readonly problem: LineProblem
  readonly found: string
  readonly expected: string
}
export type LineProblem =
  | 'header-missing'
  | 'market-unknown'
  | 'market-repeated'
  | 'market-without-rates'
  | 'currency-unknown'
  | 'currency-other'
  | 'price-invalid'
  | 'tier-invalid'
  | 'tier-gap'
  | 'no-markets'
  | 'date-invalid'
  | 'too-long'

/** A card before it has an id. */
export type CardDraft = Omit<RateCard, 'cardId' | 'demonstration'>

/** Longer files are none of Meta's: its longest had 60 lines (2026-11). */
export const LONGEST_FILE = 200_000
/** What Meta bills in (cloud-api §4.5). */
export const CURRENCIES = `USD AED ARS AUD BRL CLP COP EUR GBP IDR INR MXN MYR PEN SAR SGD`.split(' ')

/** Line breaks and odd spaces inside a cell are the spreadsheet's. */
export const marketName = (cell: string): string => cell.replace(/\s+/g, ' ').replace(/ and Eastern/, ' & Eastern')
export const isNothing = (cell: string): boolean => /^(n\/?a|--?|—|–|)$/i.test(cell)

const SIGNS: Readonly<Record<string, string>> = {
  $US: 'USD',
  US$: 'USD',
  $: 'USD',
  '₹': 'INR',
  '€': 'EUR',
  '£': 'GBP',
  R$: 'BRL',
}
export function currencyOf(cell: string): string | null {
  const code = SIGNS[cell] ?? cell.toUpperCase()
  return CURRENCIES.includes(code) ? code : null
}
