import { t } from '@lingui/core/macro'
import { countryNamed } from '#core/cost/market.ts'
import type { Money } from '#core/cost/money.ts'
import { formatLocale } from '../i18n/i18n.ts'

/** "$45.00"; below one, with as many decimals as a message's price has. */
export function amountWords({ micros, currency }: Money): string {
  const decimals = micros !== 0 && Math.abs(micros) < 1_000_000 ? 4 : 2
  return new Intl.NumberFormat(formatLocale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(micros / 1_000_000)
}

export const countWords = (count: number): string => new Intl.NumberFormat(formatLocale()).format(count)

/** "noviembre de 2026" */
export const monthWords = (month: string): string =>
  new Intl.DateTimeFormat(formatLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-15T00:00:00Z`),
  )
/** "nov" */
export const shortMonth = (month: string): string =>
  new Intl.DateTimeFormat(formatLocale(), { month: 'short', timeZone: 'UTC' }).format(
    Date.parse(`${month}-15T00:00:00Z`),
  )
/** "1 oct 2026" */
export const dateWords = (date: string): string =>
  new Intl.DateTimeFormat(formatLocale(), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  )

export function monthsBefore(month: string, count: number): string {
  const at = new Date(`${month}-15T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() - count)
  return at.toISOString().slice(0, 7)
}

/** Meta's name of a market in the reader's language. */
export function marketWords(market: string): string {
  switch (market) {
    case 'Other':
      return t`Otros países`
    case 'North America':
      return t`Norteamérica`
    case 'Rest of Latin America':
      return t`Resto de Latinoamérica`
    case 'Rest of Western Europe':
      return t`Resto de Europa occidental`
    case 'Rest of Central & Eastern Europe':
      return t`Resto de Europa central y oriental`
    case 'Rest of Africa':
      return t`Resto de África`
    case 'Rest of Asia Pacific':
      return t`Resto de Asia-Pacífico`
    case 'Rest of Middle East':
      return t`Resto de Oriente Medio`
    default: {
      const country = countryNamed(market)
      return (country && new Intl.DisplayNames(formatLocale(), { type: 'region' }).of(country)) ?? market
    }
  }
}
