import type { Instant } from '#base/time.ts'
import type { AccountId, ConversationId, LineId } from '#core/account/account.ts'
import type { Projected } from './costs.ts'

/** What our own tables say of how a number is doing. */
export type Numbers = {
  /** The newest message that came in: when it was written and when it was here; null: none yet. */
  readonly lastHeard: (
    accountId: AccountId,
    lineId: LineId,
  ) => Promise<{ readonly writtenAt: Instant; readonly receivedAt: Instant } | null>
  /**
   * How the sends of a line ended since the hour `since` lies in: how many were tried, whatever came of them, and the
   * failures by code, most first. Some seconds behind: see `count`.
   */
  readonly sends: (accountId: AccountId, lineId: LineId, since: Instant) => Promise<Sends>
  /** Counts the next portion of an account's facts; several processes may ask at once. */
  readonly count: (accountId: AccountId) => Promise<Projected>
}

export type Sends = {
  readonly tried: number
  readonly taken: number
  /** Of how many the platform has told something after it took them. */
  readonly told: number
  /** When the first of them was tried, or told of; null: none was. */
  readonly firstAt: Instant | null
  readonly failures: readonly {
    readonly code: string
    readonly messages: number
    readonly lastAt: Instant
    readonly lastConversationId: ConversationId
  }[]
}
