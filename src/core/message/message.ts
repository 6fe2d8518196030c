import type { Instant } from '#base/time.ts'
import type { AccountId, Author, ContactId, ConversationId, LineId, MessageId } from '../account/account.ts'
import type { Verdict } from '../policy/may-send.ts'
import type { Circumstances, Content, Reaction, Referral } from './content.ts'
import type { HouseRule } from './house-rule.ts'
import type { MessageStatus, Pricing, ReportedStatus, SendProblem, StatusTimes } from './status.ts'

/** A message answered by another: `messageId` is null while the quoted one is not known to us. */
export type ReplyTo = { readonly wireId: string; readonly messageId: MessageId | null }

type AnyMessage = {
  readonly accountId: AccountId
  readonly messageId: MessageId
  readonly conversationId: ConversationId
  readonly lineId: LineId
  readonly author: Author
  readonly content: Content
  /** Orders the thread: Meta's timestamp of a contact's message, the instant of writing of ours. */
  readonly at: Instant
  readonly replyTo: ReplyTo | null
  /** At most one per side, and in a group one per person. */
  readonly reactions: readonly Reaction[]
  readonly editedAt: Instant | null
  /** What it said first, once it was edited. What it said in between stands in the edits. */
  readonly original?: Content
  readonly revokedAt: Instant | null
  /** Said in the app before the number came to us, as its history tells. Absent: it came by itself. */
  readonly history?: true
}

export type InboundMessage = AnyMessage & {
  readonly direction: 'in'
  /** Who of a group wrote it. Absent: the contact of the conversation. */
  readonly writerId?: ContactId
  /** The channel's id of it: wamid. Unique per line. */
  readonly wireId: string
  readonly receivedAt: Instant
  readonly forwarded: boolean
  readonly referral: Referral | null
  /** Absent where there is nothing of the sort. */
  readonly circumstances?: Circumstances
}

export type OutboundMessage = AnyMessage & {
  readonly direction: 'out'
  /** Null until Meta accepted it. */
  readonly wireId: string | null
  readonly status: MessageStatus
  readonly times: StatusTimes
  readonly problem: SendProblem | null
  readonly pricing: Pricing | null
  /** How far it has come with each of a group, one each; in no order. Absent: it is to one person, or nothing was heard. */
  readonly receipts?: readonly Receipt[]
  /** The caller's idempotency key; unique per account. */
  readonly clientKey: string
  /** Fingerprint of what was asked with that key: the same key with another request is refused. */
  readonly clientFingerprint: string
  /** What `maySend` last answered about it; absent in messages of before 2026-12. */
  readonly right?: Verdict
  /** How often sending was begun. */
  readonly attempts: number
  /** The message that took its place when a person sent it once more. */
  readonly supersededBy: MessageId | null
  /** The rule of the house that said it. Absent: somebody did. */
  readonly rule?: HouseRule
}

/** How far one of ours has come with one of a group, since when; `code` says why it failed. */
export type Receipt = {
  readonly contactId: ContactId
  readonly status: ReportedStatus
  readonly at: Instant
  readonly code?: string
}

/** Something said in a conversation, by the contact or by us. */
export type Message = InboundMessage | OutboundMessage
