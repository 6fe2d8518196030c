import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#tools/free-port.ts'
import { type Child, startChild } from '#tools/start/child.ts'
import { type Demo, prepareDemo } from '#tools/start/demo-file.ts'
import { type Copy, isSame, logFileOf, ROOT, startCopy } from './copy.ts'
import { type Database, openDatabase } from './database.ts'
import { type Front, openFront } from './front.ts'
import { type Link, openLink } from './link.ts'

/** PostgreSQL, the emulator, and copies of the server behind one door, in a folder of their own, over many rounds. */
export type House = {
  readonly folder: string
  readonly demo: Demo
  readonly front: Front
  readonly link: Link
  readonly emulator: Child
  /** Where the copies of this round keep their data. */
  readonly place: () => Place
  readonly copies: () => readonly Copy[]
  /** Starts and stops copies until they are as asked for, all ready, behind the door. */
  readonly arrange: (wanted: Wanted) => Promise<void>
  /** Takes this one from the door, and ends it as the launcher does. */
  readonly dismiss: (copy: Copy) => Promise<void>
  /** One more copy at the door. */
  readonly hire: (root: string) => Promise<Copy>
  readonly ask: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>
  readonly api: (
    method: string,
    route: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Said>
  /** The emulator's control API; throws when it does not answer 2xx. */
  readonly control: <Value>(method: string, route: string, body?: unknown) => Promise<Value>
  /** Knocks at the door with a body signed as Meta signs; the status, or 0 when nobody answered. */
  readonly knock: (body: string) => Promise<number>
  /** Moves the clock of emulator and copies forward. */
  readonly turnClock: (byMs: number) => Promise<void>
  /** Ends everything; the folder with its data and logs goes too, unless it is kept. */
  readonly close: (isKept?: boolean) => Promise<void>
}

export type Place = { readonly database: Database; readonly name: string }
export type Said = { readonly status: number; readonly body: unknown }
export type Wanted = {
  readonly copies?: number
  /** Whether they reach PostgreSQL through the link. */
  readonly linked?: boolean
  readonly crashAt?: string | null
  readonly place?: Place
  readonly root?: string
}

export const MAIN_DATABASE = 'hilo-crash'
const ANSWER_WITHIN_MS = 4_000
const READY_PATIENCE_MS = 30_000

export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(path.join(process.env['HILO_CRASH_DIR'] ?? os.tmpdir(), 'hilo-crash-'))
  const front = await openFront()
  const emulatorPort = await freePort()
  const { file, demo } = prepareDemo(folder, { port: front.port, emulatorPort })
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    HILO_DATA: folder,
    HILO_DEMO: '1',
    HILO_DEMO_FILE: file,
    EMULATOR_PORT: String(emulatorPort),
  }
  const emulator = startChild({
    name: 'The emulator',
    script: path.join(ROOT, 'emulator/main.ts'),
    env,
    readyUrl: `http://127.0.0.1:${emulatorPort}/control/v1/clock`,
    logFile: logFileOf(folder, 'emulator'),
    say: () => undefined,
  })
  const home: Place = { database: await openDatabase(path.join(folder, 'postgres')), name: MAIN_DATABASE }
  await home.database.create(home.name)
  let place = home
  const link = await openLink(() => place.database.socketFile)
  let copies: readonly Copy[] = []
  let isLinked = false
  let hired = 0
  let clockOffsetMs = 0

  const seat = (): void => front.leadTo(copies.map(({ port }) => port))

  async function dismiss(copy: Copy): Promise<void> {
    copies = copies.filter((other) => other !== copy)
    seat()
    await copy.child.stop()
  }

  async function start(root: string, crashAt: string | null): Promise<Copy> {
    const databaseUrl = place.database.url(place.name, isLinked ? link.port : null)
    const name = `copy-${++hired}`
    const copy = startCopy({ plan: { root, databaseUrl, crashAt }, port: await freePort(), name, dataDir: folder, env })
    copies = [...copies, copy]
    await copy.child.ready
    seat()
    return copy
  }

  async function arrange(wanted: Wanted): Promise<void> {
    const { copies: count = 1, linked = false, crashAt = null, root = ROOT } = wanted
    place = wanted.place ?? home
    isLinked = linked
    const plan = { root, databaseUrl: place.database.url(place.name, linked ? link.port : null), crashAt }
    const kept = copies.filter((copy) => crashAt === null && isSame(copy.plan, plan))
    for (const copy of copies) if (!kept.slice(0, count).includes(copy)) await dismiss(copy)
    while (copies.length < count) await start(root, crashAt)
    seat()
    await Promise.all(copies.map(({ port }) => untilReady(port)))
  }

  const control = async <Value>(method: string, route: string, body?: unknown): Promise<Value> => {
    const { status, body: value } = await call(`http://127.0.0.1:${emulatorPort}/control/v1${route}`, method, body, {})
    if (status < 200 || status > 299) throw new Error(`${method} ${route}: ${status} ${JSON.stringify(value)}`)
    return value as Value
  }

  await emulator.ready
  await control('PUT', '/faults', { rates: false })
  return {
    folder,
    demo,
    front,
    link,
    emulator,
    place: () => place,
    copies: () => copies,
    arrange,
    dismiss,
    hire: (root) => start(root, null),
    ask: (text, values) => place.database.ask(place.name, text, values),
    api: (method, route, body, headers = { authorization: `Bearer ${demo.apiKey}` }) =>
      call(`http://127.0.0.1:${front.port}/api/v1${route}`, method, body, headers),
    control,
    knock: async (body) => {
      const headers = { 'x-hub-signature-256': signatureOf(body, demo.appSecret) }
      const url = `http://127.0.0.1:${front.port}/webhooks/whatsapp`
      return (await call(url, 'POST', body, headers).catch(() => NOBODY)).status
    },
    turnClock: async (byMs) => {
      clockOffsetMs += byMs
      await control('POST', '/clock', { offsetMs: clockOffsetMs })
      const body = JSON.stringify({ offsetMs: clockOffsetMs })
      const headers = { 'x-hub-signature-256': signatureOf(body, demo.appSecret) }
      for (const { port } of copies) await call(`http://127.0.0.1:${port}/demo/clock`, 'POST', body, headers)
    },
    close: async (isKept = false) => {
      for (const copy of copies) await dismiss(copy)
      await emulator.stop()
      await link.close()
      await front.close()
      await home.database.close()
      if (!isKept) rmSync(folder, { recursive: true, force: true })
    },
  }
}

const NOBODY: Said = { status: 0, body: null }

const signatureOf = (body: string, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

/** Rejects when nobody answers in time. A text is sent as it is. */
async function call(
  url: string,
  method: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Said> {
  const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(url, {
    method,
    headers: { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    ...(payload === undefined ? {} : { body: payload }),
  })
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as unknown) : text }
}

async function untilReady(port: number): Promise<void> {
  const until = Date.now() + READY_PATIENCE_MS
  const isReady = () => call(`http://127.0.0.1:${port}/readyz`, 'GET', undefined, {}).catch(() => NOBODY)
  while ((await isReady()).status !== 200) {
    if (Date.now() > until)
      throw new Error(`The copy at port ${port} was not ready within ${READY_PATIENCE_MS / 1000} s.`)
    await pause(50)
  }
}
