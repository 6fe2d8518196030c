import type { CsvRow } from './csv.ts'
import type { RateName } from './rate-card.ts'

/** Where the columns of "rates.csv" are. */
export type RatesHeader = {
  /** Its place among the rows. */
  readonly index: number
  readonly market: number
  /** Null: the file says no currency, which then is the US dollar. */
  readonly currency: number | null
  readonly rates: readonly { readonly rate: RateName; readonly column: number }[]
}

/** Names of columns as Meta and translations of its page write them, without accents, case and line breaks. */
const COLUMNS: Readonly<Record<string, RateName | 'market' | 'currency'>> = {
  market: 'market',
  'market (per rate card)': 'market',
  mercado: 'market',
  pais: 'market',
  country: 'market',
  currency: 'currency',
  moneda: 'currency',
  moeda: 'currency',
  marketing: 'marketing',
  utility: 'utility',
  utilidad: 'utility',
  utilidade: 'utility',
  authentication: 'authentication',
  autenticacion: 'authentication',
  autenticacao: 'authentication',
  'authentication-international': 'authentication-international',
  'autenticacion internacional': 'authentication-international',
  'autenticacao internacional': 'authentication-international',
  service: 'service',
  servicio: 'service',
  servico: 'service',
}

export function columnOf(cell: string): RateName | 'market' | 'currency' | null {
  const name = cell
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  return (Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined) ?? null
}

/** The first row that names a market column and at least marketing and utility. */
export function findHeader(rows: readonly CsvRow[]): RatesHeader | null {
  for (const [index, { cells }] of rows.entries()) {
    const names = cells.map(columnOf)
    const market = names.indexOf('market')
    if (market < 0 || !names.includes('marketing') || !names.includes('utility')) continue
    const currency = names.indexOf('currency')
    const rates = names.flatMap((rate, column) =>
      rate === null || rate === 'market' || rate === 'currency' ? [] : [{ rate, column }],
    )
    return { index, market, currency: currency < 0 ? null : currency, rates }
  }
  return null
}
