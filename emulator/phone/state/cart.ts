import { digitsOf } from '../text/phone-number.ts'
import { sendMessage } from './send.ts'
import { useApp } from './store.ts'

export type Article = { id: string; price: number }

/** Sold where a message names no articles: the emulator has no catalogue. */
const OWN: readonly Article[] = [
  { id: 'PLAN-12', price: 1850 },
  { id: 'SEGURO-1', price: 120 },
  { id: 'TARJETA-ORO', price: 490 },
]
const CURRENCY = 'MXN'

/** The articles of a message; each costs what its name says: the same one costs the same everywhere. */
export const articlesOf = (ids: readonly string[]): readonly Article[] =>
  ids.length === 0 ? OWN : ids.map((id) => OWN.find((own) => own.id === id) ?? { id, price: priceOf(id) })

const priceOf = (id: string): number =>
  90 + ([...id].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % 90) * 10

/** An order answers the message it was put together from (cloud-api §2.3). */
export function sendOrder(
  wamid: string | null,
  articles: readonly (Article & { quantity: number })[],
  text: string,
): void {
  const { numbers, number } = useApp.getState()
  const from = digitsOf(numbers.find((entry) => entry.id === number)?.displayPhoneNumber ?? '')
  const message = {
    type: 'order',
    ...(wamid !== null && { context: { from, id: wamid } }),
    order: {
      catalog_id: '1048576',
      text,
      product_items: articles.map(({ id, quantity, price }) => ({
        product_retailer_id: id,
        quantity,
        item_price: price,
        currency: CURRENCY,
      })),
    },
  }
  sendMessage({ kind: 'raw', message }, message, wamid ?? undefined)
}
