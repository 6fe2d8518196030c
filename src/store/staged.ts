import type { AccountId, ContactId, ConversationId, MessageId } from '#core/account/account.ts'
import { type Address, addressKey, type Contact } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { Command } from '#core/loop/command.ts'
import { type WireRef, wireKey, type World } from '#core/loop/world.ts'
import type { Message } from '#core/message/message.ts'
import type { Loaded } from './ledger.ts'

/** What a ledger remembers of the rows it loaded for one world. What is missing here was not there. */
export type Versions = {
  readonly contacts: Map<ContactId, number>
  readonly conversations: Map<ConversationId, number>
  readonly messages: Map<MessageId, { readonly version: number; readonly wireId: string | null }>
  readonly addresses: Map<string, ContactId>
  readonly wires: Map<string, WireRow>
}

/** What is known under an id on the wire: a message, or commands that wait for it. */
export type WireRow = {
  readonly accountId: AccountId
  readonly ref: WireRef
  readonly version: number
  readonly messageId: MessageId | null
  readonly parked: readonly Command[]
}

/** The rows a commit writes, and those it only relies on. `changed` ones carry the version they were read at, and must still have it. */
export type Staged = {
  readonly contacts: Writes<Contact>
  /** Contacts that are not written and must still have the version they were read at. */
  readonly relied: readonly Relied[]
  readonly conversations: Writes<Conversation>
  readonly messages: Writes<Message>
  readonly wires: Writes<WireRow>
  readonly addresses: readonly AddressWrite[]
  /** Client keys of new messages. */
  readonly clientRefs: readonly {
    readonly accountId: AccountId
    readonly clientKey: string
    readonly messageId: MessageId
  }[]
}
export type Writes<Row> = { readonly added: Row[]; readonly changed: { readonly row: Row; readonly version: number }[] }
export type Relied = { readonly accountId: AccountId; readonly contactId: ContactId; readonly version: number }
/** The address belonged to `from` when loaded and belongs to `to` from now on; null: to nobody. */
export type AddressWrite = {
  readonly accountId: AccountId
  readonly address: Address
  readonly from: ContactId | null
  readonly to: ContactId | null
}

export const noVersions = (): Versions => ({
  contacts: new Map(),
  conversations: new Map(),
  messages: new Map(),
  addresses: new Map(),
  wires: new Map(),
})

/** Reads out of the worlds what has to be written. Rows of every list are in the order of their ids: a common order of locks. */
export function stage(loaded: Loaded): Staged {
  const versions = loaded.versions as readonly Versions[]
  const staged = {
    contacts: noWrites<Contact>(),
    relied: [] as Relied[],
    conversations: noWrites<Conversation>(),
    messages: noWrites<Message>(),
    wires: noWrites<WireRow>(),
    addresses: [] as AddressWrite[],
    clientRefs: [] as Staged['clientRefs'][number][],
  }
  loaded.worlds.forEach((world, index) => {
    const known = versions[index] ?? noVersions()
    const { changed } = world
    put(staged.contacts, changed.contacts, world.contacts, (id) => known.contacts.get(id))
    put(staged.conversations, changed.conversations, world.conversations, (id) => known.conversations.get(id))
    put(staged.messages, changed.messages, world.messages, (id) => known.messages.get(id)?.version)
    for (const id of changed.messages) {
      const message = world.messages.get(id)
      if (message?.direction === 'out' && !known.messages.has(id)) {
        staged.clientRefs.push({ accountId: world.accountId, clientKey: message.clientKey, messageId: id })
      }
    }
    for (const contactId of [...world.relied].sort()) {
      const version = known.contacts.get(contactId)
      if (version === undefined || changed.contacts.has(contactId)) continue
      staged.relied.push({ accountId: world.accountId, contactId, version })
    }
    putAddresses(staged.addresses, world, known)
    putWires(staged.wires, world, known)
  })
  // An open conversation gives way, or leaves with a part, before another of the same contact and line takes its place.
  const ranks = new Map(loaded.worlds.flatMap(ranksOf))
  const rankOf = ({ row }: { readonly row: Conversation }): number => ranks.get(row.conversationId) ?? 0
  staged.conversations.changed.sort((a, b) => rankOf(a) - rankOf(b))
  return staged
}

