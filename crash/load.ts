import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Fact } from '#core/loop/fact.ts'
import { ROOT } from './copy.ts'
import type { House, Said } from './house.ts'
import { type Listener, listen } from './listener.ts'
import { messagesBody, readBody } from './told.ts'

/** What the outside did in one round, and what it was answered. */
export type Load = {
  /** Messages in bodies answered with 200, and the phone they came from. */
  readonly acknowledged: ReadonlyMap<string, string>
  /** Of our messages whose reading was reported with a 200: the ids on the wire. */
  readonly reported: ReadonlySet<string>
  /** Messages the emulator's phones have written, and the phone. */
  readonly written: ReadonlyMap<string, string>
  /** Keys answered with 202, and all that were tried. */
  readonly keys: ReadonlySet<string>
  readonly tried: ReadonlySet<string>
  /** Answers of the door by status; 0: none. */
  readonly answers: ReadonlyMap<number, number>
  /** Refusals nobody should have met. */
  readonly wrongs: readonly string[]
  readonly listeners: readonly Listener[]
  /** Ends knocking, writing and sending, each when it has been answered; the feed is still heard. */
  readonly stop: () => Promise<void>
  /** Ends everything, also what is still unanswered. */
  readonly end: () => Promise<void>
}

/** How much happens at once, and how long everybody rests in between. */
const KNOCKERS = 4
const KNOCK_PAUSE_MS = 15
const CUSTOMERS = 12
const SENDERS = 3
const SEND_PAUSE_MS = 15
const WRITE_PAUSE_MS = 30
/** One listener sleeps now and then, and has to be told what it missed. */
const AWAKE_MS = 700
/** Below the burst of one customer, so that the sender's own pace does not stretch the round. */
const MOST_PER_CUSTOMER = 35
/** From then on one customer gets one in six seconds, as the platform wants it; whoever looks for a fresh one finds it. */
const SPENT_PAUSE_MS = (6_000 * SENDERS) / CUSTOMERS
const READY_WITHIN_MS = 20_000

/** Signed webhooks on several connections, phones that write, programs and an agent who send, and two at the feed. */
export async function startLoad(house: House, name: string): Promise<Load> {
  const { demo } = house
  const acknowledged = new Map<string, string>()
  const reported = new Set<string>()
  const written = new Map<string, string>()
  const keys = new Set<string>()
  const tried = new Set<string>()
  const answers = new Map<number, number>()
  const wrongs: string[] = []
  /** Ours that reached Meta, and whose reading nobody has reported yet. */
  const unread: string[] = []
  let isOver = false
  let isAbandoned = false

  const hear = (fact: Fact): void => {
    if (fact.kind === 'message-progressed' && fact.after === 'accepted' && fact.wireId !== null)
      unread.push(fact.wireId)
  }
  const listeners = [
    listen(house.front.port, demo.apiKey, null, hear),
    listen(house.front.port, demo.apiKey, AWAKE_MS, () => undefined),
  ]
  const customers = await Promise.all(Array.from({ length: CUSTOMERS }, () => newCustomer(house, name, written)))
  const [cookie, mediaId] = await Promise.all([signIn(house), upload(house)])
  const people = Array.from({ length: 8 }, () => newPhone('52156'))
  const until = Date.now() + READY_WITHIN_MS
  while (listeners.some((listener) => listener.seq() === null)) {
    if (Date.now() > until) throw new Error('Nobody was let in at the feed.')
    await pause(20)
  }

  async function knockOn(nth: number): Promise<void> {
    for (let count = nth; !isOver; count++) {
      const wamid = count % 5 === 0 ? unread.shift() : undefined
      const phone = people[count % people.length] ?? ''
      const texts = Array.from({ length: 1 + (count % 3) }, () => ({
        wamid: `wamid.${randomUUID()}`,
        text: textOf(count),
      }))
      const body = wamid === undefined ? messagesBody(demo, phone, texts) : readBody(demo, phone, wamid)
      // Meta repeats what it has no 200 for, and sometimes what it has.
      for (let status = 0, tries = 0; status !== 200 && !isOver; tries++) {
        status = await house.knock(body)
        answers.set(status, (answers.get(status) ?? 0) + 1)
        if (status === 200 && count % 10 === 0 && tries === 0) await house.knock(body)
        if (status === 200 && wamid !== undefined) reported.add(wamid)
        if (status === 200 && wamid === undefined) for (const text of texts) acknowledged.set(text.wamid, phone)
        if (![0, 200, 503].includes(status)) wrongs.push(`the door answered ${status}`)
        await pause(status === 200 ? KNOCK_PAUSE_MS : 40)
      }
    }
  }

  async function writeOn(): Promise<void> {
    for (let count = 0; !isOver; count++) {
      const { id, phone } = customers[count % CUSTOMERS] as Customer
      const content = count % 12 === 7 ? { kind: 'image', sample: true } : { kind: 'text', text: textOf(count) }
      const wamid = await write(house, id, content).catch(() => null)
      if (wamid !== null) written.set(wamid, phone)
      await pause(WRITE_PAUSE_MS)
    }
  }

  async function sendOn(nth: number): Promise<void> {
    const asAgent = { cookie, origin: demo.url, 'content-type': 'application/json' }
    const asProgram = { authorization: `Bearer ${demo.apiKey}` }
    for (let count = nth; !isOver; count += SENDERS) {
      const { conversationId } = customers[count % CUSTOMERS] as Customer
      const key = randomUUID()
      tried.add(key)
      const headers = { ...(nth === 0 ? asAgent : asProgram), 'idempotency-key': key }
      const words = `clave ${key}`
      const content = count % 15 === 4 ? { kind: 'image', mediaId, caption: words } : { kind: 'text', text: words }
      const message = { to: { conversationId }, content }
      if (nth === 0) await house.api('POST', `/conversations/${conversationId}/seen`, {}, headers).catch(() => null)
      for (let status = 0; status !== 202 && !isAbandoned;) {
        const said: Said = await house
          .api('POST', '/messages', message, headers)
          .catch(() => ({ status: 0, body: null }))
        status = said.status
        if (status === 202) keys.add(key)
        else if (status >= 400 && status < 500) {
          wrongs.push(`sending was answered with ${status} ${JSON.stringify(said.body).slice(0, 300)}`)
          break
        }
        await pause(status === 202 ? SEND_PAUSE_MS : 50)
      }
      // In small rests, so that the end of the round is not missed.
      if (count >= CUSTOMERS * MOST_PER_CUSTOMER)
        for (let restMs = 0; !isOver && restMs < SPENT_PAUSE_MS; restMs += 50) await pause(50)
    }
  }

  const everybody = [
    ...Array.from({ length: KNOCKERS }, (_, nth) => knockOn(nth)),
    ...Array.from({ length: SENDERS }, (_, nth) => sendOn(nth)),
    writeOn(),
  ]
  return {
    acknowledged,
    reported,
    written,
    keys,
    tried,
    answers,
    wrongs,
    listeners,
    stop: async () => {
      isOver = true
      await Promise.all(everybody)
    },
    end: async () => {
      isOver = true
      isAbandoned = true
      for (const listener of listeners) listener.stop()
      await Promise.all(everybody)
    },
  }
}

