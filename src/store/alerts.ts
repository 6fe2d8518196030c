import type { Instant } from '#base/time.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import type { Alert } from '#core/alert/alert.ts'
import type { Notice } from '#core/notice/notice.ts'

/** What is wrong with the lines of a company at this moment. */
export type Alerts = {
  /** The worst is not sorted out here: by line, then since when. */
  readonly list: (accountId: AccountId) => Promise<readonly KeptAlert[]>
  /**
   * These hold now, and no others: what is new among them begins, what is not among them is over and goes. Whoever keeps
   * first answers for it; the same again changes nothing. `digestOf` names the notice that tells of a new one; null: none.
   */
  readonly keep: (
    line: { readonly accountId: AccountId; readonly lineId: LineId },
    alerts: readonly Alert[],
    digestOf: (alert: Alert) => string | null,
    at: Instant,
  ) => Promise<{ readonly begun: readonly KeptAlert[]; readonly over: readonly KeptAlert[] }>
  /** Notes a look, unless somebody looked since `unlessSince`; false then. */
  readonly look: (accountId: AccountId, lineId: LineId, at: Instant, unlessSince: Instant) => Promise<boolean>
  /** Warnings of the platform about the line or its group that nobody has acknowledged, newest first; at most a hundred. */
  readonly told: (
    accountId: AccountId,
    lineId: LineId,
    groupKey: string,
    since: Instant,
  ) => Promise<readonly { readonly notice: Notice; readonly at: Instant }[]>
}

export type KeptAlert = {
  readonly lineId: LineId
  readonly alert: Alert
  readonly since: Instant
  readonly noticeDigest: string | null
}
