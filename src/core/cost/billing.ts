import type { LocalMonth } from '#base/zone.ts'
import type { LineId } from '../account/account.ts'
import type { PriceBook } from './price.ts'
import { volumeKey } from './price.ts'
import { policyOn } from './policy.ts'
import { DEMONSTRATION_CARD, type RateCard } from './rate-card.ts'
import type { Dimensions } from './charge.ts'

/** How Meta bills a WhatsApp account: months, policies and cards begin at its midnight. */
export type Billing = {
  /** The line group. */
  readonly groupKey: string
  /** IANA. */
  readonly timeZone: string
  /** ISO 4217. */
  readonly currency: string
}

/** Where the largest city of a country is, for accounts nobody has set up yet (IANA tz database, zone1970.tab, 2026). */
const ZONES: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  BO: 'America/La_Paz',
  BR: 'America/Sao_Paulo',
  CL: 'America/Santiago',
  CO: 'America/Bogota',
  CR: 'America/Costa_Rica',
  DO: 'America/Santo_Domingo',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  GB: 'Europe/London',
  GT: 'America/Guatemala',
  HN: 'America/Tegucigalpa',
  MX: 'America/Mexico_City',
  NI: 'America/Managua',
  PA: 'America/Panama',
  PE: 'America/Lima',
  PR: 'America/Puerto_Rico',
  PT: 'Europe/Lisbon',
  PY: 'America/Asuncion',
  SV: 'America/El_Salvador',
  US: 'America/New_York',
  UY: 'America/Montevideo',
  VE: 'America/Caracas',
}

/** Until somebody says otherwise: the zone of the company's country, and the US dollar, as Meta has it without a choice. */
export const usualBilling = (groupKey: string, country: string): Billing => ({
  groupKey,
  timeZone: ZONES[country] ?? 'UTC',
  currency: 'USD',
})

/** The company's cards with the demonstration's in front, which holds wherever there is no other. */
export const withDemonstration = (cards: readonly RateCard[]): readonly RateCard[] => [DEMONSTRATION_CARD, ...cards]

/** A month's messages and costs of one combination of what prices depend on. */
export type Spending = Pick<Dimensions, 'month' | 'currency' | 'lineId' | 'market' | 'category' | 'outcome'> & {
  readonly messages: number
  readonly micros: number
}

/** What a line's messages will cost this month, from what the company has sent so far. */
export function priceBook(
  cards: readonly RateCard[],
  { timeZone, currency }: Billing,
  line: LineId | null,
  month: LocalMonth,
  spending: readonly Spending[],
): PriceBook {
  const volumes: Record<string, number> = {}
  for (const each of spending) {
    if (each.month !== month || each.outcome !== 'charged' || each.currency !== currency) continue
    const key = volumeKey(each.market, each.category)
    volumes[key] = (volumes[key] ?? 0) + each.messages
  }
  return { cards, timeZone, currency, freeServiceLeft: line && allowanceLeft(line, month, spending), volumes }
}

/** Service messages a line may still send for nothing this month; null: no limit, or none is granted by number. */
export function allowanceLeft(line: LineId, month: LocalMonth, spending: readonly Spending[]): number | null {
  const { freeService } = policyOn(`${month}-01`)
  if (freeService === null) return null
  const own = spending.filter((each) => each.month === month && each.lineId === line && each.outcome === 'allowance')
  return Math.max(0, freeService - own.reduce((sum, { messages }) => sum + messages, 0))
}
