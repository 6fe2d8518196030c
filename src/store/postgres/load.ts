import type pg from 'pg'
import { isUuid } from '#base/ids.ts'
import type { AccountId, ContactId, ConversationId, LineId, MessageId } from '#core/account/account.ts'
import type { Address } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { contactLineKey, emptyWorld, type Needs, templateKey, type World } from '#core/loop/world.ts'
import type { Message } from '#core/message/message.ts'
import type { Loaded } from '../ledger.ts'
import { noVersions, placeContact, placeMessage, placeWire, type Versions, type WireRow } from '../staged.ts'
import {
  ADDRESSES,
  ask,
  CLIENTS,
  CONTACTS,
  CONVERSATIONS,
  COUNTERS,
  MESSAGES,
  NEWEST,
  TEMPLATES,
  WIRES,
} from './questions.ts'
import type { Era, Recent } from './recent.ts'
import { contactFrom, conversationFrom, messageFrom, wireFrom } from './rows.ts'
import { inSnapshot, type Run, together } from './transaction.ts'

/**
 * Loads all worlds of a batch together, in four steps of set-based statements, all seeing one moment: what keys lead to;
 * messages; conversations; contacts. A row lands in the world of its own account, whoever asked for it. What is at hand
 * is not read again, if the account's newest fact is still the one it belongs to, before our own commit under way or
 * after it; else all is read once that commit has ended.
 */
export async function load(
  pool: pg.Pool,
  recent: Recent,
  needs: readonly Needs[],
  underWay: () => Promise<unknown>,
): Promise<Loaded> {
  const accounts = needs.map(({ accountId }) => accountId)
  const twice = accounts.find((accountId, index) => accounts.indexOf(accountId) !== index)
  if (twice !== undefined) throw new Error(`The needs hold two entries for account ${twice}; expected one each.`)
  if (needs.length === 0) return { worlds: [], versions: [] }
  for (;;) {
    if (accounts.some((accountId) => recent.eraOf(accountId) === null)) await underWay()
    const places = new Map<AccountId, Place>()
    for (const accountId of accounts) {
      const era = recent.eraOf(accountId)
      places.set(accountId, {
        ...{ world: emptyWorld(accountId), known: noVersions(), era },
        ...{ seq: era?.seq ?? 0, coming: era?.coming ?? 0 },
        asked: { addresses: [], pairs: [] },
      })
    }
    const at = (accountId: AccountId) => {
      const place = places.get(accountId)
      if (place) return place
      throw new Error(`A row of account ${accountId} was loaded without being asked for.`)
    }
    const seqs = await inSnapshot(pool, accounts, (run) => loadInto(at, run, recent, needs))
    const outdated = [...places.values()].filter(({ era, seq, coming, world }) => {
      const newest = seqs.get(world.accountId)
      return era && newest !== seq && newest !== seq + coming
    })
    if (outdated.length > 0) {
      recent.forget(outdated.map(({ world }) => world.accountId))
      continue
    }
    const all = [...places.values()]
    for (const { era, world, known, asked } of all) {
      const seq = seqs.get(world.accountId)
      if (seq !== undefined) recent.loaded(era, world, known, asked, seq)
    }
    return { worlds: all.map(({ world }) => world), versions: all.map(({ known }) => known) }
  }
}

/** `seq`: the fact number the rows at hand belong to, when the loading began, once `coming` more are committed. */
type Place = {
  readonly world: World
  readonly known: Versions
  readonly era: Era | null
  readonly seq: number
  readonly coming: number
  readonly asked: { readonly addresses: Address[]; readonly pairs: string[] }
}
type At = (accountId: AccountId) => Place
type Key = { account_id: AccountId; id: string }
type ContactKey = { account_id: AccountId; contact_id: ContactId }
type AddressKey = Address & { account_id: AccountId; line_id: LineId | null }
type WireKey = { account_id: AccountId; line_id: LineId; wire_id: string }
type PairKey = ContactKey & { line_id: LineId }

