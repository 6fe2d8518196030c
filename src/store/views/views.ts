import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId, ContactId, ConversationId, LineId, MessageId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { Message } from '#core/message/message.ts'
import type { Template } from '#core/template/template.ts'
import type { ViewName } from '#core/conversation/view.ts'

/**
 * The read side: shapes for screens and API, one SQL statement each, always within one account. Rejects with
 * `LedgerUnavailable` while the database is away. An id that is no UUID, or another account's, leads to null.
 */
export type Views = {
  readonly conversations: (accountId: AccountId, filter: ConversationFilter) => Promise<Page<ConversationRow>>
  readonly conversation: (accountId: AccountId, id: ConversationId) => Promise<ConversationRow | null>
  readonly counts: (
    accountId: AccountId,
    agentId: AgentId | null,
    lineId: LineId | null,
    now: Instant,
  ) => Promise<Counts>
  /** Newest first by (at, messageId). */
  readonly messages: (
    accountId: AccountId,
    id: ConversationId,
    page: { readonly limit: number; readonly cursor: string | null },
  ) => Promise<Page<Message>>
  readonly message: (accountId: AccountId, id: MessageId) => Promise<Message | null>
  readonly contact: (accountId: AccountId, id: ContactId) => Promise<Contact | null>
  /** Lines that whoever this is has written to, the latest first; empty: none, or nobody we know. */
  readonly wroteTo: (accountId: AccountId, who: Who) => Promise<readonly LineId[]>
  /** Whoever has the first of these addresses that anybody has: phones in digits or user ids of WhatsApp. */
  readonly contactAt: (accountId: AccountId, addresses: readonly string[]) => Promise<Contact | null>
  /** People, no groups, who have all parts of a question in their names and numbers and can be written to; by name. */
  readonly contactsCalled: (accountId: AccountId, question: string, limit: number) => Promise<readonly Contact[]>
  /** Others who have or had one of the contact's phones in any spelling, have its username, or gave a phone of the other as theirs. */
  readonly contactsAlike: (accountId: AccountId, contact: Contact) => Promise<readonly Contact[]>
  /** Messages of any accounts with whom they are for, in any order; those that are not there are left out. */
  readonly outgoing: (messages: readonly MessageKey[]) => Promise<readonly Outgoing[]>
  readonly templates: (accountId: AccountId, filter: TemplateFilter) => Promise<Page<Template>>
}

/** Somebody we know, or whoever has one of these addresses: phones in digits or user ids. */
export type Who = { readonly contactId: ContactId } | { readonly addresses: readonly string[] }

export type MessageKey = { readonly accountId: AccountId; readonly messageId: MessageId }
export type Outgoing = {
  readonly message: Message
  readonly contact: Contact
  /** An earlier message of the same hand to the same contact, not older than a minute, has not begun to leave. */
  readonly isBehind: boolean
}
/** `writer`: who wrote the last message in a group. */
export type ConversationRow = {
  readonly conversation: Conversation
  readonly contact: Contact
  readonly writer: Contact | null
}
/**
 * `next` is opaque; a cursor that cannot be read is answered with the first page by nobody: it throws `BadCursor`. A page
 * of a search may hold fewer than asked for, even none, while there is a next one.
 */
export type Page<Item> = { readonly data: readonly Item[]; readonly next: string | null }
export class BadCursor extends Error {}

export type ConversationFilter = {
  readonly view: ViewName
  /** Whose "mine". */
  readonly agentId: AgentId | null
  readonly lineId: LineId | null
  readonly contactId: ContactId | null
  /** Parts of a name, or digits of a phone number, however written; null or empty: all. */
  readonly q: string | null
  readonly limit: number
  readonly cursor: string | null
  /** For `closing`: windows that end within the hour after `now`. */
  readonly now: Instant
}
export type TemplateFilter = {
  readonly groupKey: string | null
  readonly q: string | null
  readonly status: string | null
  readonly limit: number
  readonly cursor: string | null
}
export type Counts = {
  /** Each is counted up to `COUNTED_UP_TO` and no further, those of lines too. */
  readonly views: Readonly<Record<ViewName, number>>
  readonly lines: readonly { readonly lineId: LineId; readonly open: number }[]
  readonly seq: number
}
