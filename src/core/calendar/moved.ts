import type { Words } from '../problem/problem.ts'
import { type Day, day, daysAfter, weekdayOf } from './day.ts'
import { easterOf } from './easter.ts'

/** A holiday and the dates it is kept on in a year; none in years that do not have it. */
export type HolidayRule = { readonly name: Words; readonly on: (year: number) => readonly Day[] }

type Move = (at: Day) => Day
const [TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY] = [1, 2, 3, 4, 5, 6]

const unmoved: Move = (at) => at

export const fixed = (name: Words, month: number, date: number, move: Move = unmoved): HolidayRule => ({
  name,
  on: (year) => [move(day(year, month, date))],
})

/** `offset` in days from Easter Sunday. */
export const easterly = (name: Words, offset: number): HolidayRule => ({
  name,
  on: (year) => [daysAfter(easterOf(year), offset)],
})

/** Colombia, Ley 51 of 1983 ("Emiliani"): kept on the Monday that follows, or is, the date. */
export const toMonday: Move = (at) => daysAfter(at, (7 - weekdayOf(at)) % 7)

/** Chile, Ley 19.668 of 2000: Tuesday to Thursday go to the Monday before, Friday to the Monday after. */
export const toNearMonday: Move = (at) => {
  const weekday = weekdayOf(at)
  if (weekday >= TUESDAY && weekday <= THURSDAY) return daysAfter(at, -weekday)
  return weekday === FRIDAY ? daysAfter(at, 3) : at
}

/** Chile, Ley 20.299 of 2008, Reformation Day: Tuesday goes to the Friday before, Wednesday to the Friday after. */
export const toNearFriday: Move = (at) => {
  const weekday = weekdayOf(at)
  if (weekday === TUESDAY) return daysAfter(at, -4)
  return weekday === WEDNESDAY ? daysAfter(at, 2) : at
}

/** Ecuador, Ley of 2016-12 (Registro Oficial 906): off the weekend, and to its edge from the middle of the week. */
export const toLongWeekend: Move = (at) => {
  const weekday = weekdayOf(at)
  if (weekday === TUESDAY) return daysAfter(at, -1)
  if (weekday === WEDNESDAY || weekday === THURSDAY) return daysAfter(at, FRIDAY - weekday)
  return offWeekend(at)
}

/** Saturday goes to the Friday before, Sunday to the Monday after. */
export const offWeekend: Move = (at) => {
  const weekday = weekdayOf(at)
  if (weekday === SATURDAY) return daysAfter(at, -1)
  return weekday === SUNDAY ? daysAfter(at, 1) : at
}

/** Ecuador's two days in a row, the first given: they stay together, and touch a weekend. */
export function twoDaysOff(first: Day): readonly [Day, Day] {
  const [one, two] = {
    [TUESDAY]: [-1, 0],
    [WEDNESDAY]: [1, 2],
    [FRIDAY]: [-1, 0],
    [SATURDAY]: [-1, 2],
    [SUNDAY]: [1, 2],
  }[weekdayOf(first)] ?? [0, 1]
  return [daysAfter(first, one ?? 0), daysAfter(first, two ?? 1)]
}
