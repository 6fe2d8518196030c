import { badParameter } from '../graph/errors.ts'
import type { Fields } from '../json.ts'
import { calendarOf } from '../world/local-time.ts'

/** What is asked of a metric: the same in `metric.start(…).end(…)` of a node's fields and in the address of its edge. */
export type Asked = {
  /** In ms; from `start` on, before `end`. */
  readonly start: number
  readonly end: number
  readonly granularity: string
  /** A list in brackets, quotes or neither; empty: all of them. */
  readonly list: (name: string) => readonly string[]
}

/** Throws when the time is none or the granularity none of the metric's. */
export function readAsked(args: Readonly<Record<string, string>>, granularities: readonly string[]): Asked {
  const start = Number(args['start'])
  const end = Number(args['end'])
  const granularity = (args['granularity'] ?? '').toUpperCase()
  if (!Number.isInteger(start) || !Number.isInteger(end) || start >= end)
    throw badParameter('Params start and end must be unix timestamps, start before end.')
  if (!granularities.includes(granularity))
    throw badParameter(`Param granularity must be one of {${granularities.join(', ')}} - got "${granularity}".`)
  const list = (name: string) =>
    (args[name] ?? '')
      .replace(/[[\]"'\s]/g, '')
      .split(',')
      .filter((entry) => entry !== '')
  return { start: start * 1000, end: end * 1000, granularity, list }
}

export const isWithin = (at: number, { start, end }: Asked): boolean => at >= start && at < end

/** A filter without values lets everything pass. */
export const passes = (wanted: readonly string[], value: string): boolean =>
  wanted.length === 0 || wanted.includes(value)

/** Phone numbers are asked for with and without signs. */
export const phonesIn = (asked: Asked): readonly string[] =>
  asked.list('phone_numbers').map((phone) => phone.replace(/\D/g, ''))

/** In seconds, as Meta writes them. */
export type Bucket = { readonly start: number; readonly end: number }

const HALF_HOUR_MS = 1_800_000

/** The stretch of time an instant falls into. Days and months begin in the time zone. */
export function bucketOf(timeZone: string, granularity: string): (at: number) => Bucket {
  const calendar = calendarOf(timeZone)
  const between = (from: number, to: number) => ({ start: from / 1000, end: to / 1000 })
  if (granularity === 'HALF_HOUR')
    return (at) => between(at - (at % HALF_HOUR_MS), at - (at % HALF_HOUR_MS) + HALF_HOUR_MS)
  return (at) => {
    const isMonth = granularity.startsWith('MONTH')
    const first = isMonth ? `${calendar.monthOf(at)}-01` : calendar.dateOf(at)
    const next = new Date(`${first}T00:00:00Z`)
    if (isMonth) next.setUTCMonth(next.getUTCMonth() + 1)
    else next.setUTCDate(next.getUTCDate() + 1)
    return between(calendar.startOf(first), calendar.startOf(next.toISOString().slice(0, 10)))
  }
}

type Sums = Readonly<Record<string, number>>

/** Rows of the same name are one point, with their sums; in the order in which the names came up. */
export function summed<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => Fields,
  sumsOf: (row: Row) => Sums,
): (Fields & { readonly sums: Sums })[] {
  const points = new Map<string, { readonly name: Fields; readonly sums: Record<string, number> }>()
  for (const row of rows) {
    const name = nameOf(row)
    const key = JSON.stringify(name)
    const point = points.get(key) ?? { name, sums: {} }
    for (const [metric, value] of Object.entries(sumsOf(row))) point.sums[metric] = (point.sums[metric] ?? 0) + value
    points.set(key, point)
  }
  return [...points.values()].map(({ name, sums }) => ({ ...name, sums }))
}

/** What the dimensions asked for say of a row: `{ PHONE: { phone_number: "5255…" } }`. */
export const dimensionsOf = (asked: Asked, all: Readonly<Record<string, Fields>>): Fields =>
  Object.assign({}, ...asked.list('dimensions').map((dimension) => all[dimension] ?? {})) as Fields

/** Micros as an amount of money. */
export const money = (micros = 0): number => micros / 1_000_000
