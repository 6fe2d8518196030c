import { expect, test } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import { seededRandom } from '#base/random.ts'
import { instant } from '#base/time.ts'
import type { Channel, Received } from '#channels/channel.ts'
import { whatsapp } from '#channels/whatsapp/index.ts'
import { SALES } from '#core/loop/scene.ts'
import { type Ledger, Unstorable } from '#store/ledger.ts'
import { memoryStore } from '#store/memory/ledger.ts'
import { createLoop } from './loop.ts'
import { NOTHING_SET } from './ports.ts'

const NOW = instant(Date.UTC(2026, 10, 22, 10))
const SECONDS = String(NOW / 1000)

/** A store that never takes what says “poison”, and always finds what says “stuck” taken already. */
function fussy(ledger: Ledger): Ledger {
  const commit: Ledger['commit'] = async (changes) => {
    const facts = JSON.stringify(changes.facts)
    if (facts.includes('stuck')) return { kind: 'conflict', what: 'address' }
    if (facts.includes('poison')) throw new Unstorable('index row size exceeds maximum')
    return ledger.commit(changes)
  }
  return { ...ledger, commit }
}

function office(channel: Channel = whatsapp, longestPauseMs = Number.POSITIVE_INFINITY) {
  const store = memoryStore()
  const ledger = fussy(store.ledger())
  const clock = { now: () => NOW }
  const loop = createLoop({
    ledger,
    channels: new Map([['whatsapp', channel]]),
    lines: { byKey: () => SALES, byId: () => SALES, appOf: () => 'app', ownerOf: () => null },
    settings: NOTHING_SET,
    clock,
    machineClock: clock,
    ids: uuidv7(seededRandom(1)),
    timer: (after, callback) => {
      const timer = setTimeout(callback, Math.min(after, longestPauseMs))
      return () => clearTimeout(timer)
    },
    log: { warn: () => undefined, error: () => undefined },
    holder: 'test',
  })
  const deliver = (texts: readonly string[]) => {
    const messages = texts.map((body, index) => ({
      from: `52155123${index}`,
      id: `wamid.${body}`,
      timestamp: SECONDS,
      type: 'text',
      text: { body },
    }))
    const value = { messaging_product: 'whatsapp', metadata: { phone_number_id: SALES.key }, messages }
    const entry = [{ id: SALES.groupKey, changes: [{ field: 'messages', value }] }]
    const body = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }))
    return ledger.deliveries.append([{ channel: 'whatsapp', appId: 'app', body, receivedAt: NOW }])
  }
  const texts = () =>
    [...store.rows.messages.values()].map(({ row }) => row.content.kind === 'text' && row.content.text)
  return { store, loop, deliver, texts, ledger }
}

test('what can never be stored is set aside whole, and its neighbours are stored in their order', async () => {
  const { store, loop, deliver, texts } = office()
  await deliver(['uno', 'poison', 'dos', 'tres'])
  await deliver(['cuatro', 'poison too'])
  loop.start()
  await expect.poll(texts).toEqual(['uno', 'dos', 'tres', 'cuatro'])
  await expect.poll(() => store.rows.setAside.length).toBe(2)
  expect(store.rows.setAside[0]).toMatchObject({
    delivery: { deliveryId: '1' },
    reason: 'store: index row size exceeds maximum',
  })
  await deliver(['cinco'])
  loop.wake()
  await expect.poll(texts).toContain('cinco')
  await loop.stop()
  expect(store.rows.setAside).toHaveLength(2)
})

const changed = (change: (text: string) => void): Channel => ({
  ...whatsapp,
  receive: (body): Received => {
    const received = whatsapp.receive(body)
    if (received.kind !== 'ours') return received
    for (const inbound of received.inbound) {
      if (inbound.kind !== 'receive-message' || inbound.content.kind !== 'text') continue
      change(inbound.content.text)
      if (inbound.content.text === 'poison') Object.assign(inbound, { content: null })
    }
    return received
  },
})

test('what our own code stumbles over is set aside, and its neighbours and followers are stored', async () => {
  const { store, loop, deliver, texts } = office(
    changed((text) => {
      if (text === 'venom') throw new RangeError('unexpected')
    }),
  )
  await deliver(['uno', 'poison', 'dos'])
  await deliver(['venom', 'lost with it'])
  await deliver(['tres'])
  loop.start()
  await expect.poll(texts, { timeout: 4_000 }).toEqual(['uno', 'dos', 'tres'])
  await loop.stop()
  expect(store.rows.setAside).toMatchObject([
    { delivery: { deliveryId: '2' }, reason: 'channel: RangeError: unexpected' },
    { delivery: { deliveryId: '1' }, raw: { wireId: 'wamid.poison' } },
  ])
})

