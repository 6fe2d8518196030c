import type pg from 'pg'
import { isUuid } from '#base/ids.ts'
import type { AccountId, ContactId, LineId, MessageId } from '#core/account/account.ts'
import { contactLineKey, emptyWorld, type Needs, templateKey, type World } from '#core/loop/world.ts'
import type { Template } from '#core/template/template.ts'
import type { Loaded } from '../ledger.ts'
import { noVersions, placeContact, placeMessage, placeWire, type Versions } from '../staged.ts'
import {
  contactFrom,
  type ContactRow,
  conversationFrom,
  type ConversationRow,
  messageFrom,
  type MessageRow,
  wireFrom,
  type WireRefRow,
} from './rows.ts'
import { inSnapshot, json, type Run, statement, together } from './transaction.ts'

/**
 * Loads all worlds of a batch together, in four steps of set-based statements, all seeing one moment: what keys lead to;
 * messages; conversations; contacts. A row lands in the world of its own account, whoever asked for it.
 */
export async function load(pool: pg.Pool, needs: readonly Needs[]): Promise<Loaded> {
  const places = new Map<AccountId, { world: World; known: Versions }>()
  for (const { accountId } of needs) {
    if (places.has(accountId))
      throw new Error(`The needs hold two entries for account ${accountId}; expected one each.`)
    places.set(accountId, { world: emptyWorld(accountId), known: noVersions() })
  }
  const at = (accountId: AccountId) => {
    const place = places.get(accountId)
    if (place) return place
    throw new Error(`A row of account ${accountId} was loaded without being asked for.`)
  }
  if (needs.length > 0) await inSnapshot(pool, [...places.keys()], (run) => loadInto(at, run, needs))
  const all = [...places.values()]
  return { worlds: all.map(({ world }) => world), versions: all.map(({ known }) => known) }
}

type At = (accountId: AccountId) => { world: World; known: Versions }
type Key = { account_id: AccountId; id: string }
type ContactKey = { account_id: AccountId; contact_id: ContactId }
type PairKey = ContactKey & { line_id: LineId }

async function loadInto(at: At, run: Run, needs: readonly Needs[]): Promise<void> {
  const [messages, conversations, contacts] = [new Map<string, Key>(), new Map<string, Key>(), new Map<string, Key>()]
  const pairs = new Map<string, PairKey>()
  const add = (keys: Map<string, Key>, account_id: AccountId, id: string) => {
    if (isUuid(id)) keys.set(`${account_id}:${id}`, { account_id, id })
  }
  const addPair = ({ account_id, contact_id, line_id }: PairKey) =>
    pairs.set(contactLineKey(contact_id, line_id), { account_id, contact_id, line_id })

  for (const need of needs) {
    for (const id of need.messages) add(messages, need.accountId, id)
    for (const id of need.conversations) add(conversations, need.accountId, id)
    for (const { contactId, lineId } of need.contacts) {
      add(contacts, need.accountId, contactId)
      if (lineId !== null && isUuid(contactId)) {
        addPair({ account_id: need.accountId, contact_id: contactId, line_id: lineId })
      }
    }
  }

  const [addresses, wires, clients, templates] = await together([
    ask<ContactKey & { line_id: LineId | null }>(run, ADDRESSES, addressesOf(needs)),
    ask<WireRefRow>(run, WIRES, wiresOf(needs)),
    ask<{ account_id: AccountId; message_id: MessageId }>(run, CLIENTS, clientsOf(needs)),
    ask<{ account_id: AccountId; rest: Template }>(run, TEMPLATES, templatesOf(needs)),
  ])
  for (const { account_id, contact_id, line_id } of addresses) {
    add(contacts, account_id, contact_id)
    if (line_id !== null) addPair({ account_id, contact_id, line_id })
  }
  for (const row of wires) {
    const { world, known } = at(row.account_id)
    placeWire(world, known, wireFrom(row))
    if (row.message_id !== null) add(messages, row.account_id, row.message_id)
  }
  for (const row of clients) add(messages, row.account_id, row.message_id)
  for (const row of templates) at(row.account_id).world.templates.set(templateKey(row.rest), row.rest)

  const asked = new Set(conversations.keys())
  const ids = [...messages.values()].map(({ id }) => id).sort()
  for (const row of await ask<MessageRow>(run, MESSAGES, [...messages.values()], ids[0], ids.at(-1))) {
    const { world, known } = at(row.account_id)
    placeMessage(world, known, messageFrom(row), row.version)
    add(conversations, row.account_id, row.conversation_id)
  }

  for (const row of await ask<ConversationRow>(run, CONVERSATIONS, [...conversations.values()])) {
    placeConversation(at, row)
    add(contacts, row.account_id, row.contact_id)
    if (asked.has(`${row.account_id}:${row.conversation_id}`)) addPair(row)
  }
  const [newest, people] = await together([
    ask<ConversationRow>(run, NEWEST, [...pairs.values()]),
    ask<ContactRow>(run, CONTACTS, [...contacts.values()]),
  ])
  for (const row of newest) {
    placeConversation(at, row)
    at(row.account_id).world.conversationByContact.set(contactLineKey(row.contact_id, row.line_id), row.conversation_id)
  }
  for (const row of people) {
    const { world, known } = at(row.account_id)
    placeContact(world, known, contactFrom(row), row.version)
  }
}

