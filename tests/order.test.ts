import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Lines, NOTHING_SET } from '#app/ports.ts'
import { createLoop, type Loop } from '#app/loop.ts'
import { uuidv7 } from '#base/ids.ts'
import { seededRandom } from '#base/random.ts'
import { instant } from '#base/time.ts'
import { whatsapp } from '#channels/whatsapp/index.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import type { Line } from '#core/line/line.ts'
import type { Message } from '#core/message/message.ts'
import { openStore, type Store } from '#store/postgres/open.ts'
import type { Sealed } from '#store/registry.ts'
import { type FreshDatabase, freshDatabase } from '#tools/test-database.ts'
import { bodyOf, messageFrom, shuffled, statusOf, type Update, wamid } from './bodies.ts'
import { until } from './house.ts'

const NOW = Date.UTC(2026, 10, 22, 12)
const SECOND = Math.floor(NOW / 1000)
const APP = 'app-1'

/** One company with one line, seen by the store and by the loop. */
type Company = { readonly line: Line; readonly updates: readonly Update[] }

describe('300 messages and statuses of three companies in one body', () => {
  let database: FreshDatabase
  let store: Store
  beforeAll(async () => {
    database = await freshDatabase()
    store = openStore({ databaseUrl: database.url })
    await store.migrate()
    await store.ensurePartitions(instant(NOW))
  })
  afterAll(async () => {
    await store.close()
    await database.drop()
  })

  test('sent three times in three orders give the same state as sent once', async () => {
    const once = await playIn(store, [[0]])
    const thrice = await playIn(store, [[0], [1], [2]])
    expect(once.map((company) => company.messages.length)).toEqual([102, 102, 102])
    expect(thrice).toEqual(once)
  })

  test('cut into single updates, in another order, they give the same state', async () => {
    const whole = await playIn(store, [[0]])
    const single = await playIn(store, [[3, 1]])
    expect(single).toEqual(whole)
  })
})

test('an id too long for its index is set aside, and what came with it and after it is kept', async () => {
  const database = await freshDatabase()
  const store = openStore({ databaseUrl: database.url })
  await store.migrate()
  await store.ensurePartitions(instant(NOW))
  const company = await foundCompany(store, 'Uno')
  const { accountId, key, groupKey } = company.line
  const errors: string[] = []
  const loop = loopFor(store, [company], (_, text) => errors.push(text))
  loop.start()
  const who = { phone: '5215510000001', userId: null, name: 'Persona 1' }
  const text = (id: string): Update => {
    const message = { id, timestamp: String(SECOND), type: 'text', text: { body: 'hola' } }
    return { line: { phoneNumberId: key, wabaId: groupKey }, value: messageFrom(who, message) }
  }
  const long = Array.from({ length: 300 }, () => randomUUID()).join('')
  const bodies = [bodyOf([text('wamid.1'), text(long), text('wamid.2')]), bodyOf([text('wamid.3')])]
  const receivedAt = instant(NOW)
  await store.ledger.deliveries.append(bodies.map((body) => ({ channel: 'whatsapp', appId: APP, body, receivedAt })))
  loop.wake()
  await until('the good ones', async () => {
    const { data } = await store.views.conversations(accountId, filter())
    return data[0]?.conversation.unread === 3
  })
  await loop.stop()
  expect(errors).toEqual(['A command cannot be stored'])
  await store.close()
  await database.drop()
})

/** Plays bodies — each in the order of its seed, cut into pieces when a second number says so — and reads the state. */
async function playIn(store: Store, bodies: readonly (readonly number[])[]) {
  const companies = await Promise.all(['Uno', 'Dos', 'Tres'].map((name) => foundCompany(store, name)))
  const loop = loopFor(store, companies)
  loop.start()
  const sent = await Promise.all(companies.map((company) => sendFrom(loop, store, company)))
  const all = companies.flatMap((company, index) => updatesOf(company, sent[index] ?? ''))
  expect(all).toHaveLength(303)
  for (const [seed = 0, size] of bodies) {
    const updates = seed === 0 ? all : shuffled(seededRandom(seed), all)
    for (const part of chunks(updates, size ?? updates.length)) {
      const body = bodyOf(part)
      await store.ledger.deliveries.append([{ channel: 'whatsapp', appId: APP, body, receivedAt: instant(NOW) }])
    }
    loop.wake()
    await quiet(store)
  }
  const states = []
  for (const { line } of companies) states.push(await stateOf(store, line))
  await loop.stop()
  return states
}

