import type { AccountBox } from '../world/account.ts'
import { calendarOf } from '../world/local-time.ts'
import type { BusinessNumber, Charge, Message, Send } from '../world/model.ts'
import type { Phones } from '../world/phones.ts'
import type { Store, Table } from '../world/store.ts'
import type { Wabas } from '../world/wabas.ts'
import { billOf } from './bill.ts'
import { cardOn, demonstrationCard, marketIn, type RateCard, type RateCategory, rateFor } from './card.ts'
import { marketOf } from './market.ts'

export type Charges = {
  /** Oldest first. */
  readonly cards: () => readonly RateCard[]
  readonly setCards: (cards: readonly RateCard[]) => void
  /**
   * The line of the bill for a message that is delivered at this instant; free ones cost 0. `reachedTier`: it is the first
   * of its month, market and category at a lower price.
   */
  readonly book: (message: Bookable, at: number) => { readonly charge?: Charge; readonly reachedTier?: boolean }
}

/** What of a message its price depends on. */
export type Bookable = Pick<Message, 'number' | 'phone'> & {
  readonly send: Pick<Send, 'recipient' | 'by' | 'pricing'> | null
}

type Parts = {
  readonly store: Store
  readonly account: AccountBox
  readonly wabas: Wabas
  readonly numbers: Table<BusinessNumber>
  readonly messages: Table<Message>
  readonly phones: Phones
}

/** Meta's bill: every delivered message that has a price, at the rates of its day (cloud-api §4.5). */
export function openCharges({ store, account, wabas, numbers, messages, phones }: Parts): Charges {
  const table = store.table<{ cards: readonly RateCard[] }>('rate-cards')
  let cards = table.get('cards')?.cards ?? [demonstrationCard]
  const wabaOf = (number: string) => wabas.of(numbers.get(number) ?? {})

  /** What a market and category have had this month, for the volume tiers: portfolio-wide, charged ones only. */
  const volumes = new Map<string, number>()
  const volumeKey = (number: string, { category, market, at }: Pick<Charge, 'category' | 'market' | 'at'>) => {
    const waba = wabaOf(number)
    return `${waba.businessId}|${calendarOf(account.of(waba).timeZone).monthOf(at)}|${market}|${category}`
  }
  const count = (number: string, charge: Charge) => {
    const { micros } = charge
    const key = volumeKey(number, charge)
    if (micros > 0) volumes.set(key, (volumes.get(key) ?? 0) + 1)
  }
  for (const { number, charge } of billOf({ store, messages })) count(number, charge)

  return {
    cards: () => cards,
    setCards: (next) => {
      cards = next.toSorted((a, b) => a.effective.localeCompare(b.effective))
      table.put('cards', { cards })
    },
    book: ({ number, send, phone }, at) => {
      if (send?.pricing == null) return {}
      const { billable, category, type } = send.pricing
      const own = send.by === 'user' && phone !== null ? phones.get(phone)?.waId : undefined
      const market = marketOf(own ?? send.recipient)
      const card = cardOn(cards, calendarOf(account.of(wabaOf(number)).timeZone).dateOf(at))
      const ordinal = (volumes.get(volumeKey(number, { category, market: marketIn(card, market), at })) ?? 0) + 1
      const rate = rateFor(card, market, rateCategory(category), ordinal)
      const before = ordinal === 1 ? rate : rateFor(card, market, rateCategory(category), ordinal - 1)
      const charge: Charge = {
        category,
        type,
        market: rate.market,
        country: market.country,
        tier: rate.tier,
        micros: billable ? rate.micros : 0,
        currency: card.currency,
        at,
      }
      count(number, charge)
      return { charge, reachedTier: charge.micros > 0 && before.tier !== rate.tier }
    },
  }
}

/** Messages of the Marketing Messages API are priced as marketing. */
const rateCategory = (category: string): RateCategory =>
  category === 'marketing_lite' ? 'marketing' : (category as RateCategory)
