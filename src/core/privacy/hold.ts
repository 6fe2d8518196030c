import type { Instant } from '#base/time.ts'
import type { Actor, ContactId, HoldId } from '../account/account.ts'

/** Why a person must not be erased yet: a lawsuit, an unpaid debt, an order of an authority. */
export type Hold = {
  readonly holdId: HoldId
  readonly contactId: ContactId
  /** Null once the person was erased. */
  readonly reason: string | null
  readonly setAt: Instant
  readonly setBy: Actor
  /** At this very instant it holds no more; null: until somebody lifts it. */
  readonly until: Instant | null
  readonly lifted: { readonly at: Instant; readonly by: Actor } | null
}

export const isInForce = ({ until, lifted }: Hold, now: Instant): boolean =>
  lifted === null && (until === null || now < until)
