import type { Instant } from '#base/time.ts'
import type { AppContact, PastThread } from '../app-sync/portion.ts'
import type { HistoryTold, SyncSubject } from '../app-sync/sync.ts'
import type { Notice } from '../notice/notice.ts'
import type { AccountId, ContactId, EffectId, LineId, MediaId, MessageId, TemplateId } from '../account/account.ts'

/** Work for the outside, stored with the facts that caused it and carried out by a worker, at least once. */
export type EffectBody =
  /** Send a queued message. Doing it twice is harmless: `begin-send` lets only one pass. */
  | {
      readonly kind: 'deliver'
      readonly messageId: MessageId
      readonly lineId: LineId
      readonly contactId: ContactId
      /** 0: agents and bots, 1: notices, 2: campaigns. Lower goes first. */
      readonly priority: 0 | 1 | 2
    }
  /** Bring a contact's file into our store. */
  | {
      readonly kind: 'fetch-media'
      readonly messageId: MessageId
      readonly mediaId: MediaId
      readonly lineId: LineId
      /** The channel's id of the file. */
      readonly wireMediaId: string
      readonly mime: string
    }
  /** Tell the channel that the contact's message was read, and optionally that somebody is typing. */
  | { readonly kind: 'mark-read'; readonly lineId: LineId; readonly wireId: string; readonly typing: boolean }
  /** If the message still has no answer when this is due, it becomes `unknown`. */
  | { readonly kind: 'settle-send'; readonly messageId: MessageId; readonly attempt: number }
  /** Read the templates of a WhatsApp business account again. */
  | { readonly kind: 'sync-templates'; readonly lineId: LineId }
  /** Carry what somebody submitted of a template to Meta. Doing it twice is harmless: what Meta has is looked up first. */
  | { readonly kind: 'submit-template'; readonly templateId: TemplateId; readonly lineId: LineId }
  /** Look up what a form keeps under the code that a contact sent, and have it weighed. */
  | {
      readonly kind: 'confirm-sign-up'
      readonly messageId: MessageId
      readonly lineId: LineId
      readonly token: string
      readonly code: string
      readonly text: string
    }
  /**
   * Have the platform do for all of a contact what was done for some: hold back on this line what they write, or let it
   * through. Doing it twice is harmless.
   */
  | { readonly kind: 'settle-block'; readonly contactId: ContactId; readonly lineId: LineId }
  /** WhatsApp says that the two are one person, who has another number or id: merge them. Doing it twice is harmless. */
  | { readonly kind: 'join-moved'; readonly contactId: ContactId; readonly intoId: ContactId }
  /** Take over a portion of the app's address book, when nothing is more urgent. Doing it twice is harmless. */
  | { readonly kind: 'add-app-contacts'; readonly lineId: LineId; readonly contacts: readonly AppContact[] }
  /** Take over a portion of the app's history, likewise. */
  | {
      readonly kind: 'add-history'
      readonly lineId: LineId
      readonly threads: readonly PastThread[]
      readonly told: HistoryTold | null
    }
  /** Ask the platform for what is in the app; after `until` it gives nothing any more. It counts a second time as none. */
  | { readonly kind: 'ask-app'; readonly lineId: LineId; readonly subject: SyncSubject; readonly until: Instant }
  /** Put a notice on the list of the company, and what it says of the line beside the line. Doing it twice is harmless. */
  | {
      readonly kind: 'keep-notice'
      readonly lineId: LineId
      readonly field: string
      readonly value: unknown
      readonly notice: Notice
      /** When the platform told it, never after `heardAt`. */
      readonly toldAt: Instant
      readonly heardAt: Instant
      /** Whether `toldAt` is the platform's; without it the same again cannot be told from a repetition. */
      readonly isDated: boolean
    }

export type NewEffect = EffectBody & { readonly accountId: AccountId; readonly dueAt: Instant }
export type Effect = NewEffect & { readonly effectId: EffectId; readonly attempts: number }
export type EffectKind = EffectBody['kind']
