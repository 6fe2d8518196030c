import type { Instant } from '#base/time.ts'
import type {
  AccountId,
  Actor,
  AgentId,
  ContactId,
  ConversationId,
  EffectId,
  LineId,
  MediaId,
  MessageId,
  PrivacyRequestId,
  TemplateId,
} from '../account/account.ts'
import type { AddAppContacts, AddHistory, ReceiveAppContacts, ReceiveHistory } from '../app-sync/portion.ts'
import type { SyncApp } from '../app-sync/sync.ts'
import type { ConfirmSignUp } from '../consent/sign-up.ts'
import type { RecordConsent } from '../consent/entry.ts'
import type { Zone } from '../calendar/zone.ts'
import type { Sender } from '../contact/contact.ts'
import type { ReceiveGroup } from '../group/news.ts'
import type { MergeCommand } from '../contact/merge-command.ts'
import type { ChannelId, Line } from '../line/line.ts'
import type { Notice } from '../notice/notice.ts'
import type { Circumstances, Content, Media, OutboundContent, Referral } from '../message/content.ts'
import type { WireMedia } from '../message/media.ts'
import type { Pricing, ReportedStatus, SendProblem } from '../message/status.ts'
import type { TemplateRef } from '../template/template.ts'

export type { WireMedia } from '../message/media.ts'
/** Stands in `content.media.mediaId` of a command until the core gives the file its id. */
export const UNASSIGNED = '' as MediaId

/** What a channel reads out of a delivery; `Line` is found by the loop before the core sees it. */
export type InboundBody =
  | {
      readonly kind: 'receive-message'
      readonly wireId: string
      readonly sender: Sender
      /** The channel's timestamp. */
      readonly sentAt: Instant
      readonly content: Content
      readonly wireMedia: WireMedia | null
      readonly replyToWireId: string | null
      readonly forwarded: boolean
      readonly referral: Referral | null
      readonly circumstances?: Circumstances
      /** The channel says that the identity behind the sender's addresses has changed. */
      readonly identityChanged?: true
    }
  /** Written elsewhere in our name: in the app on a telephone, or by the platform's assistant. */
  | {
      readonly kind: 'receive-echo'
      readonly wireId: string
      readonly recipient: Sender
      readonly sentAt: Instant
      readonly content: Content
      readonly wireMedia: WireMedia | null
      readonly replyToWireId: string | null
      readonly by: 'app' | 'assistant'
    }
  | {
      readonly kind: 'receive-status'
      readonly wireId: string
      readonly status: ReportedStatus
      readonly statusAt: Instant
      /** Our message id, if the channel carried it back. */
      readonly messageId: MessageId | null
      readonly problem: SendProblem | null
      readonly pricing: Pricing | null
      /** The recipient as the channel names it now; may teach us the contact's user id. */
      readonly recipient: Recipient
      /** Told of a message to a group: `recipient` is who of them, or nobody where it holds for all. */
      readonly isInGroup?: true
    }
  | ReceiveGroup
  /** The channel says a person has a new number or id. `wireId` makes it countable once. */
  | {
      readonly kind: 'change-identity'
      readonly wireId: string
      readonly sentAt: Instant
      readonly before: Sender
      readonly after: Sender
      readonly change: string
      readonly text: string
    }
  | ReceiveAppContacts
  | ReceiveHistory
  /** Anything about the line that is not a message. */
  | {
      readonly kind: 'receive-notice'
      readonly field: string
      readonly value: unknown
      /** What it says; null where nobody has to be told of it. */
      readonly notice: Notice | null
      /** The channel's timestamp; null when it gave none. */
      readonly toldAt: Instant | null
    }

/** `participantId`: who of a group it is, once the core has found them. */
type Recipient = { readonly userId: string | null; readonly phone: string | null; readonly participantId?: ContactId }

