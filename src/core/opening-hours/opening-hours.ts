import { dayFrom } from '../calendar/day.ts'
import { HOLIDAYS } from '../calendar/holiday.ts'
import { isZone, type Zone } from '../calendar/zone.ts'
import { type Refusal, refusal } from '../refusal/refusal.ts'

/**
 * Somebody is there from `from` until `to`, in minutes after the midnight its day begins with. `from` is 0–1439; `to` is
 * later by at most a day, and beyond 1440 it lies in the next one: 22:00 to 2:00 is 1320 to 1560. At the very minute `to`
 * it is closed.
 */
export type Interval = { readonly from: number; readonly to: number }

/** In order, none over another; empty: closed that day. */
export type DayHours = readonly Interval[]

/** Monday first. */
export type Week = readonly [DayHours, DayHours, DayHours, DayHours, DayHours, DayHours, DayHours]

/** A date that is not like its weekday, nor like the holiday it may be. `date`: `2026-12-24`. */
export type SpecialDate = { readonly date: string; readonly name: string; readonly hours: DayHours }

export type OpeningHours = {
  readonly zone: Zone
  readonly week: Week
  readonly dates: readonly SpecialDate[]
  /** ISO country on whose national holidays it is closed; null: they are days like others. */
  readonly holidays: string | null
}

/** So that a year of dates fits, and no row grows without end. */
export const MOST_DATES = 366
export const MOST_INTERVALS = 6
export const DAY_MINUTES = 1440

/** Everything no shape can say, the first that is wrong; null: it holds. */
export function wrongIn({ zone, week, dates, holidays }: OpeningHours): Refusal | null {
  if (!isZone(zone)) return refusal('input-invalid', { field: 'zone', found: zone, expected: 'an IANA time zone' })
  if (holidays !== null && !Object.hasOwn(HOLIDAYS, holidays)) {
    return refusal('input-invalid', { field: 'holidays', found: holidays, expected: Object.keys(HOLIDAYS).join(', ') })
  }
  const unreal = dates.find(({ date }) => dayFrom(date) === null)
  if (unreal) return refusal('input-invalid', { field: 'dates', found: unreal.date, expected: 'a date that exists' })
  const twice = dates.find(({ date }, index) => dates.findIndex((other) => other.date === date) < index)
  if (twice) return refusal('input-invalid', { field: 'dates', found: twice.date, expected: 'each date once' })
  const all = [
    ...week.map((hours, index) => ({ field: `week.${index}`, hours })),
    ...dates.map(({ date, hours }) => ({ field: `dates.${date}`, hours })),
  ]
  return all.map(({ field, hours }) => wrongDay(field, hours)).find((wrong) => wrong !== null) ?? null
}

function wrongDay(field: string, hours: DayHours): Refusal | null {
  const place = hours.findIndex(
    ({ from, to }, index) =>
      from < 0 || from >= DAY_MINUTES || to <= from || to > from + DAY_MINUTES || from < (hours[index - 1]?.to ?? 0),
  )
  const interval = hours[place]
  if (interval === undefined) return null
  return refusal('hours-overlap', { field: `${field}.${place}`, found: `${interval.from}–${interval.to}` })
}
