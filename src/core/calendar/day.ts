/** A date of the calendar without a place: whole days since 1970-01-01. */
export type Day = number & { readonly [dayBrand]: true }
declare const dayBrand: unique symbol

const DAY_MS = 86_400_000

/** `month` from 1; values beyond a month's end run on, as in `day(2027, 1, 32)`, the first of February. */
export const day = (year: number, month: number, date: number): Day =>
  Math.floor(Date.UTC(year, month - 1, date) / DAY_MS) as Day

/** Monday is 0, Sunday 6. 1970-01-01 was a Thursday. */
export const weekdayOf = (at: Day): number => (((at + 3) % 7) + 7) % 7

export const daysAfter = (at: Day, count: number): Day => (at + count) as Day
export const yearOf = (at: Day): number => new Date(at * DAY_MS).getUTCFullYear()
/** Midnight of that date in Greenwich; for what formats dates. */
export const asUtcMs = (at: Day): number => at * DAY_MS

/** `2026-11-29`. */
export const isoDay = (at: Day): string => new Date(asUtcMs(at)).toISOString().slice(0, 10)

/** Null for what is not a date that exists, written like `2026-11-29`. */
export function dayFrom(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!match) return null
  const found = day(Number(match[1]), Number(match[2]), Number(match[3]))
  return isoDay(found) === iso ? found : null
}
