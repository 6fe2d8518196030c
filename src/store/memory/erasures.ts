import type { AccountId, ContactId, ConversationId } from '#core/account/account.ts'
import { wireKey } from '#core/loop/world.ts'
import { addressesIn, erasedConversation, erasedFact, isTheirsInGroup, withoutMessages } from '#core/privacy/erased.ts'
import { FIRST_WORK, needlesOf, tracesOf, union, withCounts } from '../erasure-work.ts'
import type { Counts, Erasures, Swept } from '../erasures.ts'
import { frozen, keyOf, type MemoryRows } from './rows.ts'

/** Erasing in memory: the same that PostgreSQL does in portions, all at once. */
export const memoryErasures = (rows: MemoryRows): Erasures => ({
  begin: async ({ accountId, contactId, erasedAt, addresses, createdAt, groups, digests }) => {
    const key = keyOf(accountId, contactId)
    if (rows.erasures.has(key)) return
    const values = addresses.map(({ value }) => value)
    rows.erasures.set(key, { contactId, erasedAt, work: FIRST_WORK(createdAt, values, groups), counts: {} })
    for (const { digest, covers } of digests) {
      rows.erasedAddresses.set(keyOf(accountId, digest), { accountId, digest, erasedAt, covers })
    }
  },
  sweep: async (accountId, contactId): Promise<Swept> => {
    const key = keyOf(accountId, contactId)
    const erasure = rows.erasures.get(key)
    if (!erasure?.work) return { kind: 'done' }
    const read = Math.max(0, ...[...rows.leases.values()].map(({ position }) => Number(position.id)))
    const isUnread = rows.deliveries.slice(read).some(({ receivedAt }) => receivedAt <= erasure.erasedAt)
    if (isUnread) return { kind: 'wait', what: 'deliveries' }
    const messages = sweepMessages(rows, accountId, contactId, erasure.erasedAt, erasure.work.groups)
    const facts = sweepFacts(rows, accountId, contactId, messages.conversationIds, erasure.work.addresses)
    const rest = sweepRest(rows, accountId, contactId, needlesOf(facts.addresses), read)
    const counts = [messages.counts, facts.counts, rest].reduce(withCounts, erasure.counts)
    rows.erasures.set(key, { ...erasure, work: null, counts })
    return { kind: 'done' }
  },
  removed: async () => undefined,
  isUsed: async () => false,
  counts: async (accountId, contactId) => {
    const erasure = rows.erasures.get(keyOf(accountId, contactId))
    return erasure?.work === null ? erasure.counts : null
  },
  addresses: async () => [...rows.erasedAddresses.values()],
})

function sweepMessages(
  rows: MemoryRows,
  accountId: AccountId,
  contactId: ContactId,
  erasedAt: number,
  groups: readonly ContactId[],
) {
  const conversations = [...rows.conversations.values()].filter(
    ({ row }) => row.accountId === accountId && row.contactId === contactId,
  )
  const conversationIds = new Set<ConversationId>(conversations.map(({ row }) => row.conversationId))
  const messages = [...rows.messages.values()].flatMap(({ row }) =>
    row.accountId === accountId && (conversationIds.has(row.conversationId) || isTheirsInGroup(row, contactId))
      ? [row]
      : [],
  )
  const traces = tracesOf(messages)
  for (const id of traces.messageIds) rows.messages.delete(keyOf(accountId, id))
  for (const ref of traces.wires) rows.wires.delete(keyOf(accountId, wireKey(ref)))
  for (const key of traces.clientKeys) rows.clientRefs.delete(keyOf(accountId, key))
  const ids = new Set<string>(traces.messageIds)
  const effects = removeWhere(rows.effects, ({ effect }) => {
    if (effect.accountId !== accountId) return false
    if ('messageId' in effect && ids.has(effect.messageId)) return true
    if ('wireId' in effect && traces.wires.some(({ wireId }) => wireId === effect.wireId)) return true
    return effect.kind === 'deliver' && effect.contactId === contactId
  })
  for (const { row, version } of conversations) {
    const blank = frozen(erasedConversation(row, erasedAt as typeof row.openedAt))
    rows.conversations.set(keyOf(accountId, row.conversationId), { row: blank, version: version + 1 })
  }
  const gone = new Set(traces.messageIds)
  for (const { row, version } of rows.conversations.values()) {
    if (row.accountId !== accountId || !groups.includes(row.contactId)) continue
    const left = frozen(withoutMessages(row, gone))
    rows.conversations.set(keyOf(accountId, row.conversationId), { row: left, version: version + 1 })
  }
  const counts = { message: messages.length, conversation: conversations.length, effect: effects }
  return { conversationIds, counts }
}

function sweepFacts(
  rows: MemoryRows,
  accountId: AccountId,
  contactId: ContactId,
  conversationIds: ReadonlySet<ConversationId>,
  present: readonly string[],
): { readonly addresses: readonly string[]; readonly counts: Counts } {
  const facts = rows.facts.get(accountId) ?? []
  const addresses = union(
    present,
    facts.flatMap((fact) => addressesIn(fact, contactId).map(({ value }) => value)),
  )
  let count = 0
  facts.forEach((fact, index) => {
    const left = erasedFact(fact, { contactId, conversationIds, addresses })
    if (left === null) return
    facts[index] = frozen({ ...left, accountId, seq: fact.seq, at: fact.at })
    count += 1
  })
  return { addresses, counts: { fact: count } }
}

function sweepRest(
  rows: MemoryRows,
  accountId: AccountId,
  contactId: ContactId,
  needles: readonly string[],
  read: number,
): Counts {
  const names = (text: string) => needles.some((needle) => text.includes(needle))
  let bodies = 0
  rows.deliveries.forEach((delivery, index) => {
    if (index >= read || delivery.body.length === 0 || !names(new TextDecoder().decode(delivery.body))) return
    rows.deliveries[index] = { ...delivery, body: new Uint8Array() }
    bodies += 1
  })
  const chain = rows.consents.get(accountId) ?? []
  chain.forEach((row, index) => {
    if (row.link.contactId === contactId) chain[index] = frozen({ ...row, detail: null })
  })
  const kept = rows.setAside.filter(({ raw }) => !names(JSON.stringify(raw) ?? ''))
  const setAside = rows.setAside.length - kept.length
  rows.setAside.splice(0, rows.setAside.length, ...kept)
  const parked = removeWhere(rows.wires, (row) => row.accountId === accountId && names(JSON.stringify(row.parked)))
  return { delivery: bodies, set_aside: setAside, wire_ref: parked }
}

function removeWhere<Row>(table: Map<string, Row>, goes: (row: Row) => boolean): number {
  const keys = [...table].flatMap(([key, row]) => (goes(row) ? [key] : []))
  for (const key of keys) table.delete(key)
  return keys.length
}
