import type { AccountId, EffectId } from '#core/account/account.ts'
import { addressKey } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { Effect } from '#core/loop/effect.ts'
import type { Fact } from '#core/loop/fact.ts'
import { contactLineKey, wireKey } from '#core/loop/world.ts'
import type { ReachLimit } from '#core/policy/reach.ts'
import { consentFacts, lengthen, NO_LINKS } from '../consent-chain.ts'
import { type Changes, type Committed, REACH_USED_UP } from '../ledger.ts'
import { stage, type Staged, type Writes } from '../staged.ts'
import { moveTo } from './deliveries.ts'
import { frozen, keyOf, type MemoryRows, type Table } from './rows.ts'

/** Everything is looked at before anything is stored, so a commit happens wholly or not at all. */
export function commitTo(rows: MemoryRows, changes: Changes, nextEffectId: () => EffectId): Committed {
  const move = changes.position && moveTo(rows, changes.position)
  if (changes.position && move === null) return { kind: 'fenced' }
  const staged = stage(changes.loaded)
  const what = conflictIn(rows, staged)
  if (what !== null) return { kind: 'conflict', what }
  if (!(changes.reach ?? []).every((limit) => holds(rows, limit))) return { kind: 'conflict', what: REACH_USED_UP }

  move?.()
  store(rows, staged)
  const facts = changes.facts.map((fact): Fact => {
    const log = rows.facts.get(fact.accountId) ?? []
    rows.facts.set(fact.accountId, log)
    const numbered = frozen({ ...fact, seq: log.length + 1 })
    log.push(numbered)
    return numbered
  })
  addConsents(rows, changes)
  const effects = changes.effects.map((effect): Effect => {
    const named = frozen({ ...effect, effectId: nextEffectId(), attempts: 0 })
    rows.effects.set(keyOf(named.accountId, named.effectId), { effect: named, takeAt: named.dueAt })
    return named
  })
  for (const { accountId, effectId } of changes.finished) rows.effects.delete(keyOf(accountId, effectId))
  rows.setAside.push(...changes.setAside)
  return { kind: 'committed', facts, effects }
}

function holds(rows: MemoryRows, { accountId, most, since, people, lines }: ReachLimit): boolean {
  const begun = new Set(people)
  for (const fact of rows.facts.get(accountId) ?? []) {
    if (fact.kind !== 'outreach-counted' || fact.at <= since) continue
    const { lineId } = fact.outreach
    if (lines === null || lineId === undefined || lines.includes(lineId)) begun.add(fact.contactId)
  }
  return begun.size <= most
}

/** Nothing here is secret, so the salt is none: worlds are played again from their seed. */
function addConsents(rows: MemoryRows, { facts }: Changes): void {
  const headOf = (accountId: AccountId) => rows.consents.get(accountId)?.at(-1)?.link ?? NO_LINKS
  for (const row of lengthen(consentFacts(facts), headOf, () => '0'.repeat(32)).rows) {
    const { accountId } = row.link
    const chain = rows.consents.get(accountId) ?? []
    rows.consents.set(accountId, chain)
    chain.push(frozen(row))
  }
}

/** What stands in the way, or null: rows that changed since they were read, keys that somebody else took. */
function conflictIn(rows: MemoryRows, staged: Staged): string | null {
  const versions =
    outdated('contacts', rows.contacts, staged.contacts, (contact) => contact.contactId) ??
    outdated(
      'conversations',
      rows.conversations,
      staged.conversations,
      (conversation) => conversation.conversationId,
    ) ??
    outdated('messages', rows.messages, staged.messages, (message) => message.messageId)
  if (versions !== null) return versions
  for (const { accountId, contactId, version } of staged.relied) {
    if (rows.contacts.get(keyOf(accountId, contactId))?.version !== version) return `contacts: ${contactId}`
  }
  for (const { accountId, address, from } of staged.addresses) {
    const holder = rows.addresses.get(keyOf(accountId, addressKey(address))) ?? null
    if (holder !== from) return `address ${addressKey(address)}`
  }
  for (const row of [...staged.wires.added, ...staged.wires.changed.map((change) => change.row)]) {
    const stored = rows.wires.get(keyOf(row.accountId, wireKey(row.ref)))
    if ((stored?.version ?? 0) !== row.version) return `wire id ${row.ref.wireId}`
  }
  for (const { accountId, clientKey } of staged.clientRefs) {
    if (rows.clientRefs.has(keyOf(accountId, clientKey))) return `client key ${clientKey}`
  }
  return secondOpen(rows, staged)
}