/** Answers the number of each account's newest fact at the moment that was seen. */
async function loadInto(
  at: At,
  run: Run,
  recent: Recent,
  needs: readonly Needs[],
): Promise<ReadonlyMap<AccountId, number>> {
  const [messages, conversations, contacts] = [new Map<string, Key>(), new Map<string, Key>(), new Map<string, Key>()]
  const pairs = new Map<string, PairKey>()
  /** Conversations whose being the newest matters: asked for by id. */
  const asked = new Set<string>()

  const addContact = (accountId: AccountId, id: ContactId) => {
    const { era, world, known } = at(accountId)
    if (world.contacts.has(id)) return
    const kept = era && recent.contact(era, id)
    if (kept) placeContact(world, known, kept.row, kept.version)
    else add(contacts, accountId, id)
  }
  const addConversation = (accountId: AccountId, id: ConversationId, isAsked: boolean) => {
    const { era, world } = at(accountId)
    if (isAsked) asked.add(id)
    const placed = world.conversations.get(id)
    if (placed) return isAsked ? addPair(accountId, placed.contactId, placed.lineId) : undefined
    const kept = era && recent.conversation(era, id)
    if (kept) placeConversation(at(accountId), kept.row, kept.version)
    else add(conversations, accountId, id)
  }
  const placeConversation = ({ world, known }: Place, row: Conversation, version: number) => {
    world.conversations.set(row.conversationId, row)
    known.conversations.set(row.conversationId, version)
    addContact(row.accountId, row.contactId)
    if (asked.has(row.conversationId)) addPair(row.accountId, row.contactId, row.lineId)
  }
  const addMessage = (accountId: AccountId, id: MessageId) => {
    const { era, world } = at(accountId)
    if (world.messages.has(id)) return
    const kept = era && recent.message(era, id)
    if (kept) placeFound(accountId, kept.row, kept.version)
    else add(messages, accountId, id)
  }
  const placeFound = (accountId: AccountId, message: Message, version: number) => {
    const { world, known } = at(accountId)
    placeMessage(world, known, message, version)
    addConversation(accountId, message.conversationId, false)
  }
  const addPair = (accountId: AccountId, contact_id: ContactId, line_id: LineId) => {
    const { era, world } = at(accountId)
    const pair = contactLineKey(contact_id, line_id)
    const kept = era ? recent.newest(era, pair) : undefined
    // A conversation may be another contact's since.
    const isTheirs = kept && era && recent.conversation(era, kept)?.row.contactId === contact_id
    if (kept === undefined || (kept !== null && !isTheirs)) {
      if (isUuid(contact_id)) pairs.set(pair, { account_id: accountId, contact_id, line_id })
    } else if (kept !== null) {
      world.conversationByContact.set(pair, kept)
      addConversation(accountId, kept, false)
    }
  }
  const lead = (accountId: AccountId, contactId: ContactId, lineId: LineId | null) => {
    addContact(accountId, contactId)
    if (lineId !== null) addPair(accountId, contactId, lineId)
  }
  const addWire = (row: WireRow) => {
    const { world, known } = at(row.accountId)
    placeWire(world, known, row)
    if (row.messageId !== null) addMessage(row.accountId, row.messageId)
  }

  const unknown = { addresses: [] as AddressKey[], wires: [] as WireKey[] }
  for (const { accountId, ...need } of needs) {
    const { era, asked: looked } = at(accountId)
    for (const { address, lineId } of need.addresses) {
      const kept = era ? recent.address(era, address) : undefined
      if (kept === undefined) {
        looked.addresses.push(address)
        unknown.addresses.push({ account_id: accountId, ...address, line_id: lineId })
      } else if (kept !== null) lead(accountId, kept, lineId)
    }
    for (const ref of need.wireIds) {
      const kept = era && recent.wire(era, ref)
      if (kept) addWire(kept)
      else unknown.wires.push({ account_id: accountId, line_id: ref.lineId, wire_id: ref.wireId })
    }
    for (const id of need.messages) addMessage(accountId, id)
    for (const id of need.conversations) addConversation(accountId, id, true)
    for (const { contactId, lineId } of need.contacts) lead(accountId, contactId, lineId)
  }

  const [counters, addresses, wires, clients, templates] = await together([
    ask(run, COUNTERS, needs.map(accountOf)),
    ask(run, ADDRESSES, unknown.addresses),
    ask(run, WIRES, unknown.wires),
    ask(run, CLIENTS, clientsOf(needs)),
    ask(run, TEMPLATES, templatesOf(needs)),
  ])
  for (const { account_id, contact_id, line_id } of addresses) lead(account_id, contact_id, line_id)
  for (const row of wires) addWire(wireFrom(row))
  for (const row of clients) addMessage(row.account_id, row.message_id)
  for (const row of templates) at(row.account_id).world.templates.set(templateKey(row.rest), row.rest)

  const ids = [...messages.values()].map(({ id }) => id).sort()
  for (const row of await ask(run, MESSAGES, [...messages.values()], ids[0], ids.at(-1))) {
    placeFound(row.account_id, messageFrom(row), row.version)
  }
  for (const row of await ask(run, CONVERSATIONS, [...conversations.values()])) {
    placeConversation(at(row.account_id), conversationFrom(row), row.version)
  }
  const [newest, people] = await together([
    ask(run, NEWEST, [...pairs.values()]),
    ask(run, CONTACTS, [...contacts.values()]),
  ])
  for (const { account_id, contact_id, line_id } of pairs.values()) {
    at(account_id).asked.pairs.push(contactLineKey(contact_id, line_id))
  }
  for (const row of newest) {
    const { world, known } = at(row.account_id)
    world.conversations.set(row.conversation_id, conversationFrom(row))
    known.conversations.set(row.conversation_id, row.version)
    world.conversationByContact.set(contactLineKey(row.contact_id, row.line_id), row.conversation_id)
  }
  for (const row of people) {
    const { world, known } = at(row.account_id)
    placeContact(world, known, contactFrom(row), row.version)
  }
  return new Map(counters.map(({ account_id, fact_seq }) => [account_id, fact_seq]))
}

function add(keys: Map<string, Key>, account_id: AccountId, id: string): void {
  if (isUuid(id)) keys.set(`${account_id}:${id}`, { account_id, id })
}

const clientsOf = (needs: readonly Needs[]) =>
  needs.flatMap(({ accountId, clientKeys }) => clientKeys.map((client_key) => ({ account_id: accountId, client_key })))

const templatesOf = (needs: readonly Needs[]) =>
  needs.flatMap(({ accountId, templates }) =>
    templates.map(({ groupKey, name, language }) => ({ account_id: accountId, group_key: groupKey, name, language })),
  )

const accountOf = ({ accountId }: Needs) => ({ account_id: accountId })
