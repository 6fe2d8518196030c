import type { Fields } from '../json.ts'
import { calendarOf } from '../world/local-time.ts'
import type { Charge, Message, Waba } from '../world/model.ts'
import { digitsOfNumber } from '../webhook/tell.ts'
import type { World } from '../world/world.ts'
import { badParameter } from '../graph/errors.ts'

const granularities = ['HALF_HOUR', 'DAILY', 'MONTHLY']
const HALF_HOUR_MS = 1_800_000

/** `pricing_analytics.start(…).end(…).granularity(…)…` of GET /{waba} (Cloud API, Analytics, 2025-12). */
export function pricingAnalytics(world: World, waba: Waba, fields: string): Fields {
  const asked = fields.slice(fields.indexOf('pricing_analytics'))
  const read = (name: string) => new RegExp(`\\.${name}\\(([^()]*)\\)`).exec(asked)?.[1]?.trim()
  const list = (name: string) =>
    (read(name) ?? '')
      .replace(/[[\]"'\s]/g, '')
      .split(',')
      .filter((entry) => entry !== '')
  const start = Number(read('start'))
  const end = Number(read('end'))
  const granularity = read('granularity') ?? ''
  if (!Number.isInteger(start) || !Number.isInteger(end) || start >= end)
    throw badParameter('Params start and end must be unix timestamps, start before end.')
  if (!granularities.includes(granularity))
    throw badParameter(`Param granularity must be one of {${granularities.join(', ')}} - got "${granularity}".`)
  const filters: readonly (readonly [readonly string[], (row: Row) => string])[] = [
    [list('phone_numbers').map((phone) => phone.replace(/\D/g, '')), (row) => row.phone],
    [list('country_codes'), (row) => row.charge.country],
    [list('pricing_types'), (row) => row.charge.type.toUpperCase()],
    [list('pricing_categories'), (row) => row.charge.category.toUpperCase()],
  ]
  const rows = rowsOf(world, waba).filter(
    (row) =>
      row.charge.at >= start * 1000 &&
      row.charge.at < end * 1000 &&
      filters.every(([wanted, value]) => wanted.length === 0 || wanted.includes(value(row))),
  )
  const metrics = list('metric_types')
  const shows = (metric: string) => metrics.length === 0 || metrics.includes(metric)
  const points = grouped(rows, list('dimensions'), bucketOf(world.account.of(waba).timeZone, granularity)).map(
    ({ volume, micros, ...point }) => ({
      ...point,
      ...(shows('VOLUME') ? { volume } : {}),
      ...(shows('COST') ? { cost: micros / 1_000_000 } : {}),
    }),
  )
  return { data: [{ data_points: points }] }
}

type Row = { readonly phone: string; readonly charge: Charge }
type Bucket = (at: number) => { readonly start: number; readonly end: number }

const rowsOf = (world: World, waba: Waba): Row[] =>
  [...world.messages.all()].flatMap(({ charge, number }: Message) => {
    const own = world.numbers.get(number)
    return charge === undefined || own?.wabaId !== waba.id ? [] : [{ phone: digitsOfNumber(own), charge }]
  })

/** Days and months begin in the account's time zone. */
function bucketOf(timeZone: string, granularity: string): Bucket {
  const calendar = calendarOf(timeZone)
  const between = (from: number, to: number) => ({ start: from / 1000, end: to / 1000 })
  if (granularity === 'HALF_HOUR')
    return (at) => between(at - (at % HALF_HOUR_MS), at - (at % HALF_HOUR_MS) + HALF_HOUR_MS)
  return (at) => {
    const isMonth = granularity === 'MONTHLY'
    const first = isMonth ? `${calendar.monthOf(at)}-01` : calendar.dateOf(at)
    const next = new Date(`${first}T00:00:00Z`)
    if (isMonth) next.setUTCMonth(next.getUTCMonth() + 1)
    else next.setUTCDate(next.getUTCDate() + 1)
    return between(calendar.startOf(first), calendar.startOf(next.toISOString().slice(0, 10)))
  }
}

type Point = { readonly start: number; readonly end: number; volume: number; micros: number }

function grouped(rows: readonly Row[], dimensions: readonly string[], bucket: Bucket): Point[] {
  const points = new Map<string, Point>()
  for (const { phone, charge } of rows) {
    const named = {
      ...bucket(charge.at),
      ...(dimensions.includes('PHONE') ? { phone_number: phone } : {}),
      ...(dimensions.includes('COUNTRY') ? { country: charge.country } : {}),
      ...(dimensions.includes('PRICING_TYPE') ? { pricing_type: charge.type.toUpperCase() } : {}),
      ...(dimensions.includes('PRICING_CATEGORY') ? { pricing_category: charge.category.toUpperCase() } : {}),
      ...(dimensions.includes('TIER') ? { tier: charge.tier } : {}),
    }
    const key = JSON.stringify(named)
    const point = points.get(key) ?? { ...named, volume: 0, micros: 0 }
    point.volume += 1
    point.micros += charge.micros
    points.set(key, point)
  }
  return [...points.values()]
}
