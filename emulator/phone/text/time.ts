import type { Language } from '../words/index.ts'

const dayMs = 86_400_000

/** “8:42” on a 24-hour clock in a zone; `undefined` is the browser's own. */
export function clockTime(at: number, zone: string | undefined): string {
  const parts = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone: zone })
    .formatToParts(at)
    .reduce<Record<string, string>>((all, part) => ({ ...all, [part.type]: part.value }), {})
  return `${Number(parts['hour'])}:${parts['minute']}`
}

/** The calendar day in a zone, as “2026-11-27”; two messages with the same key need no separator between them. */
export const dayKey = (at: number, zone: string | undefined): string =>
  new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: zone }).format(at)

/** Today and yesterday by name, the last six days by weekday, everything older by date. */
export function dayName(
  at: number,
  now: number,
  zone: string | undefined,
  language: Language,
  names: { today: string; yesterday: string },
): string {
  const daysAgo = Math.round((Date.parse(dayKey(now, zone)) - Date.parse(dayKey(at, zone))) / dayMs)
  if (daysAgo === 0) return names.today
  if (daysAgo === 1) return names.yesterday
  const style: Intl.DateTimeFormatOptions =
    daysAgo > 1 && daysAgo < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long', year: 'numeric' }
  const name = new Intl.DateTimeFormat(language, { ...style, timeZone: zone }).format(at)
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

/** Short form for a list row: the time today, else the day. */
export const rowTime = (
  at: number,
  now: number,
  zone: string | undefined,
  language: Language,
  names: { today: string; yesterday: string },
): string => {
  if (dayKey(at, zone) === dayKey(now, zone)) return clockTime(at, zone)
  const daysAgo = Math.round((Date.parse(dayKey(now, zone)) - Date.parse(dayKey(at, zone))) / dayMs)
  if (daysAgo === 1) return names.yesterday.toLocaleLowerCase(language)
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: zone }).format(at)
}

/** “jue 27 nov, 8:42”: the emulator's moment beside the control that moves it. */
export const momentName = (at: number, zone: string | undefined, language: Language): string =>
  `${new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone }).format(at)}, ${clockTime(at, zone)}`

/** “+1 d 2 h” ahead of the wall clock; empty when it runs with it. */
export function offsetName(offsetMs: number): string {
  const minutes = Math.round(offsetMs / 60_000)
  if (Math.abs(minutes) < 1) return ''
  const sign = minutes < 0 ? '−' : '+'
  const size = Math.abs(minutes)
  const parts = [
    [Math.floor(size / 1440), 'd'],
    [Math.floor((size % 1440) / 60), 'h'],
    [size % 60, 'min'],
  ] as const
  return sign + parts.flatMap(([count, unit]) => (count > 0 ? [`${count} ${unit}`] : [])).join(' ')
}

/** “2 d 4 h”, “3 h 12 min”, “45 s”: how long something still holds. */
export function leftName(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  if (minutes === 0) return `${seconds} s`
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (days > 0) return `${days} d ${hours} h`
  return hours > 0 ? `${hours} h ${rest} min` : `${rest} min`
}

/** “0:14” for a recording. */
export const durationName = (seconds: number): string => {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : 0
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
