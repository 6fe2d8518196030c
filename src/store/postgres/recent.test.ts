import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BatchResult, commitBatch, type Item, prepareBatch, runBatch } from '#app/batch.ts'
import { NOTHING_SET, type Ports } from '#app/ports.ts'
import { uuidv7 } from '#base/ids.ts'
import { seededRandom } from '#base/random.ts'
import { plus, seconds } from '#base/time.ts'
import type { ConversationId, MessageId } from '#core/account/account.ts'
import type { Sender } from '#core/contact/contact.ts'
import type { CommandBody } from '#core/loop/command.ts'
import type { Contact } from '#core/contact/contact.ts'
import { emptyWorld, type Needs } from '#core/loop/world.ts'
import type { Ledger } from '../ledger.ts'
import { ACME, contact, lineOf, needsOf, NOW, phone, SALES, worldOf } from '../ledger.scene.ts'
import { noVersions, stage } from '../staged.ts'
import { postgresLedger } from './ledger.ts'
import { openPool } from './pool.ts'
import { recentRows } from './recent.ts'
import { testStore, type TestStore } from './test-store.ts'

let store: TestStore
let pool: ReturnType<typeof openPool>
beforeAll(async () => {
  store = await testStore()
  pool = openPool({ databaseUrl: store.url, name: 'test', connections: 4, log: () => undefined })
})
afterAll(async () => {
  await pool.end()
  await store.drop()
})

const ledgerWith = (generation: number): Ledger =>
  postgresLedger({ pool, door: pool, log: pool }, recentRows(generation))

const line = lineOf(ACME, SALES, '100000000001')
const PHONES = ['5215512345678', '525512345678', '5511987654321', '5491123456789']
const INBOUND = Array.from({ length: 6 }, (_, index) => `wamid.in.${index}`)
const OUTBOUND = Array.from({ length: 14 }, (_, index) => `wamid.out.${index}`)

test('what is at hand is what a reader of the whole database would find, whoever commits in between', async () => {
  for (let seed = 1; seed <= 2; seed++) {
    const { next } = seededRandom(seed)
    const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(next() * list.length)] as Item
    const ids = uuidv7(seededRandom(seed + 100))
    // Two processes, one that keeps much and one that keeps next to nothing.
    const ledgers = [ledgerWith(1_000), ledgerWith(2)]
    const messages: MessageId[] = []
    const conversations: ConversationId[] = []
    let now = plus(NOW, seconds(seed))

    const sender = (): Sender => ({
      userId: next() < 0.5 ? `MX.${Math.floor(next() * 3)}` : null,
      phone: pick(PHONES),
      name: 'Lucía',
      username: null,
    })
    const command = (): CommandBody => {
      const dice = next()
      const wireId = `${seed}.${pick(dice < 0.35 ? INBOUND : OUTBOUND)}`
      if (dice < 0.35) return { ...received, wireId, sender: sender(), sentAt: now }
      if (dice < 0.6) return { ...reported, wireId, statusAt: now, recipient: { userId: null, phone: pick(PHONES) } }
      if (dice < 0.8) {
        const messageId = ids.next(now) as MessageId
        messages.push(messageId)
        return {
          ...written,
          messageId,
          clientKey: `${seed}-${messageId}`,
          to: { kind: 'person', line, sender: sender() },
        }
      }
      const messageId = pick(messages) ?? (ids.next(now) as MessageId)
      if (dice < 0.9) {
        const own = `${seed}.wamid.out.${messages.indexOf(messageId)}`
        const outcome = { kind: 'accepted', wireId: own, recipient: { userId: null, phone: null } } as const
        return { ...settled, messageId, outcome }
      }
      const conversationId = pick(conversations) ?? (ids.next(now) as ConversationId)
      if (dice < 0.96) return { kind: 'resolve-conversation', conversationId, by: { kind: 'system' } }
      return { ...renamed, wireId: `${wireId}.x`, sentAt: now, before: sender(), after: sender() }
    }
    const everything = (): Needs =>
      needsOf({
        addresses: [...PHONES.map(phone), ...[0, 1, 2].map(userId)].map((address) => ({ address, lineId: SALES })),
        wireIds: [...INBOUND, ...OUTBOUND].map((wireId) => ({ lineId: SALES, wireId: `${seed}.${wireId}` })),
        messages: messages.slice(-5),
        conversations: conversations.slice(-5),
      })

    for (let step = 0; step < 60; step++) {
      now = plus(now, seconds(7))
      const batch = () => {
        const items: Item[] = Array.from({ length: 1 + Math.floor(next() * 4) }, () => ({
          command: { ...command(), accountId: ACME },
          origin: null,
        }))
        return { items, position: null, setAside: [] }
      }
      // Now and then both at once: one of them commits between the other's loading and its commit.
      const working = next() < 0.4 ? ledgers : [pick(ledgers)]
      // And now and then the next batch is decided while the last one is being committed.
      const run = async (ports: Ports): Promise<BatchResult[]> => {
        if (next() < 0.5) return [await runBatch(ports, batch())]
        const first = commitBatch(ports, await prepareBatch(ports, batch()))
        const again = batch()
        const prepared = await prepareBatch(ports, again)
        const result = await first
        // What was parked meanwhile is not at hand: the keys of the database tell, and it is decided again.
        const second = result.committed.kind === 'committed' ? await commitBatch(ports, prepared) : null
        return [result, second?.committed.kind === 'committed' ? second : await runBatch(ports, again)]
      }
      const results = (await Promise.all(working.map((ledger) => run(portsOf(ledger, ids, now))))).flat()
      for (const { committed } of results) {
        if (working.length === 1) expect(committed.kind).toBe('committed')
        if (committed.kind !== 'committed') continue
        for (const fact of committed.facts) {
          if (fact.kind === 'conversation-opened') conversations.push(fact.conversationId)
        }
      }
      const needs = everything()
      const [truth, ...held] = await Promise.all([ledgerWith(100), ...ledgers].map((one) => worldAt(one, needs)))
      for (const world of held) {
        for (const part of Object.keys(world) as (keyof typeof world)[])
          expect(sorted(world[part]), `${part} of seed ${seed}, step ${step}`).toEqual(sorted(truth?.[part]))
      }
    }
  }
}, 60_000)

