import type { Hours, WeekHours } from './rule.ts'

/** Days in a row that have the same hours, first and last from 0 for Monday; closed days are left out. */
export type Stretch = { readonly first: number; readonly last: number; readonly hours: Hours }

export function stretchesOf(week: WeekHours): readonly Stretch[] {
  const stretches: Stretch[] = []
  week.forEach((hours, day) => {
    if (hours === null) return
    const last = stretches.at(-1)
    if (last?.last === day - 1 && last.hours.from === hours.from && last.hours.to === hours.to) {
      stretches[stretches.length - 1] = { ...last, last: day }
    } else stretches.push({ first: day, last: day, hours })
  })
  return stretches
}

/** As `hoursCode` writes them. */
export const DAYS: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export const clockTime = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** For programs: `Mon-Fri 7:00-19:00, Sat 8:00-15:00`; empty when every day is closed. */
export const hoursCode = (week: WeekHours): string =>
  stretchesOf(week)
    .map(({ first, last, hours }) => {
      const days = first === last ? DAYS[first] : `${DAYS[first]}-${DAYS[last]}`
      return `${days} ${clockTime(hours.from)}-${clockTime(hours.to)}`
    })
    .join(', ')
