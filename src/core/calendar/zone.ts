import { type Instant, instant } from '#base/time.ts'
import { asUtcMs, type Day, day } from './day.ts'

/** An IANA name: `America/Bogota`. */
export type Zone = string

/** What the clock on the wall shows: the date, and minutes since its midnight, 0–1439. */
export type Local = { readonly day: Day; readonly minute: number }

/**
 * Wall time by the time-zone data of the runtime (ICU), which answers the same for the same question: no clock is read.
 * Seconds are cut off.
 */
export function localOf(zone: Zone, at: Instant): Local {
  const [month, date, year, hour, minute] = [...formatterOf(zone).format(at).matchAll(/\d+/g)].map(Number)
  return { day: day(year ?? 0, month ?? 0, date ?? 0), minute: (hour ?? 0) * 60 + (minute ?? 0) }
}

/**
 * When the wall clock first shows this time of this date. Of an hour that comes twice it is the first; where clocks leap
 * over it, the instant of the leap.
 */
export function instantAt(zone: Zone, at: Day, minute: number): Instant {
  const wanted = asUtcMs(at) + minute * MINUTE_MS
  const wallMs = (utcMs: number) => {
    const local = localOf(zone, instant(utcMs))
    return asUtcMs(local.day) + local.minute * MINUTE_MS
  }
  // No zone is further than 14 hours from Greenwich, and a wall clock runs backwards by no more than a day's part.
  let early = wanted - FURTHEST_MS
  let late = wanted + FURTHEST_MS
  const offsets = new Set([early, wanted, late].map((utcMs) => wallMs(utcMs) - utcMs))
  const exact = [...offsets]
    .map((offset) => wanted - offset)
    .filter((utcMs) => wallMs(utcMs) === wanted)
    .sort((a, b) => a - b)
  if (exact[0] !== undefined) return instant(exact[0])
  while (late - early > MINUTE_MS) {
    const middle = Math.floor((early + late) / 2 / MINUTE_MS) * MINUTE_MS
    if (wallMs(middle) >= wanted) late = middle
    else early = middle
  }
  return instant(late)
}

/** Whether the runtime knows the zone. */
export function isZone(name: string): boolean {
  try {
    formatterOf(name)
    return true
  } catch {
    return false
  }
}

const MINUTE_MS = 60_000
const FURTHEST_MS = 26 * 60 * MINUTE_MS

const formatters = new Map<Zone, Intl.DateTimeFormat>()

/** Making one takes a hundred times as long as using it. */
function formatterOf(zone: Zone): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  formatters.set(zone, made)
  return made
}
