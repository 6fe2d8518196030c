import type { Clock } from '#base/time.ts'
import { type LocalMonth, monthIn } from '#base/zone.ts'
import type { AccountId } from '#core/account/account.ts'
import { type Billing, priceBook, usualBilling, withDemonstration } from '#core/cost/billing.ts'
import type { PriceBook } from '#core/cost/price.ts'
import type { Line } from '#core/line/line.ts'
import type { Costs } from '#store/costs.ts'
import type { Directory } from '../directory.ts'

type Parts = {
  readonly costs: Pick<Costs, 'billing' | 'cards' | 'spending'>
  readonly directory: Pick<Directory, 'account' | 'lines'>
  readonly clock: Clock
}

/** How each WhatsApp account of a company is billed, whether or not somebody has set it. */
export async function billingsOf({ costs, directory }: Parts, accountId: AccountId): Promise<readonly Billing[]> {
  const set = new Map((await costs.billing(accountId)).map((billing) => [billing.groupKey, billing]))
  const country = directory.account(accountId)?.country ?? ''
  const groups = new Set(directory.lines(accountId).map(({ groupKey }) => groupKey))
  return [...groups].map((groupKey) => set.get(groupKey) ?? usualBilling(groupKey, country))
}

export type LinePrices = { readonly line: Line; readonly month: LocalMonth; readonly book: PriceBook }

/** What messages of each line cost now. */
export async function pricesOf(parts: Parts, accountId: AccountId): Promise<readonly LinePrices[]> {
  const { costs, directory, clock } = parts
  const now = clock.now()
  const [imported, billings] = await Promise.all([costs.cards(accountId), billingsOf(parts, accountId)])
  const months = billings.map(({ timeZone }) => monthIn(timeZone, now)).sort()
  const spending = months[0] === undefined ? [] : await costs.spending(accountId, months[0])
  const cards = withDemonstration(imported)
  return directory.lines(accountId).map((line) => {
    const billing = billings.find(({ groupKey }) => groupKey === line.groupKey) ?? usualBilling(line.groupKey, '')
    const month = monthIn(billing.timeZone, now)
    return { line, month, book: priceBook(cards, billing, line.lineId, month, spending) }
  })
}
