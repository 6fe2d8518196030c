import { formatLocale } from '../i18n/i18n.ts'

export const countWords = (count: number): string => new Intl.NumberFormat(formatLocale()).format(count)
/** "62 %", as the reader's language writes it. */
export const shareWords = (share: number): string =>
  new Intl.NumberFormat(formatLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share)
