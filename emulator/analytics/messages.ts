import type { Fields } from '../json.ts'
import { marketOf } from '../pricing/market.ts'
import { digitsOfNumber } from '../webhook/tell.ts'
import type { Message, Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { bucketOf, isWithin, passes, phonesIn, readAsked, summed } from './asked.ts'

const GRANULARITIES = ['HALF_HOUR', 'DAY', 'MONTH']

/** What began a conversation and what answered in one, as `product_types` numbers them (Cloud API, Analytics, 2025-12). */
const PRODUCTS = { template: '0', other: '2' } as const

/** `analytics`: how many messages left a number, and how many arrived. */
export function messageAnalytics(world: World, waba: Waba, args: Readonly<Record<string, string>>): Fields {
  const asked = readAsked(args, GRANULARITIES)
  const bucket = bucketOf(world.account.of(waba).timeZone, asked.granularity)
  const phones = phonesIn(asked)
  const countries = asked.list('country_codes')
  const rows = [...world.messages.all()].filter((message) => {
    const own = world.numbers.get(message.number)
    if (own?.wabaId !== waba.id || !left(message) || !isWithin(message.at, asked)) return false
    const product = message.kind === 'template' ? PRODUCTS.template : PRODUCTS.other
    return (
      passes(phones, digitsOfNumber(own)) &&
      passes(countries, marketOf(message.send?.recipient ?? '').country) &&
      passes(asked.list('product_types'), product)
    )
  })
  const points = summed(
    rows,
    ({ at }) => bucket(at),
    (message) => ({ sent: 1, delivered: arrived(message) ? 1 : 0 }),
  )
  const own = [...world.numbers.all()].filter(({ wabaId }) => wabaId === waba.id).map(digitsOfNumber)
  return {
    phone_numbers: phones.length > 0 ? phones : own,
    ...(countries.length > 0 ? { country_codes: countries } : {}),
    granularity: asked.granularity,
    data_points: points.map(({ sums, ...point }) => ({ ...point, ...sums })),
  }
}

/** Of the business, and not refused on the way. */
export const left = ({ send, status }: Message): boolean => send !== null && status !== 'failed'
export const arrived = ({ status }: Message): boolean => ['delivered', 'read', 'played'].includes(status)
export const wasRead = ({ status }: Message): boolean => status === 'read' || status === 'played'
