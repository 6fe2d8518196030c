import { days, type Duration, type Instant, plus } from '#base/time.ts'
import { type Day, dayFrom, daysAfter, isoDay, weekdayOf } from '../calendar/day.ts'
import { holidayOn } from '../calendar/holiday.ts'
import { instantAt, localOf, type Zone } from '../calendar/zone.ts'
import { type Refusal, refusal } from '../refusal/refusal.ts'
import type { OwnHoliday } from './policy.ts'
import { clockTime, hoursCode } from './hours-code.ts'
import type { HeldRule, Moment } from './rule.ts'

/** Whom the rules are asked about. */
export type Person = {
  /** ISO; null: unknown, and then no national holiday is theirs. */
  readonly country: string | null
  /** All that may be theirs; what is permitted must be so on every one of these clocks. Never empty. */
  readonly zones: readonly [Zone, ...Zone[]]
  /** When we began with them, oldest first. */
  readonly contacted: readonly Moment[]
  readonly channel: string
  readonly ownHolidays: readonly OwnHoliday[]
}

/** `reasons` empty: at once. `until` null: at no time within two months. */
export type Wait = { readonly reasons: readonly Refusal[]; readonly until: Instant | null }

/**
 * When somebody may be contacted, from `now` on, and what stands in the way until then. Everything counts `margin` earlier
 * and later, by which our clock may differ from the world's and a message be on its way: what may leave now is within the
 * hours when it arrives.
 */
export function waitFor(rules: readonly HeldRule[], person: Person, now: Instant, margin: Duration): Wait {
  const reasons = rules.flatMap((rule) => reasonsOf(rule, person, now, margin))
  if (reasons.length === 0) return { reasons, until: now }
  const last = plus(now, HORIZON)
  let at = now
  for (;;) {
    const next = rules.reduce((latest, rule) => {
      const own = nextOf(rule, person, latest, margin)
      return own > latest ? own : latest
    }, at)
    if (next === at) return { reasons, until: at }
    if (next > last) return { reasons, until: null }
    at = next
  }
}

const HORIZON: Duration = days(62)
const NEVER = Number.POSITIVE_INFINITY as Instant

function reasonsOf(rule: HeldRule, person: Person, now: Instant, margin: Duration): Refusal[] {
  const early = plus(now, -margin as Duration)
  const closed = closedAt(rule, person, plus(now, margin)) ?? closedAt(rule, person, early)
  return [...(closed ? [closed] : []), ...capsOf(rule, person, now, margin).map(({ reason }) => reason)]
}

/** The earliest instant, not before `from`, that this rule alone permits. */
function nextOf(rule: HeldRule, person: Person, from: Instant, margin: Duration): Instant {
  const caps = capsOf(rule, person, from, margin).map(({ until }) => until)
  const at = caps.reduce((latest, until) => (until > latest ? until : latest), from)
  return nextOpen(rule, person, at, margin)
}

/** Why nobody may be contacted at this very instant on one of the person's clocks; null: they may. */
function closedAt(rule: HeldRule, person: Person, at: Instant): Refusal | null {
  for (const zone of person.zones) {
    const { day, minute } = localOf(zone, at)
    const found = `${isoDay(day)} ${clockTime(minute)} ${zone}`
    if (rule.onHolidays === 'forbidden' && isHoliday(rule, person, day)) {
      return refusal('contact-on-holiday', { field: rule.of, found: isoDay(day) })
    }
    if (rule.hours === null) continue
    const hours = rule.hours[weekdayOf(day)] ?? null
    const about = { field: rule.of, found, expected: hoursCode(rule.hours) }
    if (hours === null) return refusal('contact-on-closed-day', about)
    if (minute < hours.from || minute >= hours.to) return refusal('contact-outside-hours', about)
  }
  return null
}

function isHoliday(rule: HeldRule, { country, ownHolidays }: Person, at: Day): boolean {
  const national = rule.of === 'own' ? country : rule.of
  return (national !== null && holidayOn(national, at) !== null) || ownHolidays.some(({ date }) => dayFrom(date) === at)
}

/** The rule opens at an hour of one of the clocks; the first such hour at which all of them are open is the answer. */
function nextOpen(rule: HeldRule, person: Person, from: Instant, margin: Duration): Instant {
  const isOpen = (at: Instant) => closedAt(rule, person, at) === null
  const late = plus(from, margin)
  const early = plus(from, -margin as Duration)
  if (isOpen(early) && isOpen(late)) return from
  const after = isOpen(late) ? early : late
  for (let offset = 0; offset < HORIZON / days(1); offset += DAYS_AT_ONCE) {
    const found = openings(rule, person, after, offset).find(
      (at) => isOpen(at) && isOpen(plus(at, (2 * margin) as Duration)),
    )
    if (found !== undefined) return plus(found, margin)
  }
  return NEVER
}

const DAYS_AT_ONCE = 3

/** When the clocks of these zones show an opening hour, in order, some days at once and the day after them. */
function openings(rule: HeldRule, { zones }: Person, after: Instant, offset: number): Instant[] {
  const found: Instant[] = []
  for (const zone of zones) {
    const today = localOf(zone, after).day
    for (let each = offset; each <= offset + DAYS_AT_ONCE; each++) {
      const day = daysAfter(today, each)
      const opens = rule.hours === null ? 0 : rule.hours[weekdayOf(day)]?.from
      if (opens !== undefined) found.push(instantAt(zone, day, opens))
    }
  }
  return found.filter((at) => at > after).sort((a, b) => a - b)
}

type Cap = { readonly reason: Refusal; readonly until: Instant }
const WEEK: Duration = days(7)

/** Which limits of number and distance are reached at `at`, and until when each of them is. */
function capsOf(rule: HeldRule, person: Person, at: Instant, margin: Duration): Cap[] {
  const counted = person.contacted.filter(({ purpose }) => (rule.purposes as readonly string[]).includes(purpose))
  const slack = (2 * margin) as Duration
  const caps: Cap[] = []
  const cap = (code: Refusal['code'], limit: number | string, until: Instant) => {
    if (until > at) caps.push({ reason: refusal(code, { field: rule.of, expected: String(limit) }), until })
  }
  if (rule.perDay !== null) {
    const { perDay } = rule
    for (const zone of person.zones) {
      const today = localOf(zone, plus(at, -margin as Duration)).day
      const ofToday = counted.filter((one) => localOf(zone, plus(one.at, margin)).day >= today)
      if (ofToday.length < perDay) continue
      cap('contacted-today', perDay, plus(instantAt(zone, daysAfter(today, 1), 0), slack))
      break
    }
  }
  const nthLast = (count: number) => counted[counted.length - count]?.at
  const beforeWeek = rule.perWeek === null ? undefined : nthLast(rule.perWeek)
  if (beforeWeek !== undefined) cap('contacted-this-week', rule.perWeek ?? 0, plus(plus(beforeWeek, WEEK), slack))
  const newest = nthLast(1)
  if (rule.daysApart !== null && newest !== undefined) {
    cap('contacted-lately', rule.daysApart, plus(plus(newest, days(rule.daysApart)), slack))
  }
  const elsewhere = counted.findLast(({ channel }) => channel !== person.channel)
  if (rule.isOneChannel && elsewhere) {
    cap('contacted-elsewhere', elsewhere.channel, plus(plus(elsewhere.at, WEEK), slack))
  }
  return caps
}
