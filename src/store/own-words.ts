import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId } from '#core/account/account.ts'

/** Words of a company's own, as `readOwnWord` reads them. */
export type OwnWords = {
  /** In alphabetical order. */
  readonly list: (accountId: AccountId) => Promise<readonly string[]>
  /** Those it has already stay as they are. False: there would be more than `max`, and none was added. */
  readonly add: (
    accountId: AccountId,
    words: readonly string[],
    by: { readonly agentId: AgentId | null; readonly at: Instant; readonly max: number },
  ) => Promise<boolean>
  /** Those it does not have are passed over. */
  readonly remove: (accountId: AccountId, words: readonly string[]) => Promise<void>
}
