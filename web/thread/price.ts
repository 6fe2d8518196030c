import { t } from '@lingui/core/macro'
import type { Money } from '#core/cost/rate-card.ts'
import type { Pricing } from '#core/message/status.ts'
import { formatLocale } from '../i18n/i18n.ts'

/** "$0.0085": prices of messages are small, so four decimals are shown. */
export const moneyWords = ({ micros, currency }: Money): string =>
  new Intl.NumberFormat(formatLocale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 4,
    maximumFractionDigits: 4,
  }).format(micros / 1_000_000)

export function categoryWords(category: string): string {
  switch (category) {
    case 'service':
      return t`Servicio`
    case 'utility':
      return t`Utilidad`
    case 'marketing':
      return t`Marketing`
    case 'authentication':
      return t`Autenticación`
    default:
      return category
  }
}

/** What Meta said of the price of a sent message; null while it has said nothing. */
export function priceWords(pricing: Pricing | null): string | null {
  if (pricing === null) return null
  const category = categoryWords(pricing.category)
  const free = pricing.type.startsWith('free')
  return free ? t`${category} · gratis` : category
}
