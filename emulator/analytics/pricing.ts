import type { Fields } from '../json.ts'
import { digitsOfNumber } from '../webhook/tell.ts'
import type { Charge, Message, Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type Asked, bucketOf, dimensionsOf, isWithin, money, passes, phonesIn, readAsked, summed } from './asked.ts'

const GRANULARITIES = ['HALF_HOUR', 'DAILY', 'MONTHLY']

/** `pricing_analytics`: the bill, added up (Cloud API, Analytics, 2025-12). */
export function pricingAnalytics(world: World, waba: Waba, args: Readonly<Record<string, string>>): Fields {
  const asked = readAsked(args, GRANULARITIES)
  const metrics = asked.list('metric_types')
  const bucket = bucketOf(world.account.of(waba).timeZone, asked.granularity)
  const rows = billOf(world, waba).filter((row) => isAsked(asked, row))
  const nameOf = ({ phone, charge }: Billed): Fields => ({
    ...bucket(charge.at),
    ...dimensionsOf(asked, {
      PHONE: { phone_number: phone },
      COUNTRY: { country: charge.country },
      PRICING_TYPE: { pricing_type: charge.type.toUpperCase() },
      PRICING_CATEGORY: { pricing_category: charge.category.toUpperCase() },
      TIER: { tier: charge.tier },
    }),
  })
  const points = summed(rows, nameOf, ({ charge }) => ({ volume: 1, micros: charge.micros })).map(
    ({ sums, ...point }) => ({
      ...point,
      ...(passes(metrics, 'VOLUME') ? { volume: sums['volume'] } : {}),
      ...(passes(metrics, 'COST') ? { cost: money(sums['micros']) } : {}),
    }),
  )
  return { data: [{ data_points: points }] }
}

/** A line of the bill, whose it is, and on which number. */
export type Billed = { readonly phone: string; readonly charge: Charge; readonly message: Message }

/** Every line of an account's bill, in the order of the messages. */
export const billOf = (world: World, waba: Waba): Billed[] =>
  [...world.messages.all()].flatMap((message) => {
    const own = world.numbers.get(message.number)
    const { charge } = message
    return charge === undefined || own?.wabaId !== waba.id ? [] : [{ phone: digitsOfNumber(own), charge, message }]
  })

const isAsked = (asked: Asked, { phone, charge }: Billed): boolean =>
  isWithin(charge.at, asked) &&
  passes(phonesIn(asked), phone) &&
  passes(asked.list('country_codes'), charge.country) &&
  passes(asked.list('pricing_types'), charge.type.toUpperCase()) &&
  passes(asked.list('pricing_categories'), charge.category.toUpperCase())
