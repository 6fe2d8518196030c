const MICROS = 1_000_000

/**
 * Micros of an amount as people write it, with a comma or a point before the hundredths: "1.850,00", "1,850.00", "1850".
 * Nothing at all is 0; what is no amount is not a number.
 */
export function microsIn(text: string): number {
  const bare = text.replaceAll(/\s|[^\d.,-]/g, '')
  if (bare === '') return text.trim() === '' ? 0 : Number.NaN
  const parts = SHAPES.map((shape) => shape.exec(bare)).find((found) => found !== null)
  if (!parts) return Number.NaN
  const [, whole = '', hundredths = ''] = parts
  return Number(whole.replaceAll(/[.,]/g, '')) * MICROS + Number(hundredths.padEnd(2, '0')) * (MICROS / 100)
}

/** Without marks between the thousands; with points; with commas. */
const SHAPES = [
  /^(\d{1,12})(?:[.,](\d{1,2}))?$/,
  /^(\d{1,3}(?:\.\d{3}){1,3})(?:,(\d{1,2}))?$/,
  /^(\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2}))?$/,
]

export const wordsOfMicros = (micros: number): string => (Number.isNaN(micros) ? '' : (micros / MICROS).toFixed(2))
