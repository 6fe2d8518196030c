import type { AccountId, LineId } from '#core/account/account.ts'
import type { AppSync, SyncNews, SyncSubject } from '#core/app-sync/sync.ts'

/** How far it is with what lines bring over from the app on a telephone. */
export type AppSyncs = {
  /** Of a line, one of each subject that something is known of. Empty: it does not live in the app. */
  readonly list: (accountId: AccountId, lineId: LineId) => Promise<readonly AppSync[]>
  /** Whether the news said anything new. */
  readonly note: (accountId: AccountId, lineId: LineId, subject: SyncSubject, news: SyncNews) => Promise<boolean>
}