export type CommandBody =
  | (InboundBody & { readonly line: Line })
  /** To a conversation that exists, or to a person on a line, who is added if unknown. */
  | {
      readonly kind: 'send-message'
      readonly messageId: MessageId
      readonly by: Actor
      readonly to:
        | { readonly kind: 'conversation'; readonly conversationId: ConversationId }
        | { readonly kind: 'person'; readonly line: Line; readonly sender: Sender }
        | { readonly kind: 'contact'; readonly line: Line; readonly contactId: ContactId }
      readonly content: OutboundContent
      /** The message a reaction is about; null otherwise. */
      readonly target: MessageId | null
      /** The template that `content` fills; null otherwise. */
      readonly template: TemplateRef | null
      readonly replyToMessageId: MessageId | null
      /** A message of another agent newer than this refuses the send (`thread-moved-on`); null: do not check. */
      readonly seenUpTo: MessageId | null
      readonly clientKey: string
      readonly clientFingerprint: string
      readonly priority: 0 | 1 | 2
    }
  /** Once more, as a new message; `template` as in `begin-send`. */
  | {
      readonly kind: 'retry-message'
      readonly messageId: MessageId
      readonly newMessageId: MessageId
      readonly by: Actor
      readonly template: TemplateRef | null
    }
  /** Takes back what has not left yet. `mayAny`: of others, too, not only what `by` wrote. */
  | { readonly kind: 'cancel-message'; readonly messageId: MessageId; readonly by: Actor; readonly mayAny: boolean }
  /** A worker is about to send: the last check, in the transaction that makes it the only sender. */
  | {
      readonly kind: 'begin-send'
      readonly messageId: MessageId
      readonly effectId: EffectId
      /** When the effect was due; absent: nobody else can have taken it. */
      readonly dueAt?: Instant
      /** The priority to wait with, should it not be permitted yet. */
      readonly priority: 0 | 1 | 2
      /** The template of the message, so that its state is judged at this very moment. */
      readonly template: TemplateRef | null
    }
  | {
      readonly kind: 'settle-send'
      readonly messageId: MessageId
      readonly lineId: LineId
      readonly channel: ChannelId
      /** Which beginning this ends: `attempts` of the message when it became `sending`. */
      readonly attempt: number
      /** The priority to wait with, should it have to go again. */
      readonly priority: 0 | 1 | 2
      readonly outcome: SendOutcome
    }
  | {
      readonly kind: 'settle-media'
      readonly messageId: MessageId
      readonly media: Media
      readonly effectId: EffectId
    }
  | {
      readonly kind: 'assign-conversation'
      readonly conversationId: ConversationId
      readonly assigneeId: AgentId | null
      readonly by: Actor
    }
  | { readonly kind: 'resolve-conversation'; readonly conversationId: ConversationId; readonly by: Actor }
  | { readonly kind: 'reopen-conversation'; readonly conversationId: ConversationId; readonly by: Actor }
  /** An agent has the thread before them: nothing is unread, and the channel is told. `typing` shows on the phone. */
  | {
      readonly kind: 'see-conversation'
      readonly conversationId: ConversationId
      readonly by: Actor
      readonly typing: boolean
    }
  /** A reaction, edit or revocation whose target was not known when it came. Only ever parked by the core itself. */
  | {
      readonly kind: 'touch-message'
      readonly lineId: LineId
      readonly targetWireId: string
      readonly touch: Touch
    }
  | AddAppContacts
  | AddHistory
  | SyncApp
  /** Somebody says whether a contact is the person who had their addresses before. `lineIds`: all of the company. */
  | {
      readonly kind: 'settle-identity'
      readonly contactId: ContactId
      readonly formerId: ContactId
      /** Whose part the former contact is by now; their own id where they stand for themselves. */
      readonly intoId: ContactId
      readonly isSame: boolean
      readonly by: Actor
      readonly lineIds: readonly LineId[]
    }
  | MergeCommand
  | RecordConsent
  | ConfirmSignUp
  /** What is kept of them is swept up afterwards; `requestId` says at whose wish. */
  | { readonly kind: 'erase-contact'; readonly contactId: ContactId; readonly requestId: PrivacyRequestId }
  /** Somebody knows by whose clock the contact lives; null: what the number tells. */
  | { readonly kind: 'place-contact'; readonly contactId: ContactId; readonly zone: Zone | null }
  /** The platform has blocked them on the line. */
  | {
      readonly kind: 'block-contact'
      readonly contactId: ContactId
      readonly lineId: LineId
      readonly by: Actor
      readonly reason: string
      /** Of merged contacts those whom it lets through still. */
      readonly through: readonly ContactId[]
    }
  | {
      readonly kind: 'unblock-contact'
      readonly contactId: ContactId
      readonly lineId: LineId
      readonly by: Actor
      /** Of merged contacts those whom it holds back still. */
      readonly held: readonly ContactId[]
    }
  /** The platform has done it for more of them: holds them back, or, `isLifting`, lets them through. */
  | {
      readonly kind: 'settle-block'
      readonly contactId: ContactId
      readonly lineId: LineId
      readonly done: readonly ContactId[]
      readonly isLifting: boolean
      /** Null: there is more to be done. */
      readonly effectId: EffectId | null
    }
  | { readonly kind: 'note-templates'; readonly groupKey: string }
  /** Read a group's templates again. */
  | { readonly kind: 'sync-templates'; readonly lineId: LineId }
  /** What somebody submitted is carried to Meta. */
  | {
      readonly kind: 'submit-template'
      readonly templateId: TemplateId
      readonly groupKey: string
      readonly lineId: LineId
    }
  | { readonly kind: 'note-line'; readonly lineId: LineId }

/** What one message does to another. */
export type Touch =
  | (ByWhom & { readonly kind: 'react'; readonly by: 'contact' | 'us'; readonly emoji: string | null })
  | (ByWhom & { readonly kind: 'edit'; readonly content: Content })
  | (ByWhom & { readonly kind: 'revoke' })

/** `writerId`: who of a group did it; absent: the contact of the conversation, or we. */
type ByWhom = { readonly at: Instant; readonly writerId?: ContactId }

/** How an attempt to send ended. */
export type SendOutcome =
  | {
      readonly kind: 'accepted'
      readonly wireId: string
      readonly recipient: { userId: string | null; phone: string | null }
    }
  /** Surely not accepted; try again at the instant. */
  | { readonly kind: 'again'; readonly notBefore: Instant; readonly problem: SendProblem }
  | { readonly kind: 'refused'; readonly problem: SendProblem }
  /** It left and no answer came, or the process died meanwhile. */
  | { readonly kind: 'unknown' }

/** Something asked for, in the imperative. `now` is the instant it is decided at. */
export type Command = CommandBody & { readonly accountId: AccountId }
/** What channels hand to the loop: the line is still only a key. */
export type Inbound = InboundBody & { readonly lineKey: { readonly channel: ChannelId; readonly key: string } }