async function worldAt(ledger: Ledger, needs: Needs) {
  const { changed: _, ...world } = worldOf(await ledger.load([needs]))
  return world
}

/** In the order of their keys, so that a difference reads well. */
const sorted = (part: unknown) =>
  part instanceof Map ? [...part].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)) : part

const userId = (id: number) => ({ channel: 'whatsapp', kind: 'user-id', value: `MX.${id}` }) as const

const portsOf = (ledger: Ledger, ids: Ports['ids'], now: typeof NOW): Ports => ({
  ledger,
  channels: new Map(),
  lines: { byKey: () => line, byId: () => line, appOf: () => 'app', ownerOf: () => ACME },
  settings: NOTHING_SET,
  clock: { now: () => now },
  machineClock: { now: () => now },
  ids,
  timer: () => () => undefined,
  log: { warn: () => undefined, error: (about) => expect(about).toBeNull() },
  holder: 'test',
})

const received = {
  kind: 'receive-message',
  line,
  content: { kind: 'text', text: 'Hola' },
  wireMedia: null,
  replyToWireId: null,
  forwarded: false,
  referral: null,
} as const
const reported = {
  kind: 'receive-status',
  line,
  status: 'delivered',
  messageId: null,
  problem: null,
  pricing: null,
} as const
const written = {
  kind: 'send-message',
  by: { kind: 'system' },
  content: { kind: 'text', text: 'Buenas' },
  target: null,
  template: null,
  replyToMessageId: null,
  seenUpTo: null,
  clientFingerprint: 'print',
  priority: 0,
} as const
const settled = { kind: 'settle-send', lineId: SALES, channel: 'whatsapp', attempt: 0, priority: 0 } as const
const renamed = { kind: 'change-identity', line, change: 'number', text: '' } as const

test('what was loaded beside a commit that failed is forgotten with it', () => {
  const recent = recentRows()
  const nobody = { addresses: [], pairs: [] }
  const lucia = contact(1, { name: 'Lucía' })
  const worldWith = (row: Contact) => ({ ...emptyWorld(ACME), contacts: new Map([[row.contactId, row]]) })
  const at = (version: number) => ({ ...noVersions(), contacts: new Map([[lucia.contactId, version]]) })
  recent.loaded(null, worldWith(lucia), at(1), nobody, 5)
  const era = recent.eraOf(ACME)
  const renamed = { ...lucia, name: 'Lucía Gómez' }
  const staged = {
    ...stage({ worlds: [], versions: [] }),
    contacts: { added: [], changed: [{ row: renamed, version: 1 }] },
  }
  recent.committing(staged, new Map([[ACME, 1]]))
  expect(era && recent.contact(era, lucia.contactId)).toEqual({ row: renamed, version: 2 })
  recent.forget([ACME])
  recent.loaded(era, worldWith(renamed), at(2), nobody, 5)
  expect(recent.eraOf(ACME)).toBe(null)
})
