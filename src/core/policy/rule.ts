import type { Instant } from '#base/time.ts'
import type { Purpose } from '../consent/consent.ts'
import type { Words } from '../problem/problem.ts'

/** What is sent to somebody who is not waiting for an answer. */
export const PROACTIVE = ['notices', 'marketing', 'collections'] as const satisfies readonly Purpose[]
export type ProactivePurpose = (typeof PROACTIVE)[number]

/** From the first minute to before the last, counted from midnight of the wall clock: 7:00 to 19:00 is 420 to 1140. */
export type Hours = { readonly from: number; readonly to: number }
/** Monday first; null: not at all on that day. */
export type WeekHours = readonly [
  Hours | null,
  Hours | null,
  Hours | null,
  Hours | null,
  Hours | null,
  Hours | null,
  Hours | null,
]

/** When and how often somebody may be contacted. Null everywhere means: no limit. */
export type Rule = {
  readonly purposes: readonly ProactivePurpose[]
  readonly hours: WeekHours | null
  readonly onHolidays: 'allowed' | 'forbidden'
  /** Contacts in one calendar day of the person. */
  readonly perDay: number | null
  /** Contacts in any seven days in a row, which is stricter than a week of the calendar. */
  readonly perWeek: number | null
  /** Whole days, of 24 hours each, between one contact and the next. */
  readonly daysApart: number | null
  /** Whether seven days must pass before somebody is contacted on another channel. */
  readonly isOneChannel: boolean
  /** Whether the person must have said that they want it. */
  readonly needsConsent: boolean
}

export const PACK_IDS = ['CL', 'CO', 'EC', 'ES'] as const
/** The ISO country of the people it protects. */
export type PackId = (typeof PACK_IDS)[number]

/** The law of a country, as far as it bears on writing to people. It holds for everybody who lives there. */
export type Pack = {
  readonly id: PackId
  readonly country: Words
  readonly law: string
  /** Where the figures come from, and when they were looked up, `2026-11-29`. */
  readonly source: string
  readonly checkedOn: string
  /** What a lawyer should confirm; null: nothing. */
  readonly uncertain: Words | null
  readonly rules: readonly Rule[]
}

/** What of a pack an administrator may set aside, saying why. */
export const PACK_PARTS = ['hours', 'holidays', 'frequency', 'consent'] as const
export type PackPart = (typeof PACK_PARTS)[number]

/** A rule as it holds for one person, and whose it is. */
export type HeldRule = Rule & { readonly of: PackId | 'own' }

/** One time we wrote to somebody who was not waiting for it. */
export type Moment = { readonly at: Instant; readonly purpose: Purpose; readonly channel: string }

const hours = (from: number, to: number): Hours => ({ from: from * 60, to: to * 60 })
/** The same on every day of Monday to Friday, then Saturday and Sunday. Whole hours. */
export const weekOf = (
  workdays: readonly [number, number],
  saturday: readonly [number, number] | null,
  sunday: readonly [number, number] | null,
): WeekHours => {
  const each = hours(...workdays)
  const [last, first] = [saturday && hours(...saturday), sunday && hours(...sunday)]
  return [each, each, each, each, each, last, first]
}
