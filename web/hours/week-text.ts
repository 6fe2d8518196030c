import type { DayHours, Week } from '#core/opening-hours/opening-hours.ts'
import { timeText } from './times.ts'

/** A week as people write it: "lun–vie 9:00–14:00, 16:00–19:00; sáb 10:00–14:00". Closed days are left out. */
export function weekText(week: Week, locale: string): string {
  const name = (day: number) =>
    new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
      .format(Date.UTC(2026, 10, 23 + day))
      .replace('.', '')
  const alike: { first: number; last: number; text: string }[] = []
  week.forEach((hours, day) => {
    const text = dayText(hours)
    const before = alike.at(-1)
    if (before?.last === day - 1 && before.text === text) before.last = day
    else if (text !== '') alike.push({ first: day, last: day, text })
  })
  return alike
    .map(({ first, last, text }) => `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${text}`)
    .join('; ')
}

const dayText = (hours: DayHours): string => hours.map(({ from, to }) => `${timeText(from)}–${timeText(to)}`).join(', ')
