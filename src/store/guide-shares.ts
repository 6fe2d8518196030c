import type { Instant } from '#base/time.ts'
import type { AccountId } from '#core/account/account.ts'
import type { GuideId } from '#core/guide/guide.ts'
import type { Share, ShareId } from '#core/guide/share.ts'

/** The links that let somebody into one step of a guide. */
export type GuideShares = {
  /** False, and nothing is added: there are `most` of this guide that still open something. */
  readonly add: (share: Share, tokenHash: string, most: number) => Promise<boolean>
  /** By the hash of what the link carries, of any account; null: there is none. */
  readonly find: (tokenHash: string) => Promise<Share | null>
  /** Of one guide, oldest first. */
  readonly list: (accountId: AccountId, guideId: GuideId) => Promise<readonly Share[]>
  readonly opened: (accountId: AccountId, shareId: ShareId, at: Instant) => Promise<void>
  /** Their part is done. False: it was before, or the link was taken back. */
  readonly use: (accountId: AccountId, shareId: ShareId, at: Instant) => Promise<boolean>
  /** False: there is no such link of this guide that could still be taken back. */
  readonly revoke: (accountId: AccountId, guideId: GuideId, shareId: ShareId, at: Instant) => Promise<boolean>
}