function outdated<Row extends { accountId: Changes['facts'][number]['accountId'] }>(
  name: string,
  table: Table<Row>,
  writes: Writes<Row>,
  idOf: (row: Row) => string,
): string | null {
  for (const row of writes.added) if (table.has(keyOf(row.accountId, idOf(row)))) return `${name}: ${idOf(row)}`
  for (const { row, version } of writes.changed) {
    if (table.get(keyOf(row.accountId, idOf(row)))?.version !== version) return `${name}: ${idOf(row)}`
  }
  return null
}

/** At most one open conversation per contact and line, after this commit. */
function secondOpen(rows: MemoryRows, { conversations }: Staged): string | null {
  const written = [...conversations.added, ...conversations.changed.map(({ row }) => row)]
  const next = new Map(written.map((row) => [row.conversationId, row]))
  const open = new Set<string>()
  for (const { accountId, contactId, lineId, conversationId, state } of written) {
    const key = keyOf(accountId, contactLineKey(contactId, lineId))
    if (state !== 'open') continue
    const others = [...(rows.threads.get(key) ?? [])].filter((id) => id !== conversationId && !next.has(id))
    const taken = others.some((id) => rows.conversations.get(keyOf(accountId, id))?.row.state === 'open')
    if (taken || open.has(key)) return `open conversation of ${contactLineKey(contactId, lineId)}`
    open.add(key)
  }
  return null
}

function store(rows: MemoryRows, staged: Staged): void {
  put(rows.contacts, staged.contacts, (contact) => keyOf(contact.accountId, contact.contactId))
  for (const { row } of staged.conversations.changed) {
    const before = rows.conversations.get(keyOf(row.accountId, row.conversationId))?.row
    if (before && before.contactId !== row.contactId) moveThread(rows, before, row)
  }
  put(rows.conversations, staged.conversations, (row) => keyOf(row.accountId, row.conversationId))
  for (const row of staged.conversations.added) addThread(rows, row)
  put(rows.messages, staged.messages, (message) => keyOf(message.accountId, message.messageId))
  for (const { accountId, address, to } of staged.addresses) {
    const key = keyOf(accountId, addressKey(address))
    if (to === null) rows.addresses.delete(key)
    else rows.addresses.set(key, to)
  }
  for (const row of [...staged.wires.added, ...staged.wires.changed.map((change) => change.row)]) {
    rows.wires.set(keyOf(row.accountId, wireKey(row.ref)), frozen({ ...row, version: row.version + 1 }))
  }
  for (const { accountId, clientKey, messageId } of staged.clientRefs) {
    rows.clientRefs.set(keyOf(accountId, clientKey), messageId)
  }
}

function moveThread(rows: MemoryRows, before: Conversation, after: Conversation): void {
  rows.threads.get(threadKey(before))?.delete(before.conversationId)
  addThread(rows, after)
}

function addThread({ threads }: MemoryRows, row: Conversation): void {
  threads.set(threadKey(row), (threads.get(threadKey(row)) ?? new Set()).add(row.conversationId))
}

const threadKey = ({ accountId, contactId, lineId }: Conversation): string =>
  keyOf(accountId, contactLineKey(contactId, lineId))

function put<Row>(table: Table<Row>, writes: Writes<Row>, keyOfRow: (row: Row) => string): void {
  for (const row of writes.added) table.set(keyOfRow(row), { row: frozen(row), version: 1 })
  for (const { row, version } of writes.changed) table.set(keyOfRow(row), { row: frozen(row), version: version + 1 })
}
