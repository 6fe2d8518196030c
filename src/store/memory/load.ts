import type { ContactId, ConversationId, LineId, MessageId } from '#core/account/account.ts'
import { addressKey } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { contactLineKey, emptyWorld, type Needs, templateKey, wireKey, type World } from '#core/loop/world.ts'
import type { Loaded } from '../ledger.ts'
import { noVersions, placeContact, placeMessage, placeWire, type Versions } from '../staged.ts'
import { keyOf, type MemoryRows } from './rows.ts'

/** The same four steps as in PostgreSQL: what keys lead to; messages; conversations; contacts. */
export function loadFrom(rows: MemoryRows, needs: readonly Needs[]): Loaded {
  const accounts = new Set(needs.map(({ accountId }) => accountId))
  if (accounts.size < needs.length) throw new Error('The needs hold two entries for one account; expected one each.')
  const loaded = needs.map((need) => loadWorld(rows, need))
  return { worlds: loaded.map(({ world }) => world), versions: loaded.map(({ known }) => known) }
}

function loadWorld(rows: MemoryRows, needs: Needs): { world: World; known: Versions } {
  const { accountId } = needs
  const [world, known] = [emptyWorld(accountId), noVersions()]
  const contacts = new Set<ContactId>(needs.contacts.map(({ contactId }) => contactId))
  const messages = new Set<MessageId>(needs.messages)
  const conversations = new Set<ConversationId>(needs.conversations)
  const pairs: { contactId: ContactId; lineId: LineId }[] = []

  for (const { contactId, lineId } of needs.contacts) if (lineId !== null) pairs.push({ contactId, lineId })
  for (const { address, lineId } of needs.addresses) {
    const contactId = rows.addresses.get(keyOf(accountId, addressKey(address)))
    if (contactId === undefined) continue
    contacts.add(contactId)
    if (lineId !== null) pairs.push({ contactId, lineId })
  }
  for (const ref of needs.wireIds) {
    const row = rows.wires.get(keyOf(accountId, wireKey(ref)))
    if (!row) continue
    placeWire(world, known, row)
    if (row.messageId !== null) messages.add(row.messageId)
  }
  for (const clientKey of needs.clientKeys) {
    const messageId = rows.clientRefs.get(keyOf(accountId, clientKey))
    if (messageId !== undefined) messages.add(messageId)
  }
  for (const ref of needs.templates) {
    const template = rows.templates.get(keyOf(accountId, templateKey(ref)))
    if (template) world.templates.set(templateKey(ref), template)
  }
  for (const id of messages) {
    const found = rows.messages.get(keyOf(accountId, id))
    if (!found) continue
    placeMessage(world, known, found.row, found.version)
    conversations.add(found.row.conversationId)
  }
  for (const id of conversations) {
    const found = placeConversation(rows, world, known, id)
    if (!found) continue
    contacts.add(found.contactId)
    if (needs.conversations.includes(id)) pairs.push(found)
  }
  for (const { contactId, lineId } of pairs) {
    const newest = newestOf(rows, world, contactId, lineId)
    if (!newest) continue
    placeConversation(rows, world, known, newest.conversationId)
    world.conversationByContact.set(contactLineKey(contactId, lineId), newest.conversationId)
  }
  for (const id of contacts) {
    const found = rows.contacts.get(keyOf(accountId, id))
    if (found) placeContact(world, known, found.row, found.version)
  }
  return { world, known }
}

function placeConversation(rows: MemoryRows, world: World, known: Versions, id: ConversationId): Conversation | null {
  const found = rows.conversations.get(keyOf(world.accountId, id))
  if (!found) return null
  world.conversations.set(id, found.row)
  known.conversations.set(id, found.version)
  return found.row
}

function newestOf(rows: MemoryRows, { accountId }: World, contactId: ContactId, lineId: LineId): Conversation | null {
  let newest: Conversation | null = null
  for (const id of rows.threads.get(keyOf(accountId, contactLineKey(contactId, lineId))) ?? []) {
    const row = rows.conversations.get(keyOf(accountId, id))?.row
    if (row && row.continuedBy === undefined && (newest === null || isNewer(row, newest))) newest = row
  }
  return newest
}

/** The open one, else the one opened last; one that another goes on from is none, whenever that was opened. */
function isNewer(a: Conversation, b: Conversation): boolean {
  if (a.state !== b.state) return a.state === 'open'
  if (a.openedAt !== b.openedAt) return a.openedAt > b.openedAt
  return a.conversationId > b.conversationId
}
