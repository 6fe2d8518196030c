import { DAY_MINUTES, type DayHours, type Interval, type Week } from '#core/opening-hours/opening-hours.ts'

const NINE_TO_SIX: DayHours = [{ from: 540, to: 1080 }]

/** What a week begins with: Monday to Friday, nine to six. */
export const WORKDAYS: Week = [NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, [], []]

/** The hours a closed day opens with: those of the day before that has some, else nine to six. */
export const usualFor = (week: readonly DayHours[], day: number): DayHours =>
  week.slice(0, day).findLast((hours) => hours.length > 0) ?? week.find((hours) => hours.length > 0) ?? NINE_TO_SIX

/** An end at or before the start is of the next day: from 18:00 to 2:00. */
export const withEnd = ({ from }: Interval, to: number): Interval => ({ from, to: to > from ? to : to + DAY_MINUTES })

export function withStart({ to }: Interval, from: number): Interval {
  const start = from === DAY_MINUTES ? 0 : from
  return withEnd({ from: start, to }, to > DAY_MINUTES ? to - DAY_MINUTES : to)
}

/** Whether a stretch begins before the one above it has ended. */
export const crosses = (hours: DayHours, index: number): boolean =>
  (hours[index]?.from ?? 0) < (hours[index - 1]?.to ?? 0)

/** A stretch to add: two hours after the last one, as long as there is room; null: the day is full. */
export function nextInterval(hours: DayHours): Interval | null {
  const end = hours.at(-1)?.to ?? 480
  const from = end + 60 < DAY_MINUTES ? Math.min(end + 120, DAY_MINUTES - 60) : end
  return from >= DAY_MINUTES ? null : { from, to: Math.min(from + 180, DAY_MINUTES) }
}

export const copyTo = (week: Week, from: number, days: readonly number[]): Week =>
  week.map((hours, day) => (days.includes(day) ? (week[from] ?? []) : hours)) as unknown as Week
