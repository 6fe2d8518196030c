import type { Instant } from './time.ts'

/** A day as a calendar on the wall shows it: "2026-10-01". Sorts like time. */
export type LocalDate = string
/** "2026-10" */
export type LocalMonth = string

/** Offsets of all zones change on a quarter of an hour only, so within one the date needs no second look. */
const QUARTER_MS = 900_000

type Dates = { readonly format: Intl.DateTimeFormat; quarter: number; date: LocalDate }
const dates = new Map<string, Dates>()

/** The date at this instant in an IANA time zone. Throws a RangeError for a zone nobody knows. */
export function dateIn(zone: string, at: Instant): LocalDate {
  const known = dates.get(zone) ?? { format: formatOf(zone), quarter: Number.NaN, date: '' }
  dates.set(zone, known)
  const quarter = Math.floor(at / QUARTER_MS)
  if (known.quarter !== quarter) {
    known.date = known.format.format(quarter * QUARTER_MS)
    known.quarter = quarter
  }
  return known.date
}

export const monthIn = (zone: string, at: Instant): LocalMonth => dateIn(zone, at).slice(0, 7)

/** The Canadian way of writing dates is the one that sorts. */
const formatOf = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

export function isZone(name: string): boolean {
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
