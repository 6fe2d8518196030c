import type { LocalDate } from '#base/zone.ts'
import type { PriceCategory } from './rate-card.ts'

/** What Meta charges at all, whatever the rates: in force from 00:00 of its day in the account's time zone. */
export type Policy = {
  readonly policy: PolicyName
  readonly effectiveFrom: LocalDate
  /** Until 2025-06-30 one charge covered all messages of a category within 24 hours. */
  readonly unit: 'conversation' | 'message'
  /** Inside the service window these cost nothing. Nothing does inside a free entry window, under every policy. */
  readonly freeInWindow: readonly PriceCategory[]
  /** Service messages a number may send in a calendar month for nothing, without carrying over; null: there is no limit. */
  readonly freeService: number | null
}
export type PolicyName = '2024-11' | '2025-07' | '2026-10'

/** Meta, Pricing updates of 2024-11-01, 2025-07-01 and 2026-10-01 (cloud-api §0.1 delta 1, §4.5). */
export const POLICIES: readonly Policy[] = [
  {
    policy: '2024-11',
    effectiveFrom: '2024-11-01',
    unit: 'conversation',
    freeInWindow: ['service'],
    freeService: null,
  },
  {
    policy: '2025-07',
    effectiveFrom: '2025-07-01',
    unit: 'message',
    freeInWindow: ['service', 'utility'],
    freeService: null,
  },
  { policy: '2026-10', effectiveFrom: '2026-10-01', unit: 'message', freeInWindow: [], freeService: 1_000 },
]

/** What was before the first policy we know is priced like the first. */
export const policyOn = (date: LocalDate): Policy =>
  POLICIES.findLast(({ effectiveFrom }) => effectiveFrom <= date) ?? (POLICIES[0] as Policy)

/**
 * How Meta marks a service message within the monthly allowance: documented nowhere that we found (cloud-api §9, point 1).
 * Should it turn out that these come as `regular` and only the invoice takes them off, this becomes null, and the ledger
 * counts them itself, in the order it hears of them.
 */
export const ALLOWANCE_TYPE: string | null = 'free_customer_service'
/** `pricing.type` of what is sent within 72 hours of an ad (cloud-api §2.4). */
export const FREE_ENTRY_TYPE = 'free_entry_point'
/** `pricing.type` of what the service window makes free. */
export const FREE_WINDOW_TYPE = 'free_customer_service'