/** Ten people; each writes six times, reacts, edits and takes back; ours is reported on, also out of turn. */
function updatesOf({ line }: Company, messageWamid: string): Update[] {
  const facts = { phoneNumberId: line.key, wabaId: line.groupKey }
  const updates: Update[] = []
  for (let person = 0; person < 10; person++) {
    const phone = person % 3 === 0 ? null : `52155${String(10_000_000 + person)}`
    const userId = person % 3 === 1 ? null : `MX.${person}${line.key}`
    const who = { phone, userId, name: `Persona ${person}` }
    const say = (nth: number, message: object) => {
      const id = wamid(`${line.name}:${person}:${nth}`)
      const timestamp = String(SECOND - 600 + person * 20 + nth)
      updates.push({ line: facts, value: messageFrom(who, { id, timestamp, ...message }) })
      return id
    }
    const first = say(0, { type: 'text', text: { body: 'uno' } })
    for (let nth = 1; nth < 6; nth++) say(nth, { type: 'text', text: { body: `texto ${nth}` } })
    say(6, { type: 'reaction', reaction: { message_id: first, emoji: '👍' } })
    say(7, { type: 'reaction', reaction: { message_id: first } })
    const edited = { context: { id: first }, type: 'text', text: { body: 'uno, corregido' } }
    say(8, { type: 'edit', edit: { original_message_id: first, message: edited } })
    say(9, { type: 'revoke', revoke: { original_message_id: wamid(`${line.name}:${person}:5`) } })
  }
  updates.push({ line: facts, value: statusOf(messageWamid, 'read', SECOND - 8, '5215510000001') })
  return updates
}

async function foundCompany(store: Store, name: string): Promise<Company> {
  const accountId = randomUUID() as AccountId
  const key = String(Math.floor(Math.random() * 1e15))
  const line: Line = {
    accountId,
    lineId: randomUUID() as LineId,
    channel: 'whatsapp',
    key,
    groupKey: `9${key}`,
    name,
    address: '+52 55 5000 1000',
    country: 'MX',
    state: { kind: 'connected' },
    pausedAt: null,
    pausedBy: null,
    messagesPerSecond: 80,
  }
  await store.registry.accounts.create({ accountId, name, country: 'MX', createdAt: instant(NOW) })
  const sealed = 'sealed' as Sealed
  await store.registry.apps.put({
    appId: APP,
    channel: 'whatsapp',
    secret: sealed,
    previousSecret: null,
    verifyToken: sealed,
  })
  await store.registry.lines.put({ line, appId: APP, accessToken: sealed })
  return { line, updates: [] }
}

const tellError = (about: object, text: string): void => console.error(text, about)

function loopFor(store: Store, companies: readonly Company[], error = tellError): Loop {
  const lines: Lines = {
    byKey: ({ key }) => companies.find(({ line }) => line.key === key)?.line ?? null,
    byId: (_, lineId) => companies.find(({ line }) => line.lineId === lineId)?.line ?? null,
    appOf: () => APP,
    ownerOf: () => null,
  }
  return createLoop({
    ledger: store.ledger,
    channels: new Map([['whatsapp', whatsapp]]),
    lines,
    settings: NOTHING_SET,
    clock: { now: () => instant(NOW) },
    machineClock: { now: () => instant(Date.now()) },
    ids: uuidv7(seededRandom(Math.random() * 1e9)),
    timer: (after, callback) => {
      const timer = setTimeout(callback, after)
      return () => clearTimeout(timer)
    },
    log: { warn: () => undefined, error },
    holder: randomUUID(),
  })
}

