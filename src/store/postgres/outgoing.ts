import type pg from 'pg'
import { type Duration, minutes } from '#base/time.ts'
import type { ContactId } from '#core/account/account.ts'
import { facing } from '#core/contact/part.ts'
import type { Outgoing, MessageKey } from '../views/views.ts'
import { contactFrom, type ContactRow, messageFrom, type MessageRow } from './rows.ts'
import { alone, json, statement } from './transaction.ts'

/**
 * Longer than another process's hold on an effect lasts: what a crash left behind goes before what was written later. Not
 * longer, so that nothing waits for ever for what never leaves.
 */
const BEHIND_FOR: Duration = minutes(1)

/** Messages that are about to be sent, many at once; each contact as the part of them that the message is to. */
export async function outgoing(pool: pg.Pool, messages: readonly MessageKey[]): Promise<readonly Outgoing[]> {
  const ids = messages.map(({ messageId }) => messageId).sort()
  const wanted = json(messages.map(({ accountId, messageId }) => ({ account_id: accountId, message_id: messageId })))
  const values = [wanted, ids[0] ?? '', ids.at(-1) ?? '', BEHIND_FOR / 1000]
  const accounts = [...new Set(messages.map(({ accountId }) => accountId))]
  const { rows } = await alone<Row>(pool, accounts, OUTGOING, values)
  return rows.map((row) => ({
    message: messageFrom(row),
    contact: facing(
      contactFrom({
        account_id: row.account_id,
        contact_id: row.contact_id,
        created_at: row.contact_created_at,
        name: row.contact_name,
        rest: row.contact_rest,
      }),
      row.part_id ?? undefined,
    ),
    isBehind: row.is_behind,
  }))
}

type Row = Omit<MessageRow, 'version'> & {
  contact_id: ContactRow['contact_id']
  contact_created_at: ContactRow['created_at']
  contact_name: ContactRow['name']
  contact_rest: ContactRow['rest']
  part_id: ContactId | null
  is_behind: boolean
}

/** The least and greatest id let the planner leave out the months in which there is nothing. */
const OUTGOING = statement(
  'view-outgoing',
  `select m.account_id, m.message_id, m.conversation_id, m.line_id, m.direction, m.at, m.wire_id, m.rest,
     p.contact_id, p.created_at as contact_created_at, p.name as contact_name, p.rest as contact_rest,
     c.rest ->> 'of' as part_id,
     exists (select from message before
       where (before.account_id, before.conversation_id) = (m.account_id, m.conversation_id)
         and before.at > m.at - make_interval(secs => $4)
         and (before.at, before.message_id) < (m.at, m.message_id) and before.direction = 'out'
         and before.rest ->> 'status' = 'queued' and before.rest -> 'right' ->> 'kind' is distinct from 'deferred'
         and before.rest -> 'author' ->> 'kind' = m.rest -> 'author' ->> 'kind') as is_behind
   from json_to_recordset($1) as wanted(account_id uuid, message_id uuid)
   join message m on (m.account_id, m.message_id) = (wanted.account_id, wanted.message_id)
     and m.message_id between $2 and $3
   join conversation c on (c.account_id, c.conversation_id) = (m.account_id, m.conversation_id)
   join contact p on (p.account_id, p.contact_id) = (c.account_id, c.contact_id)`,
)
