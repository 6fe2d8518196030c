import type { Instant } from '#base/time.ts'
import type { AccountId, LineId } from '#core/account/account.ts'

/** What our own tables say of how a number is doing. */
export type Numbers = {
  /** The newest message that came in: when it was written and when it was here; null: none yet. */
  readonly lastHeard: (
    accountId: AccountId,
    lineId: LineId,
  ) => Promise<{ readonly writtenAt: Instant; readonly receivedAt: Instant } | null>
  /** Conversations that wait with a failed send, by the code of the failure; most first, at most 20. */
  readonly failures: (
    accountId: AccountId,
    lineId: LineId,
  ) => Promise<readonly { readonly code: string; readonly conversations: number }[]>
}
