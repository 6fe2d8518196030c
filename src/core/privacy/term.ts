import type { Instant } from '#base/time.ts'
import { asUtcMs, type Day, day, daysAfter, weekdayOf } from '../calendar/day.ts'
import { holidayOn } from '../calendar/holiday.ts'
import { instantAt, localOf, type Zone } from '../calendar/zone.ts'
import type { RequestKind } from './request.ts'
import { ELSEWHERE, type Term, TERMS } from './terms.data.ts'

/** Null where no law of the country is known here. */
export const lawOf = (country: string): string | null => (Object.hasOwn(TERMS, country) ? termOf(country).law : null)

export const termOf = (country: string): Term =>
  (Object.hasOwn(TERMS, country) ? TERMS[country] : undefined) ?? ELSEWHERE

/** The end of the last day of the term, by the clock of the zone. The day of asking does not count. */
export function dueAt(kind: RequestKind, askedAt: Instant, country: string, zone: Zone): Instant {
  return instantAt(zone, daysAfter(lastDay(termOf(country), kind, localOf(zone, askedAt).day, country), 1), 0)
}

function lastDay(term: Term, kind: RequestKind, from: Day, country: string): Day {
  const count = term[kind]
  if (term.unit === 'days') return daysAfter(from, count)
  if (term.unit === 'months') return monthsAfter(from, count)
  let at = from
  for (let left = count; left > 0;) {
    at = daysAfter(at, 1)
    if (weekdayOf(at) < SATURDAY && holidayOn(country, at) === null) left -= 1
  }
  return at
}
const SATURDAY = 5

/** The same date, or the last one of a month that has no such date. */
function monthsAfter(from: Day, count: number): Day {
  const date = new Date(asUtcMs(from))
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1 + count]
  const last = daysAfter(day(year, month + 1, 1), -1)
  return Math.min(day(year, month, date.getUTCDate()), last) as Day
}
