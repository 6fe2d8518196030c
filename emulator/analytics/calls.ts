import { type Call, callsOf } from '../call/call.ts'
import type { Fields } from '../json.ts'
import { marketOf } from '../pricing/market.ts'
import { digitsOfNumber } from '../webhook/tell.ts'
import type { Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { bucketOf, dimensionsOf, isWithin, passes, phonesIn, readAsked, summed } from './asked.ts'

const GRANULARITIES = ['HALF_HOUR', 'DAILY', 'MONTHLY']

/** `call_analytics`: calls that were taken, how many and how long on average (Cloud API, Calling, 2025-11). No cost: none is booked. */
export function callAnalytics(world: World, waba: Waba, args: Readonly<Record<string, string>>): Fields {
  const asked = readAsked(args, GRANULARITIES)
  const metrics = asked.list('metric_types')
  const bucket = bucketOf(world.account.of(waba).timeZone, asked.granularity)
  const phoneOf = ({ number }: Call) => {
    const own = world.numbers.get(number)
    return own?.wabaId === waba.id ? digitsOfNumber(own) : null
  }
  const countryOf = ({ phone }: Call) => marketOf(world.phones.get(phone)?.waId ?? '').country
  const rows = [...callsOf(world).all()].filter((call) => {
    const phone = phoneOf(call)
    return (
      phone !== null &&
      call.acceptedAt !== null &&
      call.endedAt !== null &&
      isWithin(call.at, asked) &&
      passes(phonesIn(asked), phone) &&
      passes(asked.list('country_codes'), countryOf(call)) &&
      passes(asked.list('directions'), directionOf(call))
    )
  })
  const nameOf = (call: Call): Fields => ({
    ...bucket(call.at),
    ...dimensionsOf(asked, {
      PHONE: { phone_number: phoneOf(call) },
      COUNTRY: { country: countryOf(call) },
      DIRECTION: { direction: directionOf(call) },
    }),
  })
  const points = summed(rows, nameOf, (call) => ({ count: 1, seconds: secondsOf(call) })).map(({ sums, ...point }) => {
    const { count = 0, seconds = 0 } = sums
    return {
      ...point,
      ...(passes(metrics, 'COUNT') ? { count } : {}),
      ...(passes(metrics, 'AVERAGE_DURATION') ? { average_duration: Math.round(seconds / count) } : {}),
    }
  })
  return { data: [{ data_points: points }] }
}

const directionOf = ({ by }: Call): string => (by === 'customer' ? 'USER_INITIATED' : 'BUSINESS_INITIATED')
const secondsOf = ({ acceptedAt, endedAt }: Call): number => Math.round(((endedAt ?? 0) - (acceptedAt ?? 0)) / 1000)
