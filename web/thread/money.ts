import { formatLocale } from '../i18n/i18n.ts'

/** An amount as people write it; a currency nobody knows is shown as it came. */
export function money(amount: number, currency: string): string {
  try {
    return new Intl.NumberFormat(formatLocale(), { style: 'currency', currency }).format(amount)
  } catch {
    return `${amount} ${currency}`
  }
}
