import { isDeepStrictEqual } from 'node:util'
import { between, minutes } from '#base/time.ts'
import type { ConversationId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { type World, wireKey } from '#core/loop/world.ts'
import { needsAttention } from '#core/message/status.ts'
import { keyOf } from '#store/memory/rows.ts'
import { asRead, type Browser } from './browser.ts'
import type { Shadow } from './parts.ts'
import type { Sim } from './parts.ts'

/**
 * Nobody may wait longer than this to learn that a message has no answer (trust I9): 15 minutes, and two of the longest
 * hops of the stage, for what fails here is tried again only after the next.
 */
const UNSEEN = minutes(15 + 2 * 10)

/** What a contact and we say on a line goes on in one conversation. */
function checkOnlyThread({ violate }: Sim, { world }: Shadow, id: ConversationId): void {
  const conversation = world.conversations.get(id)
  if (!conversation || conversation.continuedBy !== undefined) return
  const { contactId, lineId } = conversation
  for (const other of world.conversations.values()) {
    const isTheirs = other.contactId === contactId && other.lineId === lineId && other.continuedBy === undefined
    if (isTheirs && other.conversationId !== id) violate(`${contactId} has two threads on the line ${lineId}`)
  }
}

/** After every step: what changed since the last one is the same in the ledger and in the fold of all facts. */
export function checkStep(sim: Sim): void {
  for (const shadow of sim.observer.shadows.values()) {
    const { touched } = shadow
    compareRows(sim, shadow, touched)
    for (const id of touched.conversations) {
      checkCounters(sim, shadow, id)
      checkOnlyThread(sim, shadow, id)
    }
    for (const id of touched.messages) {
      const conversationId = shadow.world.messages.get(id)?.conversationId
      if (conversationId && !touched.conversations.has(conversationId)) checkCounters(sim, shadow, conversationId)
    }
    for (const set of [touched.contacts, touched.conversations, touched.messages, touched.addresses]) set.clear()
    for (const [messageId, since] of shadow.sendingSince) {
      if (between(since, sim.stage.now()) > UNSEEN) {
        sim.violate(`message ${messageId} is on its way without an answer, unseen, for too long`)
      }
    }
  }
}

/** At the end: everything is the same, not only what changed. */
export function compareAll(sim: Sim): void {
  for (const shadow of sim.observer.shadows.values()) {
    const { world, accountId, seq } = shadow
    const all = {
      contacts: new Set(world.contacts.keys()),
      conversations: new Set(world.conversations.keys()),
      messages: new Set(world.messages.keys()),
      addresses: new Map(),
    }
    compareRows(sim, shadow, all)
    for (const id of all.conversations) checkCounters(sim, shadow, id)
    const { rows, violate } = sim
    const own = <Row extends { row: { accountId: string } }>(table: ReadonlyMap<string, Row>) =>
      [...table.values()].filter(({ row }) => row.accountId === accountId).length
    for (const [name, table, size] of [
      ['contacts', rows.contacts, world.contacts.size],
      ['conversations', rows.conversations, world.conversations.size],
      ['messages', rows.messages, world.messages.size],
    ] as const) {
      if (own(table as ReadonlyMap<string, { row: { accountId: string } }>) !== size) {
        violate(`the ledger of ${accountId} has ${own(table as never)} ${name}, its facts make ${size}`)
      }
    }
    const facts = rows.facts.get(accountId) ?? []
    if (facts.length !== seq) violate(`the ledger of ${accountId} has ${facts.length} facts; ${seq} were committed`)
    for (const [address, contactId] of [...world.contactByAddress, ...world.contactByPastAddress]) {
      const led = rows.addresses.get(keyOf(accountId, address))
      if (led !== contactId) violate(`${address} belongs to ${led} in the ledger and to ${contactId} by the facts`)
    }
    for (const message of world.messages.values()) {
      if (message.wireId === null) continue
      const row = rows.wires.get(keyOf(accountId, wireKey({ lineId: message.lineId, wireId: message.wireId })))
      if (row?.messageId !== message.messageId) violate(`${message.wireId} leads to ${row?.messageId}, not its message`)
      if (row && row.parked.length > 0)
        violate(`${row.parked.length} commands wait for ${message.wireId}, which is here`)
    }
  }
}

function compareRows(
  { rows, violate }: Sim,
  { world, accountId }: Shadow,
  ids: Pick<World['changed'], 'contacts' | 'conversations' | 'messages'>,
): void {
  for (const name of ['contacts', 'conversations', 'messages'] as const) {
    for (const id of ids[name]) {
      const folded = (world[name] as ReadonlyMap<string, unknown>).get(id)
      const row = rows[name].get(keyOf(accountId, id))?.row
      const stored = row && 'lastMessage' in row ? asRead(rows, row) : row
      if (isDeepStrictEqual(folded, stored)) continue
      violate(`${name} ${id} differ: ledger ${JSON.stringify(stored)}, facts ${JSON.stringify(folded)}`)
    }
  }
}

/** What a conversation counts and shows is what its messages say. */
function checkCounters({ violate }: Sim, shadow: Shadow, conversationId: Conversation['conversationId']): void {
  const { world } = shadow
  const conversation = world.conversations.get(conversationId)
  if (!conversation) return
  const unread = shadow.unread.get(conversationId) ?? 0
  if (conversation.unread !== unread)
    violate(`${conversationId} says ${conversation.unread} unread; there are ${unread}`)
  const wroteAt = shadow.wroteAt.get(conversationId) ?? null
  if (conversation.customerWroteAt !== wroteAt) {
    violate(`the window of ${conversationId} is counted from ${conversation.customerWroteAt}, not ${wroteAt}`)
  }
  let failed = 0
  for (const messageId of shadow.ours.get(conversationId) ?? []) {
    const message = world.messages.get(messageId)
    if (message?.direction === 'out' && needsAttention(message.status) && message.supersededBy === null) failed += 1
  }
  if (conversation.failedSends !== failed) {
    violate(`${conversationId} says ${conversation.failedSends} failed sends; there are ${failed}`)
  }
  const { lastMessage } = conversation
  const newest = lastMessage && world.messages.get(lastMessage.messageId)
  if (newest?.direction === 'out' && newest.status !== lastMessage?.status) {
    violate(`${conversationId} shows ${lastMessage?.status} for its last message, which is ${newest.status}`)
  }
}

/** A browser that heard everything shows what the ledger has. */
export function checkBrowser({ rows, violate }: Sim, browser: Browser): void {
  const { accountId } = browser
  for (const name of ['conversations', 'messages'] as const) {
    const shown = browser[name] as ReadonlyMap<string, unknown>
    const stored = [...rows[name].values()].filter(({ row }) => row.accountId === accountId)
    if (shown.size !== stored.length) violate(`a browser shows ${shown.size} ${name} of ${stored.length}`)
    for (const { row } of stored) {
      const id = 'messageId' in row ? row.messageId : row.conversationId
      const read = 'messageId' in row ? row : asRead(rows, row)
      if (!isDeepStrictEqual(shown.get(id), read)) violate(`a browser shows another ${name} ${id} than the ledger has`)
    }
  }
}

/** In the middle of everything: who has heard the newest fact sees what the ledger has. */
export function checkUpToDate(sim: Sim, browser: Browser): void {
  if (browser.seq() === (sim.rows.facts.get(browser.accountId)?.length ?? 0)) checkBrowser(sim, browser)
}