/** A message of ours that is accepted, so that there is something to report on; its id on the wire. */
async function sendFrom(loop: Loop, store: Store, { line }: Company): Promise<string> {
  const { accountId, lineId } = line
  const hello = wamid(`${line.name}:hello`)
  const who = { phone: '5215510000001', userId: null, name: 'Persona 1' }
  const message = { id: hello, timestamp: String(SECOND - 900), type: 'text', text: { body: 'hola' } }
  const update = { line: { phoneNumberId: line.key, wabaId: line.groupKey }, value: messageFrom(who, message) }
  const body = bodyOf([update])
  await store.ledger.deliveries.append([{ channel: 'whatsapp', appId: APP, body, receivedAt: instant(NOW) }])
  loop.wake()
  const [row] = await until('the first conversation', async () => {
    const { data } = await store.views.conversations(accountId, filter())
    return data.length > 0 ? data : undefined
  })
  const messageId = randomUUID() as Message['messageId']
  const conversationId = row?.conversation.conversationId
  if (!conversationId) throw new Error('No conversation')
  await loop.submit({
    kind: 'send-message',
    accountId,
    messageId,
    by: { kind: 'system' },
    to: { kind: 'conversation', conversationId },
    content: { kind: 'text', text: 'buenas' },
    target: null,
    template: null,
    replyToMessageId: null,
    seenUpTo: null,
    clientKey: 'k',
    clientFingerprint: 'f',
    priority: 0,
  })
  const effectId = randomUUID() as never
  await loop.submit({ kind: 'begin-send', accountId, messageId, effectId, priority: 0, template: null })
  const wireId = wamid(`${line.name}:ours`)
  const outcome = { kind: 'accepted' as const, wireId, recipient: { userId: null, phone: null } }
  const settled = {
    kind: 'settle-send' as const,
    accountId,
    messageId,
    lineId,
    channel: 'whatsapp' as const,
    attempt: 1,
  }
  await loop.submit({ ...settled, priority: 0, outcome })
  return wireId
}

/** Everything an agent can see of a company, without the ids that are made anew each time. */
async function stateOf(store: Store, { accountId }: Line) {
  const { data } = await store.views.conversations(accountId, filter())
  const people = data.map(({ contact, conversation }) => ({
    name: contact.name,
    addresses: contact.addresses.map(({ kind, value }) => `${kind}:${value}`.replace(/\d{10,}$/, '')).sort(),
    customerWroteAt: conversation.customerWroteAt,
    waitingSince: conversation.waitingSince,
    unread: conversation.unread,
    failedSends: conversation.failedSends,
    last: conversation.lastMessage && { ...conversation.lastMessage, messageId: null },
  }))
  const messages = []
  for (const { contact, conversation } of data) {
    const page = await store.views.messages(accountId, conversation.conversationId, { limit: 100, cursor: null })
    for (const message of page.data) messages.push(plain(message, contact.name))
  }
  return {
    people: people.sort((a, b) => String(a.name).localeCompare(String(b.name))),
    messages: messages.sort((a, b) => a.wireId.localeCompare(b.wireId)),
  }
}

const plain = (message: Message, name: string | null) => ({
  name,
  wireId: String(message.wireId),
  at: message.at,
  content: message.content,
  reactions: message.reactions,
  editedAt: message.editedAt,
  revokedAt: message.revokedAt,
  status: message.direction === 'out' ? [message.status, message.times, message.pricing] : null,
})

const filter = () => ({
  view: 'all' as const,
  agentId: null,
  lineId: null,
  contactId: null,
  q: null,
  limit: 100,
  cursor: null,
  now: instant(NOW),
})

const chunks = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

/** Waits until all that was told is stored; the position moves in the commit that stores it. */
async function quiet(store: Store): Promise<void> {
  const later = instant(NOW + 1_000)
  await until('every delivery to be read', async () => (await store.health(later)).lagMs === 0)
}
