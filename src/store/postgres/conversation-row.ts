import type { Instant } from '#base/time.ts'
import type { ContactId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import { withTick } from '#core/conversation/reduce.ts'
import type { MessageStatus } from '#core/message/status.ts'
import type { ConversationRow } from '../views/views.ts'
import { contactFrom, type ContactRow, conversationFrom, type ConversationRow as ConversationColumns } from './rows.ts'

/**
 * How far the last message came stands with the message (src/core/loop/apply.ts). Its id is taken out of the row in a
 * materialized step: PostgreSQL looks nothing up by what is computed on the way behind the wall of row-level security.
 */
export const LAST_MESSAGE = `(c.rest -> 'lastMessage' ->> 'messageId')::uuid as last_message_id,
  (c.rest -> 'lastMessage' ->> 'writerId')::uuid as last_writer_id`
/** The conversations `chosen` with what the list shows beside them. */
export const SHOWN = `select c.account_id, c.conversation_id, c.contact_id, c.line_id, c.state, c.assignee_id,
    c.opened_at, c.customer_wrote_at, c.waiting_since, c.unread, c.failed_sends, c.sort_at, c.rest,
    p.created_at as contact_created_at, p.name as contact_name, p.rest as contact_rest, m.rest ->> 'status' as last_status,
    w.contact_id as writer_id, w.created_at as writer_created_at, w.name as writer_name, w.rest as writer_rest
  from chosen c join contact p using (account_id, contact_id)
  left join message m on (m.account_id, m.message_id) = (c.account_id, c.last_message_id)
  left join contact w on (w.account_id, w.contact_id) = (c.account_id, c.last_writer_id)`

export type JoinedRow = Omit<ConversationColumns, 'version'> & {
  contact_created_at: Instant
  contact_name: string | null
  contact_rest: ContactRow['rest']
  last_status: MessageStatus | null
  writer_id: ContactId | null
  writer_created_at: Instant
  writer_name: string | null
  writer_rest: ContactRow['rest']
}

export const conversationRowFrom = (row: JoinedRow): ConversationRow => ({
  conversation: withTick(conversationFrom(row), row.last_status),
  contact: contactFrom({
    account_id: row.account_id,
    contact_id: row.contact_id,
    created_at: row.contact_created_at,
    name: row.contact_name,
    rest: row.contact_rest,
  }),
  writer: writerFrom(row),
})

/** Of a group: who wrote the last message. */
const writerFrom = ({ writer_id, ...row }: JoinedRow): Contact | null =>
  writer_id === null
    ? null
    : contactFrom({
        account_id: row.account_id,
        contact_id: writer_id,
        created_at: row.writer_created_at,
        name: row.writer_name,
        rest: row.writer_rest,
      })
