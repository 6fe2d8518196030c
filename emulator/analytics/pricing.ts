import type { Fields } from '../json.ts'
import { digitsOfNumber } from '../webhook/tell.ts'
import { billOf, type Line } from '../pricing/bill.ts'
import type { Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type Asked, bucketOf, dimensionsOf, isWithin, money, passes, phonesIn, readAsked, summed } from './asked.ts'

const GRANULARITIES = ['HALF_HOUR', 'DAILY', 'MONTHLY']

/** `pricing_analytics`: the bill, added up (Cloud API, Analytics, 2025-12). */
export function pricingAnalytics(world: World, waba: Waba, args: Readonly<Record<string, string>>): Fields {
  const asked = readAsked(args, GRANULARITIES)
  const metrics = asked.list('metric_types')
  const bucket = bucketOf(world.account.of(waba).timeZone, asked.granularity)
  const rows = linesOfAccount(world, waba).filter((row) => isAsked(asked, row))
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

/** A line of the bill, and the number it is of as people dial it. */
export type Billed = Line & { readonly phone: string }

/** Every line of an account's bill. */
export const linesOfAccount = (world: World, waba: Waba): Billed[] =>
  billOf(world).flatMap((line) => {
    const own = world.numbers.get(line.number)
    return own?.wabaId !== waba.id ? [] : [{ ...line, phone: digitsOfNumber(own) }]
  })

const isAsked = (asked: Asked, { phone, charge }: Billed): boolean =>
  isWithin(charge.at, asked) &&
  passes(phonesIn(asked), phone) &&
  passes(asked.list('country_codes'), charge.country) &&
  passes(asked.list('pricing_types'), charge.type.toUpperCase()) &&
  passes(asked.list('pricing_categories'), charge.category.toUpperCase())
