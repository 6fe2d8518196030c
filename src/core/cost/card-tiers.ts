import { type CsvRow, readCsv } from './csv.ts'
import { type BadLine, type CardDraft, currencyOf, isNothing, marketName } from './card-file.ts'
import { columnOf } from './card-header.ts'
import { microsFrom } from './money.ts'
import type { RateName, Rates, Tier } from './rate-card.ts'

/** Columns of one category in "volume tiers.csv". */
type Block = { readonly rate: RateName; readonly from: number; readonly to: number; readonly price: number }

/**
 * Meta's "volume tiers.csv" has its header in three rows: the market and the categories, each over five columns; a row of
 * words; and below, per category, from, to, rate type, rate and the difference to the list rate. The first row of a market
 * names it, those of its further tiers leave it empty; an open end is "--" (seen in copies of 2026-07).
 *
 * Answers the card's markets with these tiers. The first tier must cost what the card lists.
 */
export function readTiers(text: string, card: CardDraft, bad: BadLine[]): CardDraft['markets'] {
  const { rows, separator } = readCsv(text)
  const note = (line: number, problem: BadLine['problem'], found: string, expected: string) =>
    bad.push({ file: 'tiers', line, problem, found, expected })
  const header = findTierHeader(rows)
  if (header === null) {
    note(0, 'header-missing', rows[0]?.cells.join(separator).slice(0, 80) ?? '', 'From, To, Rate')
    return card.markets
  }
  const tiers = new Map<string, { rate: RateName; market: string; list: Tier[]; next: number | null }>()
  let market = ''
  for (const { line, cells } of rows.slice(header.index + 1)) {
    market = marketName(cells[0] ?? '') || market
    if (!Object.hasOwn(card.markets, market)) {
      note(line, 'market-without-rates', market, 'rates.csv')
      continue
    }
    const currency = cells[1] === undefined || cells[1] === '' ? card.currency : currencyOf(cells[1])
    if (currency !== card.currency) note(line, 'currency-other', cells[1] ?? '', card.currency)
    for (const { rate, ...columns } of header.blocks) {
      const [from = '', to = '', price = ''] = [columns.from, columns.to, columns.price].map((at) => cells[at] ?? '')
      if (isNothing(from) && isNothing(price)) continue
      const micros = microsFrom(price, separator !== ',')
      const first = countOf(from)
      const last = isNothing(to) ? null : countOf(to)
      const key = `${market}|${rate}`
      const known = tiers.get(key) ?? { rate, market, list: [], next: 1 }
      if (micros === null) note(line, 'price-invalid', `${rate}: ${price}`, '0.0085')
      else if (Number.isNaN(first) || (last !== null && !(last >= first))) {
        note(line, 'tier-invalid', `${rate}: ${from} – ${to}`, '1 – 100,000')
      } else if (known.next === null || Math.max(1, first) !== known.next) {
        note(line, 'tier-gap', `${rate}: ${from}`, String(known.next ?? '--'))
      } else {
        known.list.push({ from: known.next, micros })
        known.next = last === null ? null : last + 1
      }
      tiers.set(key, known)
    }
  }
  const markets: Record<string, Rates> = { ...card.markets }
  for (const { market: name, rate, list } of tiers.values()) {
    const listed = card.markets[name]?.[rate]?.[0]?.micros
    if (list[0] === undefined) continue
    if (listed !== undefined && listed !== list[0].micros) {
      note(0, 'tier-invalid', `${name}, ${rate}: ${list[0].micros}`, String(listed))
    }
    markets[name] = { ...markets[name], [rate]: list }
  }
  return markets
}

/** "250,001" and "250.001"; NaN for anything else. */
const countOf = (cell: string): number =>
  /^\d{1,3}([.,\s]?\d{3})*$/.test(cell) ? Number(cell.replace(/\D/g, '')) : Number.NaN

function findTierHeader(rows: readonly CsvRow[]): { readonly index: number; readonly blocks: readonly Block[] } | null {
  const index = rows.findIndex(({ cells }) => cells.some(isFrom) && cells.some(isRate))
  const names = rows.slice(0, index).findLast(({ cells }) => cells.some((cell) => RATED.has(columnOf(cell) ?? '')))
  const head = rows[index]
  if (!head || !names) return null
  const blocks = names.cells.flatMap((cell, column): Block[] => {
    const rate = columnOf(cell)
    if (rate === null || !RATED.has(rate)) return []
    const at = (is: (cell: string) => boolean) => head.cells.findIndex((each, place) => place >= column && is(each))
    const block = { rate: rate as RateName, from: at(isFrom), to: at(isTo), price: at(isRate) }
    return block.from < 0 || block.to < 0 || block.price < 0 ? [] : [block]
  })
  return blocks.length === 0 ? null : { index, blocks }
}

const RATED: ReadonlySet<string> = new Set(['utility', 'authentication', 'authentication-international'])
const isFrom = (cell: string): boolean => /^(from|desde|de)$/i.test(cell)
const isTo = (cell: string): boolean => /^(to|hasta|até|ate)$/i.test(cell)
const isRate = (cell: string): boolean => /^(rate|tarifa|taxa)$/i.test(cell)
