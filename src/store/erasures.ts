import type { Instant } from '#base/time.ts'
import type { AccountId, Actor, ContactId, PrivacyRequestId } from '#core/account/account.ts'
import type { Address } from '#core/contact/contact.ts'
import type { Covers } from '#core/policy/rights.ts'

/**
 * Sweeps up what is kept of an erased person (`fates.ts`), after the fact `contact-erased`: a portion at a time, each in one
 * transaction with how far it has come, so that it goes on after a crash at any point, and once more changes nothing.
 */
export type Erasures = {
  /** Notes whom to look for, before anything goes. Again changes nothing. */
  readonly begin: (begun: Begun) => Promise<void>
  readonly sweep: (accountId: AccountId, contactId: ContactId, now: Instant) => Promise<Swept>
  /** These files are gone from the disk. */
  readonly removed: (accountId: AccountId, contactId: ContactId, sha256s: readonly string[]) => Promise<void>
  /** Whether a file of the account still has this content. */
  readonly isUsed: (accountId: AccountId, sha256: string) => Promise<boolean>
  /** Rows that went, by table; null: nobody of this id was erased to the end. */
  readonly counts: (accountId: AccountId, contactId: ContactId) => Promise<Counts | null>
  /** Of all companies: what every process keeps at hand. */
  readonly addresses: () => Promise<readonly ErasedAddress[]>
}

export type Begun = {
  readonly accountId: AccountId
  readonly contactId: ContactId
  readonly requestId: PrivacyRequestId
  readonly erasedAt: Instant
  readonly erasedBy: Actor
  /** The contact's as they are now; earlier ones are found in the facts. */
  readonly addresses: readonly Address[]
  readonly createdAt: Instant
  /** Groups they were ever seen in. */
  readonly groups: readonly ContactId[]
  /** Salted hashes of the addresses, and what holds on for them. */
  readonly digests: readonly { readonly digest: string; readonly covers: Covers | null }[]
}

export type Swept =
  | { readonly kind: 'more' }
  /** Somebody has to read first what would go: the reader of deliveries, who follows the facts, the search index. */
  | { readonly kind: 'wait'; readonly what: string }
  /** These files have to go from the disk; then `removed`. */
  | { readonly kind: 'files'; readonly sha256s: readonly string[] }
  | { readonly kind: 'done' }

export type Counts = Readonly<Record<string, number>>
export type ErasedAddress = {
  readonly accountId: AccountId
  readonly digest: string
  readonly erasedAt: Instant
  readonly covers: Covers | null
}
