import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConversationView, MessageView } from '#contract/views.ts'
import { type House, openHouse, textBody, until } from './house.ts'

type Page<Item> = { data: Item[]; next: string | null }
type Bubble = { from: string; message: object }

/** Below the burst of one customer, so that the sender's own pace does not stretch the test. */
const CUSTOMERS = 12
const MOST_PER_CUSTOMER = 30
type Chat = { readonly phone: string; readonly conversationId: string }

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.control('PUT', '/faults', { rates: false })
})
afterAll(() => house.close())

describe.each([['src/main.ts'], ['postgres']])('kill -9 of %s in the middle of traffic', (victim) => {
  test('loses no message that got a 200 and sends none twice', async () => {
    const from = `52155${Math.floor(Math.random() * 1e8)}`
    const chats = await Promise.all(Array.from({ length: CUSTOMERS }, (_, nth) => newChat(`${Date.now()}${nth}`)))
    const acknowledged: string[] = []
    const sent: { readonly key: string; readonly chat: Chat }[] = []
    let isOver = false
    const knocking = Array.from({ length: 8 }, async () => {
      while (!isOver) {
        const wamid = `wamid.${randomUUID()}`
        if ((await house.knock(textBody(house.demo, wamid, { wamid, from }))) === 200) acknowledged.push(wamid)
        else await delay(20)
      }
    })
    const sending = (async () => {
      while (!isOver && sent.length < CUSTOMERS * MOST_PER_CUSTOMER) {
        const key = randomUUID()
        const chat = chats[sent.length % CUSTOMERS] as Chat
        sent.push({ key, chat })
        await sendUntilAccepted(chat.conversationId, key)
      }
    })()
    await delay(800)
    const pid = house.pidOf(victim)
    expect(pid).not.toBeNull()
    process.kill(Number(pid), 'SIGKILL')
    await delay(400)
    await until('the house to be back', async () => (await fetch(`${house.demo.url}/readyz`)).ok)
    const after = acknowledged.length
    await until('traffic to flow again', async () => acknowledged.length > after + 20)
    isOver = true
    await Promise.all([...knocking, sending])
    await everythingKept(from, acknowledged)
    for (const chat of chats) {
      await everythingSentOnce(
        chat,
        sent.filter((one) => one.chat === chat).map(({ key }) => key),
      )
    }
  }, 180_000)
})

const sales = (): string => String(house.demo.phoneNumberIds[0])

/** A customer who has written, so that they can be answered. */
async function newChat(name: string): Promise<Chat> {
  await house.control('POST', '/phones', { id: name, name, waId: name.slice(-13) })
  await house.control('POST', `/phones/${name}/chats/${sales()}/messages`, { kind: 'text', text: 'hola' })
  return { phone: name, conversationId: (await conversationNamed(name)).id }
}

async function everythingKept(from: string, acknowledged: readonly string[]): Promise<void> {
  const { id } = await conversationNamed('Prueba', from)
  await until(
    `all ${acknowledged.length} acknowledged messages`,
    async () => {
      const kept = (await allMessages(id)).map((message) => message.wireId)
      expect(new Set(kept).size).toBe(kept.length)
      const known = new Set(kept)
      return acknowledged.every((wamid) => known.has(wamid))
    },
    30_000,
  )
}

/** Each key reached the phone at most once, and every message is either on its way's end or shown to a person. */
async function everythingSentOnce({ phone, conversationId: id }: Chat, keys: readonly string[]): Promise<void> {
  const settled = await until(
    'every message to be settled',
    async () => {
      const ours = (await allMessages(id)).filter((message) => message.direction === 'out')
      const open = ours.filter((message) => ['queued', 'sending', 'accepted'].includes(String(message.status)))
      return open.length === 0 ? ours : undefined
    },
    90_000,
  )
  expect(settled).toHaveLength(keys.length)
  const { data } = await house.control<{ data: Bubble[] }>('GET', `/phones/${phone}/chats/${sales()}`)
  const texts = data.filter((bubble) => bubble.from === 'business').map((bubble) => JSON.stringify(bubble.message))
  for (const key of keys) expect(texts.filter((text) => text.includes(key)).length).toBeLessThanOrEqual(1)
  const arrived = keys.filter((key) => texts.some((text) => text.includes(key)))
  const unknown = settled.filter((message) => message.status === 'unknown')
  expect(arrived.length + unknown.length).toBeGreaterThanOrEqual(keys.length)
}

/** As a careful client does: the same key until there is an answer. */
async function sendUntilAccepted(conversationId: string, key: string): Promise<void> {
  const content = { kind: 'text', text: `clave ${key}` }
  for (;;) {
    const answer = await house
      .api('POST', '/messages', { to: { conversationId }, content }, { 'idempotency-key': key })
      .catch(() => ({ status: 0, body: null }))
    if (answer.status === 202) return
    if (answer.status !== 0 && answer.status < 500) throw new Error(JSON.stringify(answer))
    await delay(50)
  }
}

const conversationNamed = (name: string, phone = '') =>
  until(`a conversation with ${name}`, async () => {
    const { body } = await house.api<Page<ConversationView>>('GET', '/conversations?limit=100')
    return body.data.find(({ contact }) => contact.name === name && (contact.phone ?? '').includes(phone))
  })

async function allMessages(id: string): Promise<MessageView[]> {
  const found: MessageView[] = []
  let cursor = ''
  do {
    const { body } = await house.api<Page<MessageView>>('GET', `/conversations/${id}/messages?limit=100${cursor}`)
    found.push(...body.data)
    cursor = body.next === null ? '' : `&cursor=${body.next}`
  } while (cursor !== '')
  return found
}
