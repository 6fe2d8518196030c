import type { Words } from '../problem/problem.ts'
import { type Day, yearOf } from './day.ts'
import { CHILE } from './holidays/chile.data.ts'
import { COLOMBIA } from './holidays/colombia.data.ts'
import { ECUADOR } from './holidays/ecuador.data.ts'
import { SPAIN } from './holidays/spain.data.ts'
import type { HolidayRule } from './moved.ts'

/** ISO countries whose national holidays are known, for any year. */
export const HOLIDAYS: Readonly<Record<string, readonly HolidayRule[]>> = {
  CL: CHILE,
  CO: COLOMBIA,
  EC: ECUADOR,
  ES: SPAIN,
}

/** The name of the national holiday kept on that date; null when there is none, or the country's are not known. */
export function holidayOn(country: string, at: Day): Words | null {
  return holidaysOf(country, yearOf(at)).get(at) ?? null
}

const computed = new Map<string, ReadonlyMap<Day, Words>>()

/** Every date of the year that is kept, also where the holiday is one of the next year and kept before. In no order. */
export function holidaysOf(country: string, year: number): ReadonlyMap<Day, Words> {
  const rules = Object.hasOwn(HOLIDAYS, country) ? HOLIDAYS[country] : undefined
  if (rules === undefined) return NONE
  const key = `${country} ${year}`
  const known = computed.get(key)
  if (known) return known
  const found = new Map<Day, Words>()
  for (const rule of rules) {
    for (const around of [year - 1, year, year + 1]) {
      for (const at of rule.on(around)) if (yearOf(at) === year) found.set(at, rule.name)
    }
  }
  if (computed.size < MOST_YEARS) computed.set(key, found)
  return found
}

const NONE: ReadonlyMap<Day, Words> = new Map()
const MOST_YEARS = 200
