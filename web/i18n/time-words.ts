/** Words for lengths of time and for instants; lengths are the same in the three languages of the desk. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "19 h 42 min", "48 min", "under a minute" as "1 min"; never negative. */
export function duration(lengthMs: number): string {
  const minutes = Math.max(1, Math.ceil(Math.max(0, lengthMs) / MINUTE))
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return rest === 0 || hours >= 100 ? `${hours} h` : `${hours} h ${rest} min`
}

/** "0:14", "12:05" or "1:02:03". */
export function clockLength(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : 0
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(whole / 60)
  return minutes < 60
    ? `${minutes}:${two(whole % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`
}

/** Whole calendar days from `at` to `now` in the local zone: 0 today, 1 yesterday. */
export function daysAgo(at: number, now: number): number {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0)
  return Math.round((midnight(now) - midnight(at)) / DAY)
}

export const timeOfDay = (at: number, locale: string): string =>
  formatterFor(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

export const dateAndTime = (at: number, locale: string): string =>
  formatterFor(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at)

/** "20 nov, 06:41": precise enough to speak of. */
export const shortDateTime = (at: number, locale: string): string =>
  formatterFor(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    at,
  )

/** What a list shows: the time today, the weekday within a week, else the date. Yesterday is the caller's word. */
export function listTime(at: number, now: number, locale: string, yesterday: string): string {
  const days = daysAgo(at, now)
  if (days <= 0) return timeOfDay(at, locale)
  if (days === 1) return yesterday
  if (days < 7) return formatterFor(locale, { weekday: 'short' }).format(at)
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return formatterFor(
    locale,
    sameYear ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' },
  ).format(at)
}

/** What separates days in a thread. Today and yesterday are the caller's words. */
export function dayName(at: number, now: number, locale: string, words: { today: string; yesterday: string }): string {
  const days = daysAgo(at, now)
  if (days <= 0) return words.today
  if (days === 1) return words.yesterday
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const shape: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' }
  const name = formatterFor(locale, sameYear ? shape : { ...shape, year: 'numeric' }).format(at)
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

const formatters = new Map<string, Intl.DateTimeFormat>()
function formatterFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, options)
  formatters.set(key, made)
  return made
}
