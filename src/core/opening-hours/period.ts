import { type Instant, instant } from '#base/time.ts'
import { type Day, daysAfter, isoDay, weekdayOf } from '../calendar/day.ts'
import { holidayOn } from '../calendar/holiday.ts'
import { instantAt, localOf } from '../calendar/zone.ts'
import { DAY_MINUTES, type DayHours, type OpeningHours } from './opening-hours.ts'

/**
 * A time without a change. `from` belongs to it, `until` to the next; null: there is no change within `FURTHEST` days.
 */
export type Period = { readonly isOpen: boolean; readonly from: Instant | null; readonly until: Instant | null }

/** Changes are looked for this many days around an instant: a summer's closure fits. */
const FURTHEST = 65
/** One after the other; mostly the first is enough. */
const REACHES = [2, 9, FURTHEST] as const

export const isOpen = (hours: OpeningHours, at: Instant): boolean => periodAt(hours, at).isOpen

/** `at` itself while it is open; null: not within `FURTHEST` days. */
export function nextOpening(hours: OpeningHours, at: Instant): Instant | null {
  const period = periodAt(hours, at)
  return period.isOpen ? at : period.until
}

/** What an instant lies in. Asked of the same hours again before the next change, it costs two comparisons. */
export function periodAt(hours: OpeningHours, at: Instant): Period {
  const known = latest.get(hours)
  if (known && known.from <= at && at < known.until) return known.period
  const today = localOf(hours.zone, at).day
  let period: Period = { isOpen: false, from: null, until: null }
  for (const reach of REACHES) {
    period = periodWithin(hours, at, daysAfter(today, -reach), daysAfter(today, reach))
    if (period.from !== null && period.until !== null) break
  }
  const until = period.until ?? instant(at + UNCHANGED_MS)
  latest.set(hours, { period, from: period.from ?? at, until })
  return period
}

/** The period last found of some hours holds between these. */
const latest = new WeakMap<OpeningHours, { period: Period; from: Instant; until: Instant }>()
/** Where there is no change for long, it is looked again after an hour. */
const UNCHANGED_MS = 3_600_000

function periodWithin(hours: OpeningHours, at: Instant, first: Day, last: Day): Period {
  const spans = spansBetween(hours, daysAfter(first, -1), last)
  const open = spans.find(({ from, until }) => from <= at && at < until)
  if (open === undefined) {
    const before = spans.findLast(({ until }) => until <= at)
    const after = spans.find(({ from }) => from > at)
    return { isOpen: false, from: before?.until ?? null, until: after?.from ?? null }
  }
  // What touches the edge of what was looked at may go on beyond it.
  const begin = instantAt(hours.zone, first, 0)
  const end = instantAt(hours.zone, daysAfter(last, 1), 0)
  return {
    isOpen: true,
    from: open.from > begin ? open.from : null,
    until: open.until < end ? open.until : null,
  }
}

export type Span = { readonly from: Instant; readonly until: Instant }

/**
 * When it is open by the hours of these days, in order, apart from each other; those of the last may run on into the next.
 * Of a time that comes twice on the wall clock the first counts, and one that clocks leap over is the leap.
 */
export function spansBetween(hours: OpeningHours, first: Day, last: Day): readonly Span[] {
  const spans: { from: Instant; until: Instant }[] = []
  for (let today = first; today <= last; today = daysAfter(today, 1)) {
    for (const interval of hoursOn(hours, today)) {
      const from = onWall(hours, today, interval.from)
      const until = onWall(hours, today, interval.to)
      const before = spans.at(-1)
      if (until <= from) continue
      if (before && from <= before.until) before.until = instant(Math.max(before.until, until))
      else spans.push({ from, until })
    }
  }
  return spans
}

/** A date that was named counts first, then the holiday, then the weekday. */
export function hoursOn({ week, dates, holidays }: OpeningHours, at: Day): DayHours {
  const iso = dates.length > 0 ? isoDay(at) : ''
  const named = dates.find(({ date }) => date === iso)
  if (named) return named.hours
  if (holidays !== null && holidayOn(holidays, at) !== null) return []
  return week[weekdayOf(at)] ?? []
}

const onWall = ({ zone }: OpeningHours, at: Day, minute: number): Instant =>
  instantAt(zone, daysAfter(at, Math.floor(minute / DAY_MINUTES)), minute % DAY_MINUTES)
