import type { Instant } from '#base/time.ts'
import type { AgentId } from '../account/account.ts'
import { placeOfCountry } from '../calendar/place.ts'
import type { Zone } from '../calendar/zone.ts'
import type { Purpose } from '../consent/consent.ts'
import { packOf } from './packs/packs.ts'
import { type HeldRule, type PackId, type PackPart, PROACTIVE, type ProactivePurpose, type Rule } from './rule.ts'

/**
 * What a company decided about contacting people. The laws of the packs hold besides, whatever stands here; `own` can only
 * make them stricter, and an exception only sets aside what it names.
 */
export type ContactPolicy = {
  /** Where the company is: ISO country and zone of people of whom nothing else is known. */
  readonly country: string
  readonly zone: Zone
  readonly own: Omit<Rule, 'isOneChannel' | 'needsConsent'>
  /** Purposes that need consent besides marketing, which always does. */
  readonly consentFor: readonly ProactivePurpose[]
  /** Days on which nobody is contacted where holidays count, besides the national ones; `2026-12-28`. */
  readonly holidays: readonly OwnHoliday[]
  readonly exceptions: readonly PolicyException[]
  /** Whether only the agent who has the conversation may write in it. */
  readonly isOwnerOnly: boolean
}

export type OwnHoliday = { readonly date: string; readonly name: string }

/** An administrator set aside a part of a law, and said why. */
export type PolicyException = {
  readonly exceptionId: string
  readonly pack: PackId
  readonly part: PackPart
  readonly reason: string
  readonly by: AgentId
  readonly at: Instant
  /** From this instant on the law holds again; null: until it is taken back. */
  readonly until: Instant | null
}

/** Of a company that has decided nothing: the laws alone. */
export const lawsAlone = (country: string, zone: Zone): ContactPolicy => ({
  country,
  zone,
  own: { purposes: PROACTIVE, hours: null, onHolidays: 'allowed', perDay: null, perWeek: null, daysApart: null },
  consentFor: [],
  holidays: [],
  exceptions: [],
  isOwnerOnly: false,
})

/** Likewise, in the most common zone of its country; Greenwich when we know nothing of the country. */
export const lawsIn = (country: string): ContactPolicy => lawsAlone(country, placeOfCountry(country).zones[0] ?? 'UTC')

/** Every rule that holds for somebody of this country when they are written to for this purpose. */
export function rulesFor(
  policy: ContactPolicy,
  country: string | null,
  purpose: ProactivePurpose,
  now: Instant,
): readonly HeldRule[] {
  const pack = packOf(country)
  const lifted = new Set(
    policy.exceptions
      .filter((each) => each.pack === pack?.id && (each.until === null || now < each.until))
      .map(({ part }) => part),
  )
  const lawful = (pack?.rules ?? []).map((rule) => ({ ...without(rule, lifted), of: pack?.id ?? ('own' as const) }))
  const own: HeldRule = { ...policy.own, isOneChannel: false, needsConsent: needsConsent(policy, purpose), of: 'own' }
  // Consent is the company's own demand for every purpose; hours and frequency only for those it names.
  const held = policy.own.purposes.includes(purpose) ? own : { ...UNLIMITED, needsConsent: own.needsConsent }
  return [...lawful.filter(({ purposes }) => purposes.includes(purpose)), held]
}

/** Meta demands an opt-in for advertising in every country (cloud-api §4.6); nobody can set that aside. */
const needsConsent = (policy: ContactPolicy, purpose: ProactivePurpose): boolean =>
  purpose === 'marketing' || policy.consentFor.includes(purpose)

function without(rule: Rule, lifted: ReadonlySet<PackPart>): Rule {
  return {
    ...rule,
    ...(lifted.has('hours') && { hours: null }),
    ...(lifted.has('holidays') && { onHolidays: 'allowed' }),
    ...(lifted.has('frequency') && { perDay: null, perWeek: null, daysApart: null, isOneChannel: false }),
    ...(lifted.has('consent') && { needsConsent: false }),
  }
}

const UNLIMITED: HeldRule = {
  purposes: PROACTIVE,
  hours: null,
  onHolidays: 'allowed',
  perDay: null,
  perWeek: null,
  daysApart: null,
  isOneChannel: false,
  needsConsent: false,
  of: 'own',
}

export const isProactive = (purpose: Purpose): purpose is ProactivePurpose => purpose !== 'service'
