import type { Instant } from '#base/time.ts'
import type { EffectId } from '../account/account.ts'
import type { Sender } from '../contact/contact.ts'
import type { Line } from '../line/line.ts'
import type { Content } from '../message/content.ts'
import type { WireMedia } from '../message/media.ts'
import type { MessageStatus } from '../message/status.ts'
import type { HistoryTold } from './sync.ts'

/** Entries or messages that are taken over in one commit: some 10 ms, so that nobody who clicks waits for long. */
export const PORTION = 100

/** An entry of the app's address book as it is since `at`; `name` null: it was taken out. */
export type AppContact = { readonly phone: string; readonly name: string | null; readonly at: Instant }

/** Something said in the app before, by the contact or by us. `status`: how far ours had come. */
export type PastMessage = {
  readonly wireId: string
  readonly by: 'contact' | 'us'
  readonly sentAt: Instant
  readonly status: MessageStatus
  readonly content: Content
  readonly wireMedia: WireMedia | null
  readonly replyToWireId: string | null
  readonly forwarded: boolean
}
/** What was said with one person, or a part of it; in no order. */
export type PastThread = { readonly person: Sender; readonly messages: readonly PastMessage[] }

/** A part of the app's address book, as a channel reads it; at most `PORTION` entries. */
export type ReceiveAppContacts = { readonly kind: 'receive-app-contacts'; readonly contacts: readonly AppContact[] }

/** A part of the app's history, as a channel reads it; at most `PORTION` messages. `told`: after those of a chunk. */
export type ReceiveHistory = {
  readonly kind: 'receive-history'
  readonly threads: readonly PastThread[]
  readonly told: HistoryTold | null
}

/** A portion of the app's address book is taken over; the effect it waited in ends with it. */
export type AddAppContacts = {
  readonly kind: 'add-app-contacts'
  readonly effectId: EffectId
  readonly line: Line
  readonly contacts: readonly AppContact[]
}

/** A portion of the app's history is taken over; the effect it waited in ends with it. */
export type AddHistory = {
  readonly kind: 'add-history'
  readonly effectId: EffectId
  readonly line: Line
  readonly threads: readonly PastThread[]
}
