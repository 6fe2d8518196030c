import type { Instant } from '#base/time.ts'
import type {
  AccountId,
  Actor,
  AgentId,
  ContactId,
  ConversationId,
  LineId,
  MessageId,
  PrivacyRequestId,
} from '../account/account.ts'
import type { ConsentEntry } from '../consent/entry.ts'
import type { Zone } from '../calendar/zone.ts'
import type { Address, Contact, Identity, Listing } from '../contact/contact.ts'
import type { Block } from '../contact/block.ts'
import type { Group } from '../group/group.ts'
import type { EvidenceKind } from '../contact/evidence.ts'
import type { Content, Media } from '../message/content.ts'
import type { Message, Receipt } from '../message/message.ts'
import type { Notice } from '../notice/notice.ts'
import type { MessageStatus, Pricing, SendProblem } from '../message/status.ts'
import type { Verdict } from '../policy/may-send.ts'
import type { Outreach } from '../policy/outreach.ts'

/** A template that was sent: by which line, and when its message was written. */
export type TemplateUse = {
  readonly name: string
  readonly language: string
  readonly lineId: LineId
  readonly at: Instant
}

/** Something that happened, in the past tense. Never changed. Holds all that `apply` needs. */
export type FactBody =
  | { readonly kind: 'contact-added'; readonly contact: Contact }
  /** `of`, here and below: the part of the contact that it is about; absent: they themselves. */
  | {
      readonly kind: 'contact-named'
      readonly contactId: ContactId
      readonly name: string | null
      readonly username: string | null
      readonly of?: ContactId
    }
  /** The app's address book has them, under this name, or no longer. */
  | {
      readonly kind: 'contact-listed'
      readonly contactId: ContactId
      readonly listing: Listing
      readonly of?: ContactId
    }
  /** The address now leads to this contact; any other contact of the account that had it has lost it. */
  | { readonly kind: 'address-added'; readonly contactId: ContactId; readonly address: Address }
  /** The address leads to nobody any more; the contact had it until then, which may be all that is known of it. */
  | {
      readonly kind: 'address-retired'
      readonly contactId: ContactId
      readonly address: Address
      readonly until: Instant
    }
  | {
      readonly kind: 'identity-known'
      readonly contactId: ContactId
      readonly identity: Identity
      readonly of?: ContactId
    }
  /**
   * Somebody said whether the contact is the person who had their addresses before. If so, they are merged into them by
   * the facts that follow.
   */
  | {
      readonly kind: 'identity-settled'
      readonly contactId: ContactId
      readonly formerId: ContactId
      readonly isSame: boolean
      readonly by: Actor
    }
  /**
   * Somebody said that two contacts are one: all of `contactId` goes to `intoId` (`mergedInto`), and their conversations
   * by the facts that follow.
   */
  | {
      readonly kind: 'contacts-merged'
      readonly contactId: ContactId
      readonly intoId: ContactId
      readonly by: Actor
      readonly why: string | null
      readonly evidence: readonly EvidenceKind[]
    }
  /** They are two again (`separated`); likewise. */
  | {
      readonly kind: 'merge-undone'
      readonly contactId: ContactId
      readonly intoId: ContactId
      readonly by: Actor
      readonly why: string | null
    }
  /** Somebody said that the two are not one, seeing this evidence. */
  | {
      readonly kind: 'contacts-kept-apart'
      readonly contactId: ContactId
      readonly otherId: ContactId
      readonly evidence: readonly EvidenceKind[]
      readonly by: Actor
    }
  /** The contact gave a phone as their own through the platform; `otherId` has it. */
  | {
      readonly kind: 'phone-claimed'
      readonly contactId: ContactId
      readonly otherId: ContactId
      readonly phone: string
    }
  /** They asked to be forgotten, or the law did: nothing of them is kept any more but that they were here. */
  | { readonly kind: 'contact-erased'; readonly contactId: ContactId; readonly requestId: PrivacyRequestId }
  /** What this fact said was about somebody who was erased since. It changes nothing. */
  | { readonly kind: 'fact-erased' }
  /** The contact said what they may be written to for; a line of the consent ledger. */
  | {
      readonly kind: 'consent-recorded'
      readonly contactId: ContactId
      readonly entry: ConsentEntry
      readonly of?: ContactId
    }
  | {
      readonly kind: 'conversation-opened'
      readonly conversationId: ConversationId
      readonly contactId: ContactId
      readonly lineId: LineId
      /** It holds nothing but the app's history yet, said from then on, and is resolved from the beginning. Absent: it is open. */
      readonly historyFrom?: Instant
    }
  /**
   * Whose the conversation is now, and where it stands among those of the same person on its line. `of`: the part of the
   * contact they are with; null: the contact's own. `continuedBy` null: the thread goes on here, `earlier` above it.
   * `waitingSince`, `unread`: of the whole thread, where it goes on here.
   */
  | {
      readonly kind: 'conversation-arranged'
      readonly conversationId: ConversationId
      readonly contactId: ContactId
      readonly of: ContactId | null
      readonly earlier: readonly ConversationId[]
      readonly continuedBy: ConversationId | null
      readonly waitingSince: Instant | null
      readonly unread: number
    }
  | { readonly kind: 'conversation-reopened'; readonly conversationId: ConversationId }
  | { readonly kind: 'conversation-resolved'; readonly conversationId: ConversationId; readonly by: Actor }
  | {
      readonly kind: 'conversation-assigned'
      readonly conversationId: ConversationId
      readonly assigneeId: AgentId | null
      readonly by: Actor
    }
  /** An agent looked: nothing is unread any more. */
  | { readonly kind: 'conversation-seen'; readonly conversationId: ConversationId; readonly by: Actor }
  | { readonly kind: 'message-received'; readonly conversationId: ConversationId; readonly message: Message }
  | { readonly kind: 'message-queued'; readonly conversationId: ConversationId; readonly message: Message }
  /**
   * Said in the app before the number came to us; by time, at least one. One that is known only has its file now. The desk is
   * told the newest alone.
   */
  | { readonly kind: 'history-added'; readonly conversationId: ConversationId; readonly messages: readonly Message[] }
  /** One of our messages was heard of. `at` is when it happened by whoever says so; states may come in any order. */
  | {
      readonly kind: 'message-progressed'
      readonly conversationId: ConversationId
      readonly messageId: MessageId
      /** The state heard of. */
      readonly status: MessageStatus
      readonly statusAt: Instant
      /** The message's state before and after hearing it; equal when it told nothing new. */
      readonly before: MessageStatus
      readonly after: MessageStatus
      readonly wireId: string | null
      readonly problem: SendProblem | null
      readonly pricing: Pricing | null
      /** How far it has come with one of a group. Absent: it was heard of all it was sent to. */
      readonly receipt?: Receipt
      /** The right to send as it was judged at this step; absent where nothing was judged. */
      readonly right?: Verdict
      /** Who cancelled it; absent otherwise. */
      readonly by?: Actor
      /** What is told of a template's message, so that whoever counts them need not look at each; absent for others. */
      readonly template?: TemplateUse
    }
  /** The platform surely did not take it, or it may not leave, yet; it waits in the queue until `dueAt`. */
  | {
      readonly kind: 'message-postponed'
      readonly conversationId: ConversationId
      readonly messageId: MessageId
      readonly dueAt: Instant
      readonly problem: SendProblem
      /** Why it may not leave yet; absent: it was the platform that did not take it. */
      readonly right?: Verdict
    }
  | { readonly kind: 'contact-placed'; readonly contactId: ContactId; readonly zone: Zone | null }
  /** The platform takes nothing of them for this line any more, or for how many of merged contacts has changed. */
  | { readonly kind: 'contact-blocked'; readonly contactId: ContactId; readonly block: Block }
  | {
      readonly kind: 'contact-unblocked'
      readonly contactId: ContactId
      readonly lineId: LineId
      readonly by: Actor
    }
  /** Who is in a group, what it is called, whether it still is. */
  | { readonly kind: 'group-changed'; readonly contactId: ContactId; readonly group: Group }
  /** We begin with somebody who is not waiting for it; counted when the message is claimed. */
  | { readonly kind: 'outreach-counted'; readonly contactId: ContactId; readonly outreach: Outreach }
  /** The message surely never left: it does not count. */
  | { readonly kind: 'outreach-released'; readonly contactId: ContactId; readonly messageId: MessageId }
  /** A person sent a refused, failed or unknown message once more, as the message `supersededBy`. */
  | {
      readonly kind: 'message-superseded'
      readonly conversationId: ConversationId
      readonly messageId: MessageId
      readonly supersededBy: MessageId
      readonly before: MessageStatus
    }
  | {
      readonly kind: 'message-edited'
      readonly conversationId: ConversationId
      readonly messageId: MessageId
      readonly content: Content
      readonly editedAt: Instant
      readonly writerId?: ContactId
    }
  | {
      readonly kind: 'message-revoked'
      readonly conversationId: ConversationId
      readonly messageId: MessageId
      readonly revokedAt: Instant
    }
  /** `emoji` null: taken back. An older `reactedAt` than the one known changes nothing. */
  | {
      readonly kind: 'message-reacted'
      readonly conversationId: ConversationId
      readonly messageId: MessageId
      readonly by: 'contact' | 'us'
      /** Who of a group; absent: the contact of the conversation, or we. */
      readonly writerId?: ContactId
      readonly emoji: string | null
      readonly reactedAt: Instant
    }
  | {
      readonly kind: 'media-settled'
      readonly conversationId: ConversationId
      readonly messageId: MessageId
      readonly media: Media
      readonly writerId?: ContactId
    }
  /** The platform told us something about a line, an account or a person that is not a message; kept whole. */
  | {
      readonly kind: 'platform-notice-received'
      readonly lineId: LineId | null
      readonly field: string
      readonly value: unknown
      /** What it says; null where nobody has to be told of it. Facts of before 2026-11 have none. */
      readonly notice?: Notice | null
    }
  | { readonly kind: 'templates-changed'; readonly groupKey: string }
  | { readonly kind: 'line-changed'; readonly lineId: LineId }

/** A fact before the ledger numbered it. `at` is the instant it was decided. */
export type NewFact = FactBody & { readonly accountId: AccountId; readonly at: Instant }
/** A fact as stored: `seq` counts from 1 without gaps per account, in commit order. */
export type Fact = NewFact & { readonly seq: number }

export const conversationOf = (fact: FactBody): ConversationId | null =>
  'conversationId' in fact ? fact.conversationId : null
