import type pg from 'pg'
import type { Outgoing, MessageKey } from '../views/views.ts'
import { contactFrom, type ContactRow, messageFrom, type MessageRow } from './rows.ts'
import { alone, json, statement } from './transaction.ts'

/** Messages that are about to be sent, many at once. */
export async function outgoing(pool: pg.Pool, messages: readonly MessageKey[]): Promise<readonly Outgoing[]> {
  const ids = messages.map(({ messageId }) => messageId).sort()
  const wanted = json(messages.map(({ accountId, messageId }) => ({ account_id: accountId, message_id: messageId })))
  const values = [wanted, ids[0] ?? '', ids.at(-1) ?? '']
  const accounts = [...new Set(messages.map(({ accountId }) => accountId))]
  const { rows } = await alone<Row>(pool, accounts, OUTGOING, values)
  return rows.map((row) => ({
    message: messageFrom(row),
    contact: contactFrom({
      account_id: row.account_id,
      contact_id: row.contact_id,
      created_at: row.contact_created_at,
      name: row.contact_name,
      rest: row.contact_rest,
    }),
  }))
}

type Row = Omit<MessageRow, 'version'> & {
  contact_id: ContactRow['contact_id']
  contact_created_at: ContactRow['created_at']
  contact_name: ContactRow['name']
  contact_rest: ContactRow['rest']
}

/** The least and greatest id let the planner leave out the months in which there is nothing. */
const OUTGOING = statement(
  'view-outgoing',
  `select m.account_id, m.message_id, m.conversation_id, m.line_id, m.direction, m.at, m.wire_id, m.rest,
     p.contact_id, p.created_at as contact_created_at, p.name as contact_name, p.rest as contact_rest
   from json_to_recordset($1) as wanted(account_id uuid, message_id uuid)
   join message m on (m.account_id, m.message_id) = (wanted.account_id, wanted.message_id)
     and m.message_id between $2 and $3
   join conversation c on (c.account_id, c.conversation_id) = (m.account_id, m.conversation_id)
   join contact p on (p.account_id, p.contact_id) = (c.account_id, c.contact_id)`,
)