test('a caller whose command can never be stored gets the error, and those beside it their answers', async () => {
  const { loop, deliver, texts } = office()
  await deliver(['uno'])
  loop.start()
  await expect.poll(texts).toEqual(['uno'])
  const send = (text: string) =>
    loop.submit({
      kind: 'send-message',
      accountId: SALES.accountId,
      messageId: `00000000-0000-7000-8000-00000000${text.length}000` as never,
      by: { kind: 'system' },
      to: { kind: 'person', line: SALES, sender: { userId: null, phone: '521551230', name: null, username: null } },
      content: { kind: 'text', text },
      target: null,
      template: null,
      replyToMessageId: null,
      seenUpTo: null,
      clientKey: text,
      clientFingerprint: text,
      priority: 0,
    })
  const answers = await Promise.allSettled([send('hola'), send('poison'), send('qué tal')])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  await loop.stop()
})

test('what conflicts for ever by itself is set aside after a while, and holds nobody up before or behind it', async () => {
  const { store, loop, deliver, texts } = office(whatsapp, 1)
  await deliver(['uno', 'stuck', 'dos'])
  await deliver(['tres'])
  loop.start()
  await expect.poll(texts, { timeout: 4_000 }).toEqual(['uno', 'dos', 'tres'])
  await loop.stop()
  expect(store.rows.setAside).toMatchObject([
    { delivery: { deliveryId: '1' }, reason: 'store: conflict without end: address' },
  ])
})

test('a long backlog is read ahead, in order and once', async () => {
  const { store, loop, deliver, texts } = office()
  const names = Array.from({ length: 700 }, (_, index) => `m${index}`)
  for (const name of names) await deliver([name])
  loop.start()
  await expect.poll(() => texts().length, { timeout: 5_000 }).toBe(700)
  await loop.stop()
  expect(texts()).toEqual(names)
  const received = [...store.rows.facts.values()].flat().filter((fact) => fact.kind === 'message-received')
  expect(received).toHaveLength(700)
})

test('what was read ahead of a batch that could not be stored waits for it', async () => {
  const { store, loop, deliver, texts } = office(whatsapp, 1)
  const names = Array.from({ length: 299 }, (_, index) => `m${index}`)
  await deliver(['stuck'])
  for (const name of names) await deliver([name])
  loop.start()
  await expect.poll(() => texts().length, { timeout: 15_000 }).toBe(299)
  await loop.stop()
  expect(texts()).toEqual(names)
  expect(store.rows.setAside).toMatchObject([{ delivery: { deliveryId: '1' } }])
}, 20_000)

test('the next batch is decided while the last is being committed, and once more when that meets a conflict', async () => {
  const { store, loop, deliver, texts, ledger } = office(whatsapp, 1)
  const { commit, load } = ledger
  let [loads, commits] = [0, 0]
  const loadedDuringCommit = Promise.withResolvers<void>()
  Object.assign(ledger, {
    load: async (needs: Parameters<typeof load>[0]) => {
      loads += 1
      const loaded = await load(needs)
      if (loads === 2) loadedDuringCommit.resolve()
      return loaded
    },
    commit: async (changes: Parameters<typeof commit>[0]) => {
      commits += 1
      if (commits > 1) return commit(changes)
      await loadedDuringCommit.promise
      return { kind: 'conflict', what: 'somebody else' }
    },
  })
  const names = Array.from({ length: 300 }, (_, index) => `m${index}`)
  for (const name of names) await deliver([name])
  loop.start()
  await expect.poll(() => texts().length, { timeout: 5_000 }).toBe(300)
  await loop.stop()
  expect(texts()).toEqual(names)
  expect(commits).toBe(3)
  expect(loads).toBe(4)
  expect(store.rows.setAside).toEqual([])
})

test('what must be set aside is not forgotten when that, too, meets conflicts', async () => {
  const { store, loop, deliver, texts, ledger } = office(whatsapp, 1)
  const { commit } = ledger
  let inTheWay = 40
  Object.assign(ledger, {
    commit: async (changes: Parameters<typeof commit>[0]) => {
      if (changes.setAside.length > 0 && inTheWay-- > 0) return { kind: 'conflict', what: 'somebody else' }
      return commit(changes)
    },
  })
  await deliver(['uno', 'poison', 'dos'])
  loop.start()
  await expect.poll(texts, { timeout: 4_000 }).toEqual(['uno', 'dos'])
  await expect.poll(() => store.rows.setAside, { timeout: 4_000 }).toMatchObject([{ delivery: { deliveryId: '1' } }])
  await loop.stop()
})
