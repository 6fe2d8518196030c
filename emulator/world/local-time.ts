/** What the calendar shows at an instant in one time zone. */
export type Calendar = {
  /** "2026-10-01" */
  readonly dateOf: (at: number) => string
  /** "2026-10" */
  readonly monthOf: (at: number) => string
  /** The instant at which a day begins: "2026-10-01" → ms since 1970. */
  readonly startOf: (date: string) => number
}

/** Every change of a zone's offset falls on a quarter of an hour, so within one the date needs no second look. */
const QUARTER_MS = 900_000
const DAY_MS = 86_400_000

/** The calendar of an IANA time zone. Throws a RangeError for a zone nobody knows. */
export function calendarOf(zone: string): Calendar {
  const known = calendars.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  let quarter = Number.NaN
  let date = ''
  const dateOf = (at: number): string => {
    const now = Math.floor(at / QUARTER_MS)
    if (now !== quarter) {
      date = format.format(now * QUARTER_MS)
      quarter = now
    }
    return date
  }
  const startOf = (wanted: string): number => {
    let at = Date.parse(`${wanted}T00:00:00Z`) - DAY_MS
    while (format.format(at) < wanted) at += QUARTER_MS
    return at
  }
  const calendar = { dateOf, startOf, monthOf: (at: number) => dateOf(at).slice(0, 7) }
  calendars.set(zone, calendar)
  return calendar
}

const calendars = new Map<string, Calendar>()
