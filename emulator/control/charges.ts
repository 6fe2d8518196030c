import type { FastifyInstance } from 'fastify'
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../json.ts'
import { billOf } from '../pricing/bill.ts'
import { type RateCard, rateCategories, type Tier } from '../pricing/card.ts'
import type { World } from '../world/world.ts'
import { invalid } from './refusal.ts'

/** `/control/v1/charges` and `/control/v1/rates`: Meta's bill and the cards it is written by. */
export function chargeRoutes(server: FastifyInstance, world: World): void {
  server.get<{ Querystring: { since?: string; until?: string } }>('/control/v1/charges', (request) => {
    const since = Number(request.query.since ?? Number.NEGATIVE_INFINITY)
    const until = Number(request.query.until ?? Number.POSITIVE_INFINITY)
    if (Number.isNaN(since) || Number.isNaN(until)) throw invalid('`since` and `until` are milliseconds since 1970')
    const charges = billOf(world)
      .map(({ wamid, number, charge }) => ({ wamid, phoneNumberId: number, ...charge }))
      .filter(({ at }) => at >= since && at < until)
      .sort((a, b) => a.at - b.at)
    const currency = world.charges.cards().at(-1)?.currency ?? world.wabas.first.currency
    return { currency, charges, total: charges.reduce((sum, { micros }) => sum + micros, 0) }
  })
  server.get('/control/v1/rates', () => ({ cards: world.charges.cards() }))
  server.put('/control/v1/rates', (request) => {
    const cards = listOf(fieldsOf(request.body)['cards']).map(readCard)
    if (cards.length === 0) throw invalid('Send `{ "cards": [{ "effective", "currency", "rates" }] }`')
    world.charges.setCards(cards)
    return { cards: world.charges.cards() }
  })
}

function readCard(value: unknown): RateCard {
  const card = fieldsOf(value)
  const effective = textOf(card['effective']) ?? ''
  if (!/^\d{4}-\d{2}-\d{2}$/.test(effective)) throw invalid('`effective` of a card is a day, "2026-10-01"')
  const currency = textOf(card['currency']) ?? ''
  if (!/^[A-Z]{3}$/.test(currency)) throw invalid('`currency` of a card has three capitals, "USD"')
  const rates = byMarket(card['rates'], readMicros)
  if (Object.keys(rates).length === 0) throw invalid('`rates` of a card are micros by market and category')
  return { effective, currency, rates, tiers: byMarket(card['tiers'], readTiers) }
}

type Read<Value> = (value: unknown, place: string) => Value

function byMarket<Value>(value: unknown, read: Read<Value>): Record<string, Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).map(([market, categories]) => [
      market,
      byCategory(fieldsOf(categories), market, read),
    ]),
  )
}

function byCategory<Value>(categories: Fields, market: string, read: Read<Value>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(categories).map(([category, value]) => {
      if (!(rateCategories as readonly string[]).includes(category))
        throw invalid(`There is no category "${category}"; there are ${rateCategories.join(', ')}`)
      return [category, read(value, `${market}, ${category}`)]
    }),
  )
}

function readMicros(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw invalid(`The price of ${place} is a whole number of millionths`)
  return value
}

function readTiers(value: unknown, place: string): readonly Tier[] {
  return listOf(value).map((entry) => {
    if (!isFields(entry)) throw invalid(`The tiers of ${place} are \`{ "upTo", "micros" }\``)
    return {
      upTo: entry['upTo'] === null ? null : readMicros(entry['upTo'], place),
      micros: readMicros(entry['micros'], place),
    }
  })
}
