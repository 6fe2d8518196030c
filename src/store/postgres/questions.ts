import type { AccountId, ContactId, LineId, MessageId } from '#core/account/account.ts'
import type { Template } from '#core/template/template.ts'
import { type Columns, columns } from './columns.ts'
import type { ContactRow, ConversationRow, MessageRow, WireRefRow } from './rows.ts'
import { type Run, type Statement, statement } from './transaction.ts'

/** A statement that answers rows for a list of keys. */
type Question<Row extends object, Wanted> = {
  readonly what: Statement
  readonly wanted: Columns<Wanted>
  /** Only the compiler's: what it answers. */
  readonly row?: Row
}

const question =
  <Row extends object>() =>
  <Wanted>(wanted: Columns<Wanted>, what: Statement): Question<Row, Wanted> => ({ wanted, what })

/** Nothing to ask for needs no round trip. */
export async function ask<Row extends object, Wanted>(
  run: Run,
  { what, wanted }: Question<Row, Wanted>,
  list: readonly Wanted[],
  ...before: readonly (string | undefined)[]
): Promise<readonly Row[]> {
  if (list.length === 0) return []
  return (await run<Row>(what, [...before.map((value) => value ?? null), ...wanted.values(list)])).rows
}

const ACCOUNT = columns({ account_id: 'uuid' })
const ADDRESS = columns({ account_id: 'uuid', channel: 'text', kind: 'text', value: 'text', line_id: 'uuid' })
const WIRE = columns({ account_id: 'uuid', line_id: 'uuid', wire_id: 'text' })
const CLIENT = columns({ account_id: 'uuid', client_key: 'text' })
const TEMPLATE = columns({ account_id: 'uuid', group_key: 'text', name: 'text', language: 'text' })
const KEY = columns({ account_id: 'uuid', id: 'uuid' })
const PAIR = columns({ account_id: 'uuid', contact_id: 'uuid', line_id: 'uuid' })

export const COUNTERS = question<{ account_id: AccountId; fact_seq: number }>()(
  ACCOUNT,
  statement(
    'load-counters',
    `select account_id, fact_seq
     from ${ACCOUNT.from()} join account_counter using (account_id)`,
  ),
)
export const ADDRESSES = question<{ account_id: AccountId; contact_id: ContactId; line_id: LineId | null }>()(
  ADDRESS,
  statement(
    'load-addresses',
    `select distinct row.account_id, row.line_id, address.contact_id
     from ${ADDRESS.from()}
     join address using (account_id, channel, kind, value)`,
  ),
)
export const WIRES = question<WireRefRow>()(
  WIRE,
  statement(
    'load-wires',
    `select distinct on (account_id, line_id, wire_id) account_id, line_id, wire_id, version, message_id, parked
     from ${WIRE.from()}
     join wire_ref using (account_id, line_id, wire_id)`,
  ),
)
export const CLIENTS = question<{ account_id: AccountId; message_id: MessageId }>()(
  CLIENT,
  statement(
    'load-clients',
    `select account_id, message_id from ${CLIENT.from()}
     join client_ref using (account_id, client_key)`,
  ),
)
export const TEMPLATES = question<{ account_id: AccountId; rest: Template }>()(
  TEMPLATE,
  statement(
    'load-templates',
    `select account_id, template.rest
     from ${TEMPLATE.from()}
     join template using (account_id, group_key, name, language)`,
  ),
)
/** The least and greatest id let the planner leave out the months in which there is nothing to find. */
export const MESSAGES = question<MessageRow>()(
  KEY,
  statement(
    'load-messages',
    `select m.account_id, message_id, conversation_id, line_id, version, direction, at, wire_id, rest
     from ${KEY.from(3)} join message m on (m.account_id, m.message_id) = (row.account_id, row.id)
     where m.message_id between $1 and $2`,
  ),
)
const CONVERSATION = `c.account_id, conversation_id, c.contact_id, c.line_id, version, state, assignee_id, opened_at,
  customer_wrote_at, waiting_since, unread, failed_sends, sort_at, rest`
export const CONVERSATIONS = question<ConversationRow>()(
  KEY,
  statement(
    'load-conversations',
    `select ${CONVERSATION} from ${KEY.from()}
     join conversation c on (c.account_id, c.conversation_id) = (row.account_id, row.id)`,
  ),
)
/** The open one, of which there is at most one; else the one opened last. */
export const NEWEST = question<ConversationRow>()(
  PAIR,
  statement(
    'load-newest-conversations',
    `select newest.*
     from ${PAIR.from()}
     cross join lateral (
       (select ${CONVERSATION} from conversation c
        where (c.account_id, c.contact_id, c.line_id) = (row.account_id, row.contact_id, row.line_id)
          and state = 'open')
       union all
       (select ${CONVERSATION} from conversation c
        where (c.account_id, c.contact_id, c.line_id) = (row.account_id, row.contact_id, row.line_id)
          and state = 'resolved' and c.rest -> 'continuedBy' is null
        order by opened_at desc, conversation_id desc limit 1)
       limit 1
     ) as newest`,
  ),
)
export const CONTACTS = question<ContactRow>()(
  KEY,
  statement(
    'load-contacts',
    `select c.account_id, contact_id, version, created_at, name, rest
     from ${KEY.from()} join contact c on (c.account_id, c.contact_id) = (row.account_id, row.id)`,
  ),
)
