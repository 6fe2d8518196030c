import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId, Author, ContactId, ConversationId, LineId, MessageId } from '../account/account.ts'
import type { Calls } from '../call/calls.ts'
import type { CallOutcome, ContentKind } from '../message/content.ts'
import type { MessageStatus } from '../message/status.ts'
import type { Control } from './control.ts'

/** What one contact and we say to each other on one line. At most one is open per contact and line. */
export type Conversation = {
  readonly accountId: AccountId
  readonly conversationId: ConversationId
  readonly contactId: ContactId
  readonly lineId: LineId
  /** The part of the contact that wrote and is answered here, at its own addresses. Absent: the contact's own. */
  readonly of?: ContactId
  readonly state: 'open' | 'resolved'
  /** Conversations of the same person whose messages stand above this one's in the thread, newest first. Absent: none. */
  readonly earlier?: readonly ConversationId[]
  /** The conversation that goes on from this one, which stays resolved: what is said now is said there. Absent: none. */
  readonly continuedBy?: ConversationId
  /** Who answers it on the platform. Absent: nobody but us was ever heard of. */
  readonly control?: Control
  /** What was said of calls; only the server folds it (`src/core/call/permission.ts`). Absent: nothing ever was. */
  readonly calls?: Calls
  readonly assigneeId: AgentId | null
  readonly openedAt: Instant
  readonly resolvedAt: Instant | null
  /** Meta's timestamp of the newest message that opens the service window; null when the contact never wrote. */
  readonly customerWroteAt: Instant | null
  /** A free entry point (an ad) brought the contact at this instant; the 72 hours start with our first answer. */
  readonly freeEntryAt: Instant | null
  readonly freeEntryUntil: Instant | null
  /** The oldest message of the contact that nobody has answered; null when it is the contact's turn. */
  readonly waitingSince: Instant | null
  /** Messages of the contact since an agent last looked. */
  readonly unread: number
  /** Our messages that failed, were refused or are unknown and that nobody has dealt with. */
  readonly failedSends: number
  /** The one of these that was heard of last, and the code of its problem; null when there is none. */
  readonly lastFailure: { readonly messageId: MessageId; readonly code: string } | null
  readonly lastMessage: LastMessage | null
  /** Our newest message, who wrote it and when: tells a second agent that the thread moved on. `at` is absent in old rows. */
  readonly lastAnswer: { readonly messageId: MessageId; readonly author: Author; readonly at?: Instant } | null
  /** When the contact was last told that nobody is there. Absent: never. */
  readonly awayAt?: Instant
  /** The contact's newest message on the wire: marking it read marks all before it. */
  readonly lastInbound: { readonly wireId: string; readonly at: Instant } | null
  /** Orders the list: the newest of the last message, and the opening. */
  readonly sortAt: Instant
}

/** What the list shows of the newest message. */
export type LastMessage = {
  readonly messageId: MessageId
  readonly direction: 'in' | 'out'
  readonly kind: ContentKind
  /** Who of a group wrote it. Absent: it is ours, of a conversation of one person, or of before this was kept. */
  readonly writerId?: ContactId
  /** At most 140 characters of its text, or empty. */
  readonly preview: string
  /** What a call or an answer about calls came to. Absent: nothing to tell apart. */
  readonly outcome?: CallOutcome
  readonly at: Instant
  /** Of our own messages; null for the contact's. In a row of the ledger it may be behind: the message itself tells. */
  readonly status: MessageStatus | null
}
