import type { Instant } from '#base/time.ts'
import type { AccountId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Evidence, LikenessKind } from '#core/contact/evidence.ts'
import type { Fact } from '#core/loop/fact.ts'
import type { Projected } from './costs.ts'
import type { Page } from './views/views.ts'

/** Contacts of a company that seem to be the same person, two by two. */
export type Duplicates = {
  /**
   * Compares the contacts that the next facts of an account are about with those they are like. `rows`: pairs added,
   * changed or removed. Several processes may ask at once.
   */
  readonly follow: (accountId: AccountId, now: Instant) => Promise<Projected>
  /**
   * Strongest first, then newest found first. All that a page holds is so at this moment: whoever was merged, kept apart or
   * erased since is left out, so it may hold fewer than asked for, even none, while there is a next one.
   */
  readonly list: (accountId: AccountId, ask: DuplicateAsk) => Promise<Page<Duplicate>>
}

export type DuplicateAsk = {
  /** Only pairs that are alike in this; null: all. */
  readonly kind: LikenessKind | null
  /** Only pairs of which one is called so, or has it in their numbers; null: all. */
  readonly q: string | null
  readonly limit: number
  readonly cursor: string | null
}

/** Two who may be one person: `one` was there first. `evidence`: strongest first, as seen from `one`; never empty. */
export type Duplicate = {
  readonly one: Contact
  readonly other: Contact
  readonly evidence: readonly Evidence[]
  readonly foundAt: Instant
}

/** Facts after which somebody may be like somebody, or not any more. */
export const CHANGES_LIKENESS: ReadonlySet<Fact['kind']> = new Set([
  'contact-added',
  'contact-named',
  'address-added',
  'address-retired',
  'phone-claimed',
  'identity-settled',
  'contacts-merged',
  'merge-undone',
  'contacts-kept-apart',
  'contact-erased',
])
