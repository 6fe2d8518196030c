import { days, type Duration, type Instant, plus } from '#base/time.ts'
import type { AccountId, AgentId } from '../account/account.ts'
import type { Guide, GuideId, StepName } from './guide.ts'
import type { StepState } from './steps.ts'

export type ShareId = string & { readonly __share: true }

/** One step, let in by a link to somebody who has no account. The link itself is nowhere kept, only its hash. */
export type Share = {
  readonly accountId: AccountId
  readonly shareId: ShareId
  readonly guideId: GuideId
  readonly step: SharedStep
  /** Who it was given to, as the company calls them. */
  readonly name: string
  readonly createdAt: Instant
  readonly createdBy: AgentId | null
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
  /** They have done their part. */
  readonly usedAt: Instant | null
  /** How often the page was opened, and when last. */
  readonly opened: number
  readonly openedAt: Instant | null
}

/** What is asked of somebody outside: papers and data, or the code that Meta sends. The rest touches Meta or the company's plans. */
export const SHARED_STEPS = ['company', 'number', 'name', 'activate'] as const
export type SharedStep = (typeof SHARED_STEPS)[number]
export const isShared = (step: StepName): step is SharedStep => SHARED_STEPS.includes(step as SharedStep)

/** A link lives this long, whatever happens; a new one is made in a moment. */
export const SHARE_LIFE: Duration = days(7)
/** Links of one guide that work at the same time. */
export const MOST_SHARES = 20
/** Files one link takes. */
export const MOST_FILES = 5

export type ShareStanding = 'open' | 'expired' | 'revoked' | 'done'

/** Whether the link still opens anything: not at the very instant it expires, and not once the step is done. */
export function standingOf(
  share: Pick<Share, 'expiresAt' | 'revokedAt' | 'usedAt'>,
  step: StepState,
  now: Instant,
): ShareStanding {
  if (share.revokedAt !== null) return 'revoked'
  if (share.usedAt !== null || step === 'done') return 'done'
  return now >= share.expiresAt ? 'expired' : 'open'
}

export const expiryOf = (createdAt: Instant): Instant => plus(createdAt, SHARE_LIFE)

/** How many files came by this link. */
export const filesBy = ({ events }: Guide, shareId: ShareId): number =>
  events.filter((event) => event.kind === 'outside-file' && event.shareId === shareId).length

/** The answer that came by this link; null: none yet. */
export const isAnsweredBy = ({ events }: Guide, shareId: ShareId): boolean =>
  events.some((event) => event.kind === 'outside-answer' && event.shareId === shareId)
