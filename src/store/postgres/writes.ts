import type { Changes } from '../ledger.ts'
import type { Staged } from '../staged.ts'
import { type Columns, columns } from './columns.ts'
import { contactRow, conversationRow, type effectRow, messageRow, wireRefRow } from './rows.ts'
import { setAsideWrites } from './set-aside-writes.ts'
import { type Statement, statement, type Value } from './transaction.ts'

/** One statement of a commit. `rows`: how many it must find or add, null when any number will do. */
export type Write = {
  readonly what: Statement
  readonly values: readonly Value[]
  readonly rows: number | null
  /** Finding fewer means that the reader's lease is lost, rather than a race about rows. */
  readonly fences?: true
}

/** Everything a commit writes before its facts, in an order that keeps foreign keys and never deadlocks by design. */
export function writesOf(staged: Staged, changes: Changes, effects: readonly ReturnType<typeof effectRow>[]): Write[] {
  const writes: Write[] = []
  const add = <Row>(what: Statement, { values }: Columns<Row>, list: readonly Row[], ...before: readonly Value[]) => {
    if (list.length > 0) writes.push({ what, values: [...before, ...values(list)], rows: list.length })
  }
  const versioned = <Row, Flat>(list: readonly { row: Row; version: number }[], rowOf: (row: Row) => Flat) =>
    list.map(({ row, version }) => ({ ...rowOf(row), version }))
  const { contacts, relied, conversations, messages, wires, addresses } = staged

  const { position } = changes
  if (position) {
    const { lease, from, after } = position
    const values = [lease.shard, lease.holder, lease.fence, after.xid, after.id, from.xid, from.id]
    writes.push({ what: MOVE_POSITION, values, rows: 1, fences: true })
  }
  add(
    RELY_ON_CONTACTS,
    RELIED,
    relied.map(({ accountId, contactId, version }) => ({ account_id: accountId, contact_id: contactId, version })),
  )
  add(ADD_CONTACTS, CONTACT, contacts.added.map(contactRow))
  add(CHANGE_CONTACTS, CHANGED_CONTACT, versioned(contacts.changed, contactRow))
  const rows = addresses.map(({ accountId, address, from, to }) => ({ account_id: accountId, ...address, from, to }))
  add(
    DROP_ADDRESSES,
    ADDRESS,
    rows.filter(({ to }) => to === null),
  )
  add(
    MOVE_ADDRESSES,
    ADDRESS,
    rows.filter(({ from, to }) => from !== null && to !== null),
  )
  add(
    ADD_ADDRESSES,
    ADDRESS,
    rows.filter(({ from }) => from === null),
  )
  add(CHANGE_CONVERSATIONS, CHANGED_CONVERSATION, versioned(conversations.changed, conversationRow))
  add(ADD_CONVERSATIONS, CONVERSATION, conversations.added.map(conversationRow))
  add(ADD_MESSAGES, MESSAGE, messages.added.map(messageRow))
  const ids = messages.changed.map(({ row }) => row.messageId).sort()
  const changed = versioned(messages.changed, messageRow)
  add(CHANGE_MESSAGES, CHANGED_MESSAGE, changed, ids[0] ?? '', ids.at(-1) ?? '')
  add(ADD_WIRES, WIRE, wires.added.map(wireRefRow))
  add(CHANGE_WIRES, CHANGED_WIRE, versioned(wires.changed, wireRefRow))
  add(
    ADD_CLIENT_KEYS,
    CLIENT_KEY,
    staged.clientRefs.map((ref) => ({
      account_id: ref.accountId,
      client_key: ref.clientKey,
      message_id: ref.messageId,
    })),
  )
  add(ADD_EFFECTS, EFFECT, effects)
  if (changes.finished.length > 0) writes.push(finish(changes.finished))
  writes.push(...setAsideWrites(changes.setAside, changes.now))
  return writes
}

/** Effects that are gone already, finished by a twin, are no conflict. */
export const finish = (effects: Changes['finished']): Write => ({
  what: FINISH_EFFECTS,
  values: EFFECT_KEY.values(effects.map(({ accountId, effectId }) => ({ account_id: accountId, effect_id: effectId }))),
  rows: null,
})

/** From where it was read: nothing is passed over, and a batch whose answer was lost is not committed again. */
const MOVE_POSITION = statement(
  'commit-position',
  `update delivery_lease set xid = $4::xid8, id = $5::bigint
   where shard = $1 and holder = $2 and fence = $3::bigint and (xid, id) = ($6::xid8, $7::bigint)`,
)

const VERSION = { version: 'int' } as const

const CONTACT_TYPES = {
  account_id: 'uuid',
  contact_id: 'uuid',
  created_at: 'timestamptz',
  name: 'text',
  search: 'text',
  rest: 'json',
} as const
const CONTACT = columns(CONTACT_TYPES)
const CHANGED_CONTACT = columns({ ...CONTACT_TYPES, ...VERSION })
const ADD_CONTACTS = statement(
  'commit-add-contacts',
  `insert into contact (${CONTACT.names}) select * from ${CONTACT.from()}`,
)
const CHANGE_CONTACTS = statement(
  'commit-change-contacts',
  `update contact set version = contact.version + 1, name = row.name, search = row.search, rest = row.rest
   from ${CHANGED_CONTACT.from()}
   where (contact.account_id, contact.contact_id) = (row.account_id, row.contact_id) and contact.version = row.version`,
)

const RELIED = columns({ account_id: 'uuid', contact_id: 'uuid', ...VERSION })
/** Nobody changes them before this is committed. */
const RELY_ON_CONTACTS = statement(
  'commit-rely-on-contacts',
  `select from ${RELIED.from()} join contact
     on (contact.account_id, contact.contact_id) = (row.account_id, row.contact_id) and contact.version = row.version
   for share of contact`,
)

