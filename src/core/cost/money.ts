/** An amount in millionths of a currency; always whole. */
export type Money = { readonly micros: number; readonly currency: string }

/** Digits after the point that fit into micros. */
const PLACES = 6

/**
 * "0.0085" → 8,500; null when it is no amount, is negative or has more than six decimals. Never by way of a fraction of
 * the machine's. `comma`: the file writes decimals with a comma, as exports to spreadsheets in Spanish and Portuguese do.
 */
export function microsFrom(text: string, comma = false): number | null {
  const plain = comma ? text.replace(/\./g, '').replace(',', '.') : text.replace(/,/g, '')
  const match = /^(\d{1,9})(?:\.(\d{1,12}))?$/.exec(plain.trim())
  if (!match) return null
  const [, whole = '', decimals = ''] = match
  if (/[1-9]/.test(decimals.slice(PLACES))) return null
  return Number(whole) * 10 ** PLACES + Number(decimals.slice(0, PLACES).padEnd(PLACES, '0'))
}

/** 8,500 → "0.008500": what a spreadsheet adds up without losing a micro. */
export function decimalOf(micros: number): string {
  const sign = micros < 0 ? '-' : ''
  const digits = String(Math.abs(micros)).padStart(PLACES + 1, '0')
  return `${sign}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`
}

/** "45.00 USD": to be read in every language, with no more decimals than it has and no fewer than two. */
export const amountOf = ({ micros, currency }: Money): string =>
  `${decimalOf(micros).replace(/(\.\d\d)(\d*?)0+$/, '$1$2')} ${currency}`
