import { hours, type Duration, type Instant } from '#base/time.ts'
import type { LineId } from '../account/account.ts'
import type { Address, Contact } from '../contact/contact.ts'
import { placeOf, whereabouts } from '../contact/whereabouts.ts'
import type { BudgetStop } from '../cost/budget.ts'
import type { ChannelId } from '../line/line.ts'
import type { Standing } from '../notice/notice.ts'
import type { KeptHours } from '../opening-hours/away.ts'
import type { Person } from './permitted.ts'
import type { ContactPolicy } from './policy.ts'

/** What a list says nobody may send to an address: advertising only, or whatever was not asked for. */
export const COVERS = ['marketing', 'everything'] as const
export type Covers = (typeof COVERS)[number]

export type Former = { readonly erasedAt: Instant; readonly covers: Covers | null }

/** What holds for a company besides the rows of its contacts and conversations. Handed in. */
export type Rights = {
  readonly policy: ContactPolicy
  /** What its do-not-contact list says of an address; null: it is not on it. */
  readonly barred: (address: Pick<Address, 'kind' | 'value'>) => Covers | null
  /**
   * What is known of an address whose holder was erased after `at`; null: nobody was. All of it is a salted hash, a date and
   * what they had refused.
   */
  readonly formerly: (address: Pick<Address, 'channel' | 'kind' | 'value'>, at: Instant) => Former | null
  /** What the platform said of a line, one for each aspect it spoke of. */
  readonly standing: (lineId: LineId) => readonly Standing[]
  /** People written to first within `REACH_WINDOW` before `now`, over all lines that share this one's limit. */
  readonly reached: (lineId: LineId, now: Instant) => number
  /** The lines that share this one's limit; null: every line. */
  readonly sharing: (lineId: LineId) => readonly LineId[] | null
  /** When somebody is there on a line, and what is said while nobody is; null: nobody has said. */
  readonly hoursOf: (lineId: LineId) => KeptHours | null
  /** What its budgets let leave no more. */
  readonly budgetStops: readonly BudgetStop[]
}

/** Meta counts people in a moving window of this length, over the whole portfolio (cloud-api §4.2). */
export const REACH_WINDOW: Duration = hours(24)

/** Nothing is known but the laws: where no company stands behind a question. */
export const plainRights = (policy: ContactPolicy): Rights => ({
  policy,
  barred: () => null,
  formerly: () => null,
  standing: () => [],
  reached: () => 0,
  sharing: () => null,
  hoursOf: () => null,
  budgetStops: [],
})

/**
 * A number is on the list in any spelling; the list holds digits, or a user id. What an erased holder of it refused holds
 * on, unless a yes in so many words was said later: at `saidYesAt`.
 */
export function barredBy(rights: Rights, contact: Contact, saidYesAt: Instant): Covers | null {
  const found = contact.addresses.map(
    (address) => rights.barred(address) ?? rights.formerly(address, saidYesAt)?.covers ?? null,
  )
  return found.find((covers) => covers === 'everything') ?? found.find((covers) => covers !== null) ?? null
}

/**
 * Where somebody lives: by the zone noted with them, by the country code of their newest number, by the country of their
 * user id, and when none of these tells, where the company is.
 */
export function personOf(
  contact: Contact | null,
  channel: ChannelId,
  { country, zone, holidays }: ContactPolicy,
): Person {
  const place = contact === null ? null : placeOf(contact)
  const [first, ...rest] = (contact && whereabouts(contact)?.zones) ?? []
  return {
    country: place?.country ?? country,
    zones: [first ?? zone, ...rest],
    contacted: contact?.outreach ?? [],
    channel,
    ownHolidays: holidays,
  }
}
