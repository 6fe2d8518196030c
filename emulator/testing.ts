import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { demoPhones } from './demo-phones.ts'
import { demoTemplates } from './demo-templates.ts'
import { type Emulator, startEmulator } from './emulator.ts'
import { type Fields, fieldsOf, listOf } from './json.ts'

export const SALES = '106540352242922'
export const SUPPORT = '106540352242923'
export const WABA = '102290129340398'
export const TOKEN = 'EAAtoken-of-the-test'
export const SECRET = 'secret-of-the-test-app'

/** A webhook receiver that remembers every body and answers what it is told to. */
export type Receiver = {
  readonly url: string
  readonly bodies: { readonly raw: string; readonly headers: IncomingMessage['headers'] }[]
  /** The status of the next answers; the last one stays. */
  answers: number[]
  /** Every change received, in order. */
  readonly values: () => Fields[]
  readonly messages: () => Fields[]
  readonly statuses: () => Fields[]
  readonly close: () => Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const bodies: Receiver['bodies'] = []
  const receiver = { answers: [200] }
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (request.method === 'GET') {
        const query = new URL(request.url ?? '/', 'http://x').searchParams
        const known = query.get('hub.verify_token') === 'verify-me'
        response.writeHead(known ? 200 : 403).end(known ? query.get('hub.challenge') : '')
        return
      }
      bodies.push({ raw: Buffer.concat(parts).toString('utf8'), headers: request.headers })
      const status = receiver.answers.length > 1 ? receiver.answers.shift() : receiver.answers[0]
      response.writeHead(status ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const values = () =>
    bodies
      .flatMap(({ raw }) => listOf(fieldsOf(JSON.parse(raw))['entry']))
      .flatMap((entry) => listOf(fieldsOf(entry)['changes']))
      .map((change) => fieldsOf(fieldsOf(change)['value']))
  const all = (name: string) => () =>
    values()
      .flatMap((value) => listOf(value[name]))
      .map(fieldsOf)
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    bodies,
    values,
    messages: all('messages'),
    statuses: all('statuses'),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  })
}

export type TestWorld = {
  readonly emulator: Emulator
  readonly receiver: Receiver
  /** A Graph call with the token; JSON in, JSON out. */
  readonly graph: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: Fields }>
  readonly send: (body: Fields, number?: string) => Promise<{ status: number; body: Fields }>
  readonly control: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: Fields }>
  /** A customer writes to the sales number. Gives the wamid. */
  readonly write: (phone: string, body: Fields) => Promise<string>
  readonly close: () => Promise<void>
}

export async function startTestWorld(dataDir: string | null = null, receiver?: Receiver): Promise<TestWorld> {
  const listening = receiver ?? (await startReceiver())
  const emulator = await startEmulator({
    port: 0,
    dataDir,
    app: {
      id: '900',
      name: 'Test',
      secret: SECRET,
      accessToken: TOKEN,
      verifyToken: 'verify-me',
      callbackUrl: listening.url,
      clockUrl: null,
    },
    waba: { id: WABA, name: 'Financiera Aurora', businessId: '202290129340398', country: 'MX', currency: 'USD' },
    numbers: [
      { id: SALES, displayPhoneNumber: '+52 55 5000 1000', verifiedName: 'Aurora Ventas', country: 'MX' },
      { id: SUPPORT, displayPhoneNumber: '+54 11 5000 2000', verifiedName: 'Aurora Soporte', country: 'AR' },
    ],
    phones: demoPhones,
    templates: demoTemplates,
  })
  emulator.world.faults.set({ ...emulator.world.faults.get(), statusDelayMs: 5 })
  const call = async (address: string, method: string, body: unknown, headers: Record<string, string>) => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const response = await fetch(address, {
      method,
      headers: { ...json, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: fieldsOf(text === '' ? {} : JSON.parse(text)) }
  }
  const graph: TestWorld['graph'] = (method, path, body, headers = {}) =>
    call(`${emulator.url}/v26.0/${path}`, method, body, { authorization: `Bearer ${TOKEN}`, ...headers })
  const control: TestWorld['control'] = (method, path, body) =>
    call(`${emulator.url}/control/v1/${path}`, method, body, {})
  return {
    emulator,
    receiver: listening,
    graph,
    control,
    send: (body, number = SALES) => graph('POST', `${number}/messages`, { messaging_product: 'whatsapp', ...body }),
    write: async (phone, body) =>
      String((await control('POST', `phones/${phone}/chats/${SALES}/messages`, body)).body['wamid']),
    close: async () => {
      await emulator.close()
      await listening.close()
    },
  }
}

export const text = (to: string, body = 'Hola'): Fields => ({ to, type: 'text', text: { body } })

/** The error object of a refusal. */
export const errorOf = (answer: { body: Fields }): Fields => fieldsOf(answer.body['error'])