/** What is not open comes first; open ones of contacts that changed come last, in the order in which they were decided. */
const ranksOf = ({ changed, conversations }: World): (readonly [ConversationId, number])[] =>
  [...changed.conversations].map((id, index) => {
    const row = conversations.get(id)
    if (row?.state !== 'open') return [id, 0]
    return [id, changed.contacts.has(row.contactId) ? index + 2 : 1]
  })

const noWrites = <Row>(): Writes<Row> => ({ added: [], changed: [] })

function put<Id extends string, Row>(
  writes: Writes<Row>,
  ids: ReadonlySet<Id>,
  rows: ReadonlyMap<Id, Row>,
  versionOf: (id: Id) => number | undefined,
): void {
  for (const id of [...ids].sort()) {
    const row = rows.get(id)
    if (row === undefined) throw new Error(`The world says ${id} changed but does not hold it.`)
    const version = versionOf(id)
    if (version === undefined) writes.added.push(row)
    else writes.changed.push({ row, version })
  }
}

function putAddresses(writes: AddressWrite[], world: World, known: Versions): void {
  for (const [key, { address, contactId: to }] of [...world.changed.addresses].sort(byKey)) {
    const from = known.addresses.get(key) ?? null
    if (from !== to) writes.push({ accountId: world.accountId, address, from, to })
  }
}

/** Ids on the wire that a message has only now, and those that something waits for or waited for. */
function putWires(writes: Writes<WireRow>, world: World, known: Versions): void {
  const refs = new Map<string, WireRef>()
  for (const id of world.changed.messages) {
    const message = world.messages.get(id)
    if (!message || message.wireId === null || known.messages.get(id)?.wireId === message.wireId) continue
    const ref = { lineId: message.lineId, wireId: message.wireId }
    refs.set(wireKey(ref), ref)
  }
  for (const [key, { ref }] of world.changed.parked) refs.set(key, ref)
  for (const [key, ref] of [...refs].sort(byKey)) {
    const before = known.wires.get(key)
    const change = world.changed.parked.get(key)
    const kept = change?.taken ? [] : (before?.parked ?? [])
    const row: WireRow = {
      accountId: world.accountId,
      ref,
      version: before?.version ?? 0,
      messageId: world.messageByWireId.get(key) ?? null,
      parked: [...kept, ...(change?.added ?? [])],
    }
    if (before) writes.changed.push({ row, version: before.version })
    else if (row.messageId !== null || row.parked.length > 0) writes.added.push(row)
  }
}

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : 1)

/** Notes a contact as loaded, with all its addresses, in use and past. */
export function placeContact(world: World, known: Versions, contact: Contact, version: number): void {
  world.contacts.set(contact.contactId, contact)
  known.contacts.set(contact.contactId, version)
  for (const address of contact.addresses) {
    world.contactByAddress.set(addressKey(address), contact.contactId)
    known.addresses.set(addressKey(address), contact.contactId)
  }
  for (const address of contact.past ?? []) {
    world.contactByPastAddress.set(addressKey(address), contact.contactId)
    known.addresses.set(addressKey(address), contact.contactId)
  }
}

export function placeMessage(world: World, known: Versions, message: Message, version: number): void {
  world.messages.set(message.messageId, message)
  known.messages.set(message.messageId, { version, wireId: message.wireId })
  if (message.wireId !== null) {
    world.messageByWireId.set(wireKey({ lineId: message.lineId, wireId: message.wireId }), message.messageId)
  }
  if (message.direction === 'out') world.messageByClientKey.set(message.clientKey, message.messageId)
}

export function placeWire(world: World, known: Versions, row: WireRow): void {
  const key = wireKey(row.ref)
  known.wires.set(key, row)
  if (row.messageId !== null) world.messageByWireId.set(key, row.messageId)
  if (row.parked.length > 0) world.parked.set(key, [...row.parked])
}
