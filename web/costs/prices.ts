import { useEffect } from 'react'
import { create } from 'zustand'
import type { PricesView } from '#contract/costs.ts'
import type { BudgetStop } from '#core/cost/budget.ts'
import type { PriceBook } from '#core/cost/price.ts'
import { DEMONSTRATION_BOOK } from '#core/cost/price.ts'
import { call } from '../api/api.ts'

const usePricesView = create<{ prices: PricesView | null }>(() => ({ prices: null }))
/** Free answers go one by one: what is shown may be some behind. */
const AGAIN_MS = 60_000
let readAt = Number.NEGATIVE_INFINITY

/** Reads what messages cost; at most once a minute unless `now`. */
export async function readPrices(now = false): Promise<void> {
  if (!now && performance.now() - readAt < AGAIN_MS) return
  readAt = performance.now()
  const result = await call('getPrices', {})
  if (result.ok) usePricesView.setState({ prices: result.value })
  else readAt = Number.NEGATIVE_INFINITY
}

const books = new WeakMap<PricesView, Map<string, PriceBook>>()

function bookOf(prices: PricesView | null, lineId: string): PriceBook {
  const line = prices?.lines.find((each) => each.lineId === lineId)
  if (!prices || !line) return DEMONSTRATION_BOOK
  const known = books.get(prices) ?? new Map<string, PriceBook>()
  books.set(prices, known)
  const { timeZone, currency, freeServiceLeft, volumes } = line
  const cards = prices.cards.map(({ id, effectiveFrom, currency: paid, demonstration, markets }) => ({
    ...{ cardId: id, effectiveFrom, currency: paid, demonstration },
    markets: markets as PriceBook['cards'][number]['markets'],
  }))
  const book = known.get(lineId) ?? { cards, timeZone, currency, freeServiceLeft, volumes }
  known.set(lineId, book)
  return book
}

/** What spent budgets let leave no more. */
export const useBudgetStops = (): readonly BudgetStop[] =>
  usePricesView((state) => state.prices?.stops as readonly BudgetStop[] | undefined) ?? NONE
const NONE: readonly BudgetStop[] = []

/** What messages of a line cost, by the rule the server charges by; the demonstration's prices until it is known. */
export function usePriceBook(lineId: string): PriceBook {
  useEffect(() => {
    void readPrices()
    const timer = setInterval(() => document.visibilityState === 'visible' && void readPrices(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  return bookOf(
    usePricesView((state) => state.prices),
    lineId,
  )
}
