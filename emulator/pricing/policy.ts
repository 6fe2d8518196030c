import type { Calendar } from '../world/local-time.ts'

/**
 * Meta's pricing policies, each in force from 00:00 of its day in the account's time zone (Meta, Pricing updates;
 * cloud-api §4.5): what the service window makes free, and how many service messages a number has free in a month.
 */
const policies = [
  { since: '2024-11-01', freeInWindow: ['service'], freeService: Number.POSITIVE_INFINITY, model: 'CBP' },
  { since: '2025-07-01', freeInWindow: ['service', 'utility'], freeService: Number.POSITIVE_INFINITY, model: 'PMP' },
  { since: '2026-10-01', freeInWindow: [], freeService: 1_000, model: 'PMP' },
] as const

/**
 * How a service message within the monthly allowance is marked is documented nowhere that we found; the word Meta used
 * for free service messages before is the likeliest (cloud-api §9, point 1).
 */
const FREE_ALLOWANCE_TYPE = 'free_customer_service'

export type Policy = (typeof policies)[number]
export type PriceType = 'regular' | 'free_customer_service' | 'free_entry_point'

/** What matters for whether a message costs something. */
export type Situation = {
  readonly category: string
  readonly isWindowOpen: boolean
  readonly isFreeEntry: boolean
  /** Service messages this number has already had free this month. */
  readonly freeServiceUsed: number
}

/** The policy of a day; what was before the first is priced like the first. */
export function policyAt(calendar: Calendar, at: number): Policy {
  const date = calendar.dateOf(at)
  return policies.findLast(({ since }) => since <= date) ?? policies[0]
}

export function priceType(policy: Policy, situation: Situation): PriceType {
  const { category, isWindowOpen, isFreeEntry, freeServiceUsed } = situation
  if (isFreeEntry) return 'free_entry_point'
  const windows: readonly string[] = policy.freeInWindow
  if (isWindowOpen && windows.includes(category)) return 'free_customer_service'
  if (category !== 'service') return 'regular'
  return freeServiceUsed < policy.freeService ? FREE_ALLOWANCE_TYPE : 'regular'
}
