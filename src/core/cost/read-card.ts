import { failed, ok, type Result } from '#base/result.ts'
import { isDate, type LocalDate } from '#base/zone.ts'
import { readCsv } from './csv.ts'
import { isMarket } from './market.ts'
import { microsFrom } from './money.ts'
import type { RateName, Rates } from './rate-card.ts'
import { findHeader } from './card-header.ts'
import { readTiers } from './card-tiers.ts'
import {
  type BadLine,
  type CardDraft,
  CURRENCIES,
  currencyOf,
  isNothing,
  type LineProblem,
  LONGEST_FILE,
  marketName,
} from './card-file.ts'

export type CardFiles = {
  /** Meta's "rates.csv". */
  readonly rates: string
  /** Meta's "volume tiers.csv"; null: the list rates hold for any number of messages. */
  readonly tiers: string | null
  readonly effectiveFrom: LocalDate
}

/**
 * A card out of Meta's files, or every line that is wrong: nothing is half taken. Columns are found by their names, in any
 * order and in Spanish, English or Portuguese; titles above the header are passed over; decimals may have a comma where
 * cells are separated by something else. "n/a" is no price.
 */
export function readCard({ rates, tiers, effectiveFrom }: CardFiles): Result<CardDraft, readonly BadLine[]> {
  const bad: BadLine[] = []
  if (!isDate(effectiveFrom)) {
    bad.push({ file: 'rates', line: 0, problem: 'date-invalid', found: effectiveFrom, expected: '2026-10-01' })
  }
  if (rates.length > LONGEST_FILE || (tiers?.length ?? 0) > LONGEST_FILE) {
    const found = String(Math.max(rates.length, tiers?.length ?? 0))
    bad.push({ file: 'rates', line: 0, problem: 'too-long', found, expected: `≤ ${LONGEST_FILE}` })
    return failed(bad)
  }
  const list = readRates(rates, bad)
  const draft = { effectiveFrom, currency: list.currency ?? 'USD', markets: Object.fromEntries(list.markets) }
  const markets = tiers === null ? draft.markets : readTiers(tiers, draft, bad)
  return bad.length === 0 ? ok({ ...draft, markets }) : failed(bad)
}

function readRates(text: string, bad: BadLine[]) {
  const { rows, separator } = readCsv(text)
  const markets = new Map<string, Rates>()
  let currency: string | null = null
  const note = (line: number, problem: LineProblem, found: string, expected: string) =>
    bad.push({ file: 'rates', line, problem, found, expected })
  const header = findHeader(rows)
  if (header === null) {
    note(0, 'header-missing', rows[0]?.cells.join(separator).slice(0, 80) ?? '', 'Market, Currency, Marketing, Utility')
    return { markets, currency }
  }
  for (const { line, cells } of rows.slice(header.index + 1)) {
    const market = marketName(cells[header.market] ?? '')
    if (market === '' && !header.rates.some(({ column }) => (cells[column] ?? '') !== '')) continue
    if (!isMarket(market)) note(line, 'market-unknown', market, 'Mexico, Rest of Latin America …')
    else if (markets.has(market)) note(line, 'market-repeated', market, '1 ×')
    const own = currencyOf(cells[header.currency ?? -1] ?? 'USD')
    if (own === null) note(line, 'currency-unknown', cells[header.currency ?? -1] ?? '', CURRENCIES.join(', '))
    else if (currency !== null && own !== currency) note(line, 'currency-other', own, currency)
    currency ??= own
    const found: Partial<Record<RateName, Rates[RateName]>> = {}
    for (const { rate, column } of header.rates) {
      const cell = cells[column] ?? ''
      if (isNothing(cell)) continue
      const micros = microsFrom(cell, separator !== ',')
      if (micros === null) note(line, 'price-invalid', `${rate}: ${cell}`, '0.0085, n/a')
      else found[rate] = [{ from: 1, micros }]
    }
    markets.set(market, found as Rates)
  }
  if (markets.size === 0) note(0, 'no-markets', '0', '≥ 1')
  return { markets, currency }
}
