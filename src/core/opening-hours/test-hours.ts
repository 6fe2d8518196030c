import type { Zone } from '../calendar/zone.ts'
import type { DayHours, OpeningHours, Week } from './opening-hours.ts'

/** Hours for tests: `9:00-14:00 16:00-19:00`, past midnight as `18:00-26:00`; empty: closed. */
function dayOf(text: string): DayHours {
  return [...text.matchAll(/(\d+):(\d+)-(\d+):(\d+)/g)].map(([, fromHour, fromMinute, toHour, toMinute]) => ({
    from: Number(fromHour) * 60 + Number(fromMinute),
    to: Number(toHour) * 60 + Number(toMinute),
  }))
}

/** Monday to Friday alike, and the weekend. */
export function weekOf(days: string, weekend = ''): Week {
  const [weekday, rest] = [dayOf(days), dayOf(weekend)]
  return [weekday, weekday, weekday, weekday, weekday, rest, rest]
}

export const hoursOf = (zone: Zone, week: Week, rest: Partial<OpeningHours> = {}): OpeningHours => ({
  ...{ zone, week, dates: [], holidays: null },
  ...rest,
})