const ADDRESS = columns({
  account_id: 'uuid',
  channel: 'text',
  kind: 'text',
  value: 'text',
  from: 'uuid',
  to: 'uuid',
})
const SAME_ADDRESS = `(address.account_id, address.channel, address.kind, address.value)
  = (row.account_id, row.channel, row.kind, row.value)`
const ADD_ADDRESSES = statement(
  'commit-add-addresses',
  `insert into address (account_id, channel, kind, value, contact_id)
   select account_id, channel, kind, value, "to" from ${ADDRESS.from()}`,
)
const MOVE_ADDRESSES = statement(
  'commit-move-addresses',
  `update address set contact_id = row."to" from ${ADDRESS.from()}
   where ${SAME_ADDRESS} and address.contact_id = row."from"`,
)
const DROP_ADDRESSES = statement(
  'commit-drop-addresses',
  `delete from address using ${ADDRESS.from()} where ${SAME_ADDRESS} and address.contact_id = row."from"`,
)

const CONVERSATION_TYPES = {
  account_id: 'uuid',
  conversation_id: 'uuid',
  contact_id: 'uuid',
  line_id: 'uuid',
  state: 'text',
  assignee_id: 'uuid',
  opened_at: 'timestamptz',
  customer_wrote_at: 'timestamptz',
  waiting_since: 'timestamptz',
  unread: 'int',
  failed_sends: 'int',
  sort_at: 'timestamptz',
  rest: 'json',
} as const
const CONVERSATION = columns(CONVERSATION_TYPES)
const CHANGED_CONVERSATION = columns({ ...CONVERSATION_TYPES, ...VERSION })
const ADD_CONVERSATIONS = statement(
  'commit-add-conversations',
  `insert into conversation (${CONVERSATION.names}) select * from ${CONVERSATION.from()}`,
)
const CHANGE_CONVERSATIONS = statement(
  'commit-change-conversations',
  `update conversation set version = conversation.version + 1, contact_id = row.contact_id, state = row.state,
     assignee_id = row.assignee_id, customer_wrote_at = row.customer_wrote_at,
     waiting_since = row.waiting_since, unread = row.unread, failed_sends = row.failed_sends, sort_at = row.sort_at,
     rest = row.rest
   from ${CHANGED_CONVERSATION.from()}
   where (conversation.account_id, conversation.conversation_id) = (row.account_id, row.conversation_id)
     and conversation.version = row.version`,
)

const MESSAGE_TYPES = {
  account_id: 'uuid',
  message_id: 'uuid',
  conversation_id: 'uuid',
  line_id: 'uuid',
  direction: 'text',
  at: 'timestamptz',
  wire_id: 'text',
  rest: 'json',
} as const
const MESSAGE = columns(MESSAGE_TYPES)
const CHANGED_MESSAGE = columns({ ...MESSAGE_TYPES, ...VERSION })
const ADD_MESSAGES = statement(
  'commit-add-messages',
  `insert into message (${MESSAGE.names}) select * from ${MESSAGE.from()}`,
)
/** The least and greatest id let the planner leave out the months in which there is nothing to change. */
const CHANGE_MESSAGES = statement(
  'commit-change-messages',
  `update message set version = message.version + 1, wire_id = row.wire_id, rest = row.rest
   from ${CHANGED_MESSAGE.from(3)}
   where (message.account_id, message.message_id) = (row.account_id, row.message_id)
     and message.version = row.version and message.message_id between $1 and $2`,
)

const WIRE_TYPES = { account_id: 'uuid', line_id: 'uuid', wire_id: 'text', message_id: 'uuid', parked: 'json' } as const
const WIRE = columns(WIRE_TYPES)
const CHANGED_WIRE = columns({ ...WIRE_TYPES, ...VERSION })
const ADD_WIRES = statement('commit-add-wires', `insert into wire_ref (${WIRE.names}) select * from ${WIRE.from()}`)
const CHANGE_WIRES = statement(
  'commit-change-wires',
  `update wire_ref set version = wire_ref.version + 1, message_id = row.message_id, parked = row.parked
   from ${CHANGED_WIRE.from()}
   where (wire_ref.account_id, wire_ref.line_id, wire_ref.wire_id) = (row.account_id, row.line_id, row.wire_id)
     and wire_ref.version = row.version`,
)
const CLIENT_KEY = columns({ account_id: 'uuid', client_key: 'text', message_id: 'uuid' })
const ADD_CLIENT_KEYS = statement(
  'commit-add-client-keys',
  `insert into client_ref (${CLIENT_KEY.names}) select * from ${CLIENT_KEY.from()}`,
)

const EFFECT = columns({
  account_id: 'uuid',
  effect_id: 'uuid',
  kind: 'text',
  priority: 'smallint',
  due_at: 'timestamptz',
  attempts: 'int',
  rest: 'json',
})
const ADD_EFFECTS = statement(
  'commit-add-effects',
  `insert into effect (account_id, effect_id, kind, priority, due_at, take_at, attempts, rest)
   select account_id, effect_id, kind, priority, due_at, due_at, attempts, rest from ${EFFECT.from()}`,
)
const EFFECT_KEY = columns({ account_id: 'uuid', effect_id: 'uuid' })
const FINISH_EFFECTS = statement(
  'finish-effects',
  `delete from effect using ${EFFECT_KEY.from()}
   where (effect.account_id, effect.effect_id) = (row.account_id, row.effect_id)`,
)
