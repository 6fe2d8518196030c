import { type Instant, toIso } from '#base/time.ts'
import type { AccountId, ContactId, ConversationId, EffectId, LineId, MessageId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { Command } from '#core/loop/command.ts'
import type { Effect } from '#core/loop/effect.ts'
import type { Fact } from '#core/loop/fact.ts'
import type { Message } from '#core/message/message.ts'
import { priorityOf } from '../priority.ts'
import { Unstorable } from '../ledger.ts'
import { searchTextOf } from '../search.ts'
import type { WireRow } from '../staged.ts'
import { marksOf } from './fact-marks.ts'

/**
 * How nouns of the core lie in rows: columns for what statements choose, order or join by, `rest` for everything else as
 * it is. Each `…Row` takes a noun apart, each `…From` puts the very same noun together again.
 */

const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z')
const LAST_INSTANT = Date.UTC(9999, 11, 31)

/** Channels refuse instants outside of the years 1–9999 before they come here. */
export function checkInstant(at: Instant): void {
  if (at >= FIRST_INSTANT && at <= LAST_INSTANT) return
  throw new Unstorable(`An instant must lie in the years 1 to 9999; found ${at} ms since 1970.`)
}

/** As a timestamptz is written. */
export function timestamp(at: Instant): string {
  checkInstant(at)
  return toIso(at)
}

export type ContactRow = {
  account_id: AccountId
  contact_id: ContactId
  version: number
  created_at: Instant
  name: string | null
  rest: Omit<Contact, 'accountId' | 'contactId' | 'createdAt' | 'name' | 'consents'>
}

export function contactRow(contact: Contact) {
  const { accountId, contactId, createdAt, name, ...rest } = contact
  return {
    account_id: accountId,
    contact_id: contactId,
    created_at: createdAt,
    name,
    search: searchTextOf(contact),
    rest,
  }
}

export const contactFrom = (row: Omit<ContactRow, 'version'>): Contact => ({
  accountId: row.account_id,
  contactId: row.contact_id,
  createdAt: row.created_at,
  name: row.name,
  // Rows of before said nothing of it.
  consents: [],
  ...row.rest,
})

export type ConversationRow = {
  account_id: AccountId
  conversation_id: ConversationId
  contact_id: ContactId
  line_id: LineId
  version: number
  state: Conversation['state']
  assignee_id: Conversation['assigneeId']
  opened_at: Instant
  customer_wrote_at: Instant | null
  waiting_since: Instant | null
  unread: number
  failed_sends: number
  sort_at: Instant
  rest: Omit<
    Conversation,
    | 'accountId'
    | 'conversationId'
    | 'contactId'
    | 'lineId'
    | 'state'
    | 'assigneeId'
    | 'openedAt'
    | 'customerWroteAt'
    | 'waitingSince'
    | 'unread'
    | 'failedSends'
    | 'lastFailure'
    | 'sortAt'
  >
}

export function conversationRow(conversation: Conversation) {
  const {
    accountId,
    conversationId,
    contactId,
    lineId,
    state,
    assigneeId,
    openedAt,
    customerWroteAt,
    waitingSince,
    unread,
    failedSends,
    sortAt,
    ...rest
  } = conversation
  return {
    account_id: accountId,
    conversation_id: conversationId,
    contact_id: contactId,
    line_id: lineId,
    state,
    assignee_id: assigneeId,
    opened_at: openedAt,
    customer_wrote_at: customerWroteAt,
    waiting_since: waitingSince,
    unread,
    failed_sends: failedSends,
    sort_at: sortAt,
    rest,
  }
}

export const conversationFrom = (row: Omit<ConversationRow, 'version'>): Conversation => ({
  accountId: row.account_id,
  conversationId: row.conversation_id,
  contactId: row.contact_id,
  lineId: row.line_id,
  state: row.state,
  assigneeId: row.assignee_id,
  openedAt: row.opened_at,
  customerWroteAt: row.customer_wrote_at,
  waitingSince: row.waiting_since,
  unread: row.unread,
  failedSends: row.failed_sends,
  sortAt: row.sort_at,
  // Rows of before said nothing of it.
  lastFailure: null,
  ...row.rest,
})

export type MessageRow = {
  account_id: AccountId
  message_id: MessageId
  conversation_id: ConversationId
  line_id: LineId
  version: number
  direction: Message['direction']
  at: Instant
  wire_id: string | null
  rest: object
}

export function messageRow(message: Message) {
  const { accountId, messageId, conversationId, lineId, direction, at, wireId, ...rest } = message
  return {
    account_id: accountId,
    message_id: messageId,
    conversation_id: conversationId,
    line_id: lineId,
    direction,
    at: at,
    wire_id: wireId,
    rest,
  }
}

/** `rest` of a row with this direction was written by `messageRow` from a message of this direction. */
export const messageFrom = (row: Omit<MessageRow, 'version'>): Message =>
  ({
    accountId: row.account_id,
    messageId: row.message_id,
    conversationId: row.conversation_id,
    lineId: row.line_id,
    direction: row.direction,
    at: row.at,
    wireId: row.wire_id,
    ...row.rest,
  }) as Message

export type WireRefRow = {
  account_id: AccountId
  line_id: LineId
  wire_id: string
  version: number
  message_id: MessageId | null
  parked: readonly Command[] | null
}

export const wireRefRow = (row: WireRow) => ({
  account_id: row.accountId,
  line_id: row.ref.lineId,
  wire_id: row.ref.wireId,
  message_id: row.messageId,
  parked: row.parked.length === 0 ? null : row.parked,
})

export const wireFrom = (row: WireRefRow): WireRow => ({
  accountId: row.account_id,
  ref: { lineId: row.line_id, wireId: row.wire_id },
  version: row.version,
  messageId: row.message_id,
  parked: row.parked ?? [],
})

export type EffectRow = {
  account_id: AccountId
  effect_id: EffectId
  due_at: Instant
  attempts: number
  rest: object
}

export function effectRow(effect: Effect) {
  const { accountId, effectId, dueAt, attempts, ...rest } = effect
  return {
    account_id: accountId,
    effect_id: effectId,
    kind: effect.kind,
    priority: priorityOf(effect),
    due_at: dueAt,
    attempts,
    rest,
  }
}

export const effectFrom = (row: EffectRow): Effect =>
  ({
    accountId: row.account_id,
    effectId: row.effect_id,
    dueAt: row.due_at,
    attempts: row.attempts,
    ...row.rest,
  }) as Effect

export type FactRow = { account_id: AccountId; seq: number; at: Instant; rest: object }

export function factRow(fact: Fact) {
  const { accountId, seq, at, ...rest } = fact
  return {
    account_id: accountId,
    seq,
    at: at,
    kind: fact.kind,
    conversation_id: 'conversationId' in fact ? fact.conversationId : null,
    marks: marksOf(fact),
    message_id: fact.kind === 'message-progressed' ? fact.messageId : null,
    rest,
  }
}

export const factFrom = (row: FactRow): Fact =>
  ({ accountId: row.account_id, seq: row.seq, at: row.at, ...row.rest }) as Fact
