import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId, LineId } from '../account/account.ts'
import type { LineGroup } from '../line/group.ts'
import type { FitAnswers } from './fit.ts'
import type { NumberAnswers } from './number.ts'
import type { TopicName } from './topic.ts'

export type GuideId = string & { readonly __guide: true }

/** From nothing to a number that is proven to work, in this order; each may be gone back to. */
export const STEPS = ['fit', 'activity', 'company', 'number', 'name', 'connect', 'activate', 'prove'] as const
export type StepName = (typeof STEPS)[number]

/** The guide to one number: what people answered, who sees to what, and what happened. Its steps follow from these. */
export type Guide = {
  readonly accountId: AccountId
  readonly guideId: GuideId
  readonly createdAt: Instant
  readonly answers: Answers
  readonly owners: Readonly<Partial<Record<StepName, Owner>>>
  /** In the order they happened; nothing is taken away. */
  readonly events: readonly GuideEvent[]
  /** The number at the platform, from the moment it is connected. */
  readonly number: PlatformNumber | null
  /** What the platform last said of the display name: APPROVED, PENDING_REVIEW, DECLINED …; null: nothing. */
  readonly nameStatus: string | null
  /** Our line, once it can send. */
  readonly lineId: LineId | null
}

/** Who sees to a step: somebody of the desk, or anybody by name: "la gestoría". */
export type Owner = { readonly agentId: AgentId | null; readonly name: string }

export type PlatformNumber = {
  /** Phone-number id. */
  readonly key: string
  /** WhatsApp account (WABA) id. */
  readonly groupKey: string
  /** Absent: Meta did not say. */
  readonly group?: LineGroup
  readonly appId: string
  /** As customers see it. */
  readonly address: string
  /** It also stays in the app on a telephone. */
  readonly isOnApp: boolean
}

/** What was answered, step by step; absent: nothing yet. */
export type Answers = {
  readonly fit?: FitAnswers
  readonly activity?: ActivityAnswers
  readonly company?: CompanyAnswers
  readonly number?: NumberAnswers
  readonly name?: NameAnswers
}
export type ActivityAnswers = {
  /** What the company deals in, of the topics the policies speak of; empty: none of them. */
  readonly topics: readonly TopicName[]
  /** Somebody has read the opinion and goes on in spite of it. */
  readonly accepted: boolean
}
export type CompanyAnswers = {
  readonly legalName: string
  /** Tax or register number, as written. */
  readonly taxId: string
  /** Id of the business portfolio at Meta; empty while there is none. */
  readonly portfolioId: string
  readonly website: string
  readonly verification: Verification
}
/** The company's verification at Meta, which is not the tick beside a name. */
export const VERIFICATIONS = ['not-begun', 'in-review', 'verified', 'rejected'] as const
export type Verification = (typeof VERIFICATIONS)[number]

export type NameAnswers = {
  readonly displayName: string
  /** The words of the company's site that were looked through; empty: none yet. */
  readonly siteText: string
  readonly siteFrom: 'fetched' | 'pasted' | null
}

/** Something that happened on the way; `at` is the domain's clock. */
export type GuideEvent = { readonly at: Instant; readonly by: AgentId | null } & (
  | { readonly kind: 'connected'; readonly how: 'token' | 'dialog' }
  /** `step` is empty where the window did not say; `words` are the platform's where it ended in an error. */
  | { readonly kind: 'left-dialog'; readonly step: string; readonly words?: string }
  | { readonly kind: 'handshake' }
  | { readonly kind: 'app-asked'; readonly what: 'contacts' | 'history' }
  | { readonly kind: 'code-asked'; readonly method: CodeMethod }
  | { readonly kind: 'code-wrong' }
  | { readonly kind: 'verified' }
  | { readonly kind: 'registering' }
  | { readonly kind: 'registered' }
  /** `step` says what was tried; `code` and `words` are the platform's. */
  | { readonly kind: 'refused'; readonly step: string; readonly code: string; readonly words: string }
  /** Somebody without an account was let into the step, or was let out again. */
  | { readonly kind: 'shared' | 'share-revoked'; readonly step: string; readonly name: string }
  /** What they did there: `by` is null, `name` says who it was. */
  | OutsideEvent
  | { readonly kind: 'test-sent'; readonly to: string; readonly messageId: string }
  | { readonly kind: 'test-delivered' }
  | { readonly kind: 'answered' }
  | { readonly kind: 'healthy' }
)
type OutsideEvent = { readonly step: string; readonly name: string; readonly shareId: string } & (
  | { readonly kind: 'outside-file'; readonly mediaId: string; readonly filename: string }
  | { readonly kind: 'outside-answer'; readonly note: string }
)
export type CodeMethod = 'sms' | 'voice'
export type EventKind = GuideEvent['kind']

export const newGuide = (accountId: AccountId, guideId: GuideId, createdAt: Instant): Guide => ({
  accountId,
  guideId,
  createdAt,
  answers: {},
  owners: {},
  events: [],
  number: null,
  nameStatus: null,
  lineId: null,
})

/** When something last happened; null: never. */
export const lastOf = (guide: Guide, kind: EventKind): GuideEvent | null =>
  guide.events.findLast((event) => event.kind === kind) ?? null

export const happened = (guide: Guide, kind: EventKind): boolean => lastOf(guide, kind) !== null

/** More events than this are a machine's doing; the oldest refusals go first. */
const MOST_EVENTS = 300
/** What can only happen once. */
const ONCE: readonly EventKind[] = ['test-delivered', 'answered', 'healthy', 'verified', 'handshake']
const SPARE: readonly EventKind[] = ['refused', 'left-dialog']

/** The guide after one more event. What can only happen once is kept once. */
export function noted(guide: Guide, event: GuideEvent): Guide {
  if (ONCE.includes(event.kind) && happened(guide, event.kind)) return guide
  const events = [...guide.events, event]
  const first = events.findIndex(({ kind }) => SPARE.includes(kind))
  if (events.length > MOST_EVENTS && first >= 0) events.splice(first, 1)
  return { ...guide, events }
}
