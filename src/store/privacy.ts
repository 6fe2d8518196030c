import type { Instant } from '#base/time.ts'
import type { AccountId, ContactId, HoldId, PrivacyRequestId } from '#core/account/account.ts'
import type { Hold } from '#core/privacy/hold.ts'
import type { Decided, KeptPrivacy, PrivacyRequest } from '#core/privacy/request.ts'
import type { Page } from './views/views.ts'

/** What people asked of us about their data, and who must not be erased. */
export type Privacy = {
  readonly of: (accountId: AccountId, contactId: ContactId) => Promise<KeptPrivacy>
  /**
   * What is kept of the person, as `decide` wants it, while nobody else changes it; a refusal changes nothing. Null: there
   * is no such contact. `into`: whom they are a part of at that moment.
   */
  readonly change: (
    accountId: AccountId,
    contactId: ContactId,
    decide: (kept: KeptPrivacy, into: ContactId | null) => Decided,
  ) => Promise<Decided | null>
  /**
   * Does something to these contacts while nobody changes what is kept of them, in any process: whoever wants to waits
   * until it is done. One after the other in this process, as each keeps a connection.
   */
  readonly whileKept: <Outcome>(
    accountId: AccountId,
    contactIds: readonly ContactId[],
    act: (keptOf: (contactId: ContactId) => KeptPrivacy) => Promise<Outcome>,
  ) => Promise<Outcome>
  readonly request: (accountId: AccountId, id: PrivacyRequestId) => Promise<PrivacyRequest | null>
  readonly hold: (accountId: AccountId, id: HoldId) => Promise<Hold | null>
  /** `open`: those under way, the one due first first; `closed`: the others, newest first. */
  readonly requests: (accountId: AccountId, filter: RequestFilter) => Promise<Page<Named<PrivacyRequest>>>
  /** In force at `now`, newest first. */
  readonly holds: (accountId: AccountId, filter: HoldFilter) => Promise<Page<Named<Hold>>>
  /** People whose grace is over, of all companies, that no other worker is at; held for the caller until `heldUntil`. */
  readonly due: (now: Instant, heldUntil: Instant, limit: number) => Promise<readonly PrivacyRequest[]>
}

/** With the name to show; null when the contact was erased. */
export type Named<Item> = { readonly item: Item; readonly name: string | null }
export type RequestFilter = {
  readonly show: 'open' | 'closed'
  readonly contactId: ContactId | null
  readonly limit: number
  readonly cursor: string | null
}
export type HoldFilter = { readonly now: Instant; readonly limit: number; readonly cursor: string | null }
