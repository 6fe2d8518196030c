import type { Instant } from '#base/time.ts'
import { daysAfter } from '../calendar/day.ts'
import { localOf } from '../calendar/zone.ts'
import type { OpeningHours } from './opening-hours.ts'
import { spansBetween } from './period.ts'

/**
 * Minutes that were open between two instants, as they passed, whatever clocks on the wall did; parts of a minute count as
 * parts. 0 when `until` is not after `from`. A year costs some milliseconds.
 */
export function openMinutes(hours: OpeningHours, from: Instant, until: Instant): number {
  if (until <= from) return 0
  const first = daysAfter(localOf(hours.zone, from).day, -1)
  const last = localOf(hours.zone, until).day
  return spansBetween(hours, first, last).reduce(
    (sum, span) => sum + Math.max(0, Math.min(until, span.until) - Math.max(from, span.from)) / 60_000,
    0,
  )
}