type Customer = { readonly id: string; readonly phone: string; readonly conversationId: string }

/** A customer who has written, so that they can be answered. */
async function newCustomer(house: House, name: string, written: Map<string, string>): Promise<Customer> {
  const phone = newPhone('52155')
  const id = `${name}-${phone}`
  await house.control('POST', '/phones', { id, name: `Clienta ${phone.slice(-4)}`, waId: phone })
  written.set(await write(house, id, { kind: 'text', text: 'hola' }), phone)
  const until = Date.now() + READY_WITHIN_MS
  for (;;) {
    const [found] = await house.ask<{ id: string }>(CONVERSATION_OF, [phone])
    if (found) return { id, phone, conversationId: found.id }
    if (Date.now() > until) throw new Error(`The first message of ${phone} did not come in.`)
    await pause(20)
  }
}

const CONVERSATION_OF = `
  select conversation_id as id from conversation join address using (account_id, contact_id)
  where address.kind = 'phone' and address.value = $1`

async function write(house: House, id: string, content: object): Promise<string> {
  const route = `/phones/${id}/chats/${house.demo.phoneNumberIds[0]}/messages`
  return (await house.control<{ wamid: string }>('POST', route, content)).wamid
}

async function signIn(house: House): Promise<string> {
  const { email, password, url } = house.demo
  const response = await fetch(`http://127.0.0.1:${house.front.port}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!response.ok || cookie === undefined) throw new Error(`Signing in: ${response.status} ${await response.text()}`)
  return cookie
}

/** A photo that nobody has seen before. */
async function upload(house: House): Promise<string> {
  const photo = readFileSync(path.join(ROOT, 'emulator/samples/photo.jpg'))
  const response = await fetch(`http://127.0.0.1:${house.front.port}/api/v1/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${house.demo.apiKey}`, 'content-type': 'image/jpeg', 'x-filename': 'foto.jpg' },
    body: Buffer.concat([photo, randomBytes(16)]),
  })
  if (!response.ok) throw new Error(`Storing a file: ${response.status} ${await response.text()}`)
  return ((await response.json()) as { id: string }).id
}

/** A number that nobody had before. */
let lastPhone = Date.now() % 90_000_000
const newPhone = (prefix: string): string => prefix + String(10_000_000 + (lastPhone++ % 90_000_000))

const textOf = (count: number): string => `Mensaje ${count} ${'x'.repeat((count * 37) % 600)}`
