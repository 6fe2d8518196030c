import type { Instant } from '#base/time.ts'
import type { AccountId, ContactId } from '#core/account/account.ts'
import type { Work } from '../../erasure-work.ts'
import type { Counts, Swept } from '../../erasures.ts'
import type { Run } from '../transaction.ts'

/** What one portion did: the work that is left (null: none), what went, and what the caller is told. */
export type Portion = { readonly work: Work | null; readonly counts?: Counts; readonly swept?: Swept }
export type Sweep = (run: Run, about: About) => Promise<Portion>
export type About = {
  readonly accountId: AccountId
  readonly contactId: ContactId
  readonly erasedAt: Instant
  readonly work: Work
}
