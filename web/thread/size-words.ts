import { formatLocale } from '../i18n/i18n.ts'

/** "412 kB", "3.4 MB", as the reader's language writes numbers. */
export function sizeWords(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), 'kB'] : [bytes / 1_000_000, 'MB']
  return `${new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: 1 }).format(value)} ${unit}`
}