function placeConversation(at: At, row: ConversationRow): void {
  const { world, known } = at(row.account_id)
  world.conversations.set(row.conversation_id, conversationFrom(row))
  known.conversations.set(row.conversation_id, row.version)
}

/** Nothing to ask for needs no round trip. */
async function ask<Row extends object>(
  run: Run,
  what: ReturnType<typeof statement>,
  list: readonly unknown[],
  ...more: readonly (string | undefined)[]
): Promise<readonly Row[]> {
  return list.length === 0 ? [] : (await run<Row>(what, [json(list), ...more.map((value) => value ?? null)])).rows
}

const addressesOf = (needs: readonly Needs[]) =>
  needs.flatMap(({ accountId, addresses }) =>
    addresses.map(({ address, lineId }) => ({ account_id: accountId, ...address, line_id: lineId })),
  )

const wiresOf = (needs: readonly Needs[]) =>
  needs.flatMap(({ accountId, wireIds }) =>
    wireIds.map(({ lineId, wireId }) => ({ account_id: accountId, line_id: lineId, wire_id: wireId })),
  )

const clientsOf = (needs: readonly Needs[]) =>
  needs.flatMap(({ accountId, clientKeys }) => clientKeys.map((client_key) => ({ account_id: accountId, client_key })))

const templatesOf = (needs: readonly Needs[]) =>
  needs.flatMap(({ accountId, templates }) =>
    templates.map(({ groupKey, name, language }) => ({ account_id: accountId, group_key: groupKey, name, language })),
  )

const ADDRESSES = statement(
  'load-addresses',
  `select distinct wanted.account_id, wanted.line_id, address.contact_id
   from json_to_recordset($1) as wanted(account_id uuid, channel text, kind text, value text, line_id uuid)
   join address using (account_id, channel, kind, value)`,
)
const WIRES = statement(
  'load-wires',
  `select distinct on (account_id, line_id, wire_id) account_id, line_id, wire_id, version, message_id, parked
   from json_to_recordset($1) as wanted(account_id uuid, line_id uuid, wire_id text)
   join wire_ref using (account_id, line_id, wire_id)`,
)
const CLIENTS = statement(
  'load-clients',
  `select account_id, message_id from json_to_recordset($1) as wanted(account_id uuid, client_key text)
   join client_ref using (account_id, client_key)`,
)
const TEMPLATES = statement(
  'load-templates',
  `select account_id, template.rest
   from json_to_recordset($1) as wanted(account_id uuid, group_key text, name text, language text)
   join template using (account_id, group_key, name, language)`,
)
/** The least and greatest id let the planner leave out the months in which there is nothing to find. */
const MESSAGES = statement(
  'load-messages',
  `select m.account_id, message_id, conversation_id, line_id, version, direction, at, wire_id, rest
   from json_to_recordset($1) as wanted(account_id uuid, id uuid)
   join message m on (m.account_id, m.message_id) = (wanted.account_id, wanted.id)
   where m.message_id between $2 and $3`,
)
const CONVERSATION = `c.account_id, conversation_id, c.contact_id, c.line_id, version, state, assignee_id, opened_at,
  customer_wrote_at, waiting_since, unread, failed_sends, sort_at, rest`
const CONVERSATIONS = statement(
  'load-conversations',
  `select ${CONVERSATION} from json_to_recordset($1) as wanted(account_id uuid, id uuid)
   join conversation c on (c.account_id, c.conversation_id) = (wanted.account_id, wanted.id)`,
)
const NEWEST = statement(
  'load-newest-conversations',
  `select newest.*
   from json_to_recordset($1) as wanted(account_id uuid, contact_id uuid, line_id uuid)
   cross join lateral (
     select ${CONVERSATION} from conversation c
     where (c.account_id, c.contact_id, c.line_id) = (wanted.account_id, wanted.contact_id, wanted.line_id)
     order by state = 'open' desc, opened_at desc, conversation_id desc
     limit 1
   ) as newest`,
)
const CONTACTS = statement(
  'load-contacts',
  `select c.account_id, contact_id, version, created_at, name, rest
   from json_to_recordset($1) as wanted(account_id uuid, id uuid)
   join contact c on (c.account_id, c.contact_id) = (wanted.account_id, wanted.id)`,
)
