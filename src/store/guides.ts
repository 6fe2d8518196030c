import type { Instant } from '#base/time.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import type { Guide, GuideId } from '#core/guide/guide.ts'
import type { Sealed } from './registry.ts'

/** The guides that bring numbers to a company, with their sealed secrets. */
export type Guides = {
  /** One whose id is there already changes nothing. */
  readonly add: (guide: Guide) => Promise<void>
  /** Oldest first. */
  readonly list: (accountId: AccountId) => Promise<readonly Guide[]>
  readonly get: (accountId: AccountId, guideId: GuideId) => Promise<KeptGuide | null>
  /** Changes the guide as it is at that moment, while nobody else does; secrets that are named change with it. Null: it is gone. */
  readonly change: (
    accountId: AccountId,
    guideId: GuideId,
    change: (guide: Guide) => Guide,
    secrets?: Partial<GuideSecrets>,
  ) => Promise<Guide | null>
  readonly remove: (accountId: AccountId, guideId: GuideId) => Promise<boolean>
  readonly putPin: (accountId: AccountId, lineId: LineId, pin: Sealed, at: Instant) => Promise<void>
  /** Null: nobody gave it to us. */
  readonly pin: (
    accountId: AccountId,
    lineId: LineId,
  ) => Promise<{ readonly pin: Sealed; readonly setAt: Instant } | null>
}

export type GuideSecrets = {
  /** The platform's token, until the line has it. */
  readonly accessToken: Sealed | null
  /** The PIN that was or is about to be set. */
  readonly pin: Sealed | null
}
export type KeptGuide = GuideSecrets & { readonly guide: Guide }
