import { createHmac, randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createLoop } from '#app/loop.ts'
import { uuidv7 } from '#base/ids.ts'
import { instant } from '#base/time.ts'
import { whatsapp } from '#channels/whatsapp/index.ts'
import { whatsappPlatform } from '#channels/whatsapp/platform.ts'
import type { ConversationView, MessageView, ProblemView } from '#contract/views.ts'
import { openStore } from '#store/postgres/open.ts'
import { migratedDatabase } from '#store/postgres/test-store.ts'
import { scratchFolder } from '#tools/scratch.ts'
import { createClock } from './clock.ts'
import type { Config, Demo } from './config.ts'
import { seedDemo } from './demo.ts'
import { createDirectory } from './directory.ts'
import { createGraph } from './graph.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { heedingReach } from './reach.ts'
import { createVault, cryptoRandom } from './secrets.ts'
import { createServer } from './server.ts'

type GraphCall = { readonly method: string; readonly url: string; readonly body: string }
type Answers = (call: GraphCall, response: ServerResponse) => void

export const SECRET = 'app-secret-0123456789'
export const NUMBER = '106540352242922'
export const WABA = '102290129340398'
export type House = Awaited<ReturnType<typeof openHouse>>

/** The whole server on a database of its own, with a Graph that answers as told, or another one. */
export async function openHouse(
  instead: Partial<Pick<Demo, 'graphUrl' | 'accessToken' | 'appSecret' | 'appId' | 'phoneNumbers'>> = {},
  logTo: { readonly level: string; readonly write: (line: string) => void } | null = null,
) {
  const folder = scratchFolder('hilo-server-')
  const database = await migratedDatabase()
  const store = openStore({ databaseUrl: database.url })
  const calls: GraphCall[] = []
  let answer: Answers = accepted
  const graph = createHttpServer((request, response) => {
    void bodyOf(request).then((body) => {
      const call = { method: request.method ?? '', url: request.url ?? '', body }
      calls.push(call)
      answer(call, response)
    })
  })
  await new Promise<void>((resolve) => graph.listen(0, '127.0.0.1', resolve))
  const graphUrl = instead.graphUrl ?? `http://127.0.0.1:${(graph.address() as AddressInfo).port}`

  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir: folder,
    databaseUrl: database.url,
    secret: 's'.repeat(32),
    publicUrl: 'http://localhost:4000',
    graphUrl,
    graphVersion: 'v26.0',
    logLevel: 'error',
    keepDeliveriesDays: 30,
    metricsToken: null,
    trustedProxies: [],
    firstAdmin: null,
    onboarding: null,
    demo: {
      url: 'http://localhost:4000',
      email: 'ana@aurora.example',
      password: 'bacado-defigo-1234',
      apiKey: `hilo_demo_${randomBytes(24).toString('hex')}`,
      emulatorUrl: graphUrl,
      graphUrl,
      accessToken: 'EAAtoken123456',
      appSecret: SECRET,
      verifyToken: 'verify-me-please',
      appId: '4242',
      wabaId: WABA,
      phoneNumbers: [{ id: NUMBER, displayPhoneNumber: '+52 55 5000 1000', verifiedName: 'Aurora', country: 'MX' }],
      businessName: 'Financiera Aurora',
      secret: 's'.repeat(32),
      ...instead,
    },
    crashAt: null,
  }
  const clock = createClock()
  const machineClock = { now: () => instant(Date.now()) }
  const { registry, views, ledger } = store
  const vault = createVault(config.secret)
  const directory = createDirectory(registry, vault, store.policies, store.erasures, store.openingHours)
  const log = logTo === null ? createLog(config.logLevel) : createLog(logTo.level, logTo)
  if (config.demo) await seedDemo({ registry, vault, clock }, config.demo)
  await directory.reload()
  const channels = new Map([['whatsapp', whatsapp]] as const)
  const ids = uuidv7(cryptoRandom)
  const loop = createLoop({
    ledger: heedingReach(ledger, directory, clock),
    channels,
    lines: directory,
    settings: directory,
    clock,
    machineClock,
    ids,
    timer: (after, callback) => {
      const timer = setTimeout(callback, after)
      return () => clearTimeout(timer)
    },
    log,
    holder: 'test',
  })
  const metrics = createMetrics()
  const server = await createServer({
    config,
    graph: createGraph({ ...config, metrics }),
    clock,
    machineClock,
    ids,
    ledger,
    views,
    registry,
    directory,
    loop,
    channels,
    platform: whatsappPlatform,
    vault,
    metrics,
    log,
    listen: store.listen,
    setAsides: store.setAsides,
    templates: store.templates,
    notices: store.notices,
    alerts: store.alerts,
    openingHours: store.openingHours,
    ownWords: store.ownWords,
    guides: store.guides,
    guideShares: store.guideShares,
    forms: store.forms,
    numbers: store.numbers,
    appSyncs: store.appSyncs,
    consents: store.consents,
    signUps: store.signUps,
    costs: store.costs,
    duplicates: store.duplicates,
    policies: store.policies,
    privacy: store.privacy,
    erasures: store.erasures,
    reprocessing: store.reprocessing,
    upkeep: store.upkeep,
    searchIndex: store.searchIndex,
    health: () => store.ping().then(() => ({ isReady: true, problem: null, lagMs: 0, effectsDue: 0 })),
    deskFolder: path.join(folder, 'no-desk'),
  })
  loop.start()
  const url = await server.listen()

  const api = async <Body = ProblemView>(method: string, route: string, body?: unknown, more: Headers = {}) => {
    const headers: Headers = { authorization: `Bearer ${config.demo?.apiKey}`, ...more }
    if (body !== undefined && !('content-type' in headers)) headers['content-type'] = 'application/json'
    const payload = body === undefined || typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body)
    const response = await fetch(url + route, { method, headers, ...(payload === undefined ? {} : { body: payload }) })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Body }
  }

  const knock = async (body: string | Buffer, headers: Headers = {}) => {
    const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`
    const response = await fetch(`${url}/webhooks/whatsapp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature, ...headers },
      body,
    })
    const text = await response.text()
    return { status: response.status, text }
  }

  return {
    url,
    databaseUrl: database.url,
    config,
    store,
    loop,
    directory,
    clock,
    calls,
    api,
    knock,
    /** What Graph answers from now on. */
    answerWith: (next: Answers) => (answer = next),
    /** A customer writes; resolves with the conversation once the desk would show it. */
    write: async (from: string, text: string): Promise<ConversationView> => {
      await knock(textFrom(from, text))
      return until(async () => {
        const { body } = await api<{ data: ConversationView[] }>('GET', '/api/v1/conversations')
        return body.data.find((row) => row.contact.phone === `+${from}` && row.lastMessage?.preview === text)
      })
    },
    /** A message once it has reached one of the states. */
    reaching: (id: string, ...states: string[]): Promise<MessageView> =>
      until(async () => {
        const { body } = await api<MessageView>('GET', `/api/v1/messages/${id}`)
        return states.includes(body.status ?? '') ? body : undefined
      }),
    close: async () => {
      await server.close()
      await loop.stop()
      await store.close()
      await database.drop()
      graph.closeAllConnections()
      graph.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Headers = Record<string, string>

export const accepted: Answers = ({ url, body }, response) => {
  response.setHeader('content-type', 'application/json')
  if (url.includes('/message_templates')) return void response.end('{"data":[]}')
  if (url.includes('/media')) return void response.end('{"id":"778899"}')
  const to = (JSON.parse(body || '{}') as { to?: string }).to ?? ''
  const id = `wamid.${randomBytes(8).toString('hex')}`
  response.end(JSON.stringify({ messages: [{ id }], contacts: [{ input: to, wa_id: to.replace('+', '') }] }))
}

/** A large file goes by without being kept: memory is measured in this process. */
const KEPT_OF_BODY = 1024 * 1024

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) if (text.length < KEPT_OF_BODY) text += String(chunk)
  return text
}

let count = 0
export const textFrom = (from: string, text: string, number = NUMBER, waba = WABA): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: waba,
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '525550001000', phone_number_id: number },
              contacts: [{ profile: { name: 'Lucía' }, wa_id: from }],
              messages: [
                {
                  from,
                  id: `wamid.in${String(++count).padStart(6, '0')}`,
                  timestamp: String(Math.floor(Date.now() / 1000)),
                  type: 'text',
                  text: { body: text },
                },
              ],
            },
          },
        ],
      },
    ],
  })

/** Asks until there is an answer; ten seconds at most, where nothing else is said. */
export async function until<Found>(ask: () => Promise<Found | undefined>, withinMs = 10_000): Promise<Found> {
  const end = Date.now() + withinMs
  for (;;) {
    const found = await ask()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`Nothing came within ${withinMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}
