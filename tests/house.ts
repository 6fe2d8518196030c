import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '#tools/free-port.ts'
import { scratchFolder } from '#tools/scratch.ts'
import type { Demo } from '#tools/start/demo-file.ts'
import { copyCluster } from '#tools/test-server.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const START_PATIENCE_MS = 120_000

/**
 * The house as a newcomer starts it, in a folder of its own, on free ports. Only one that is `bare` makes its database
 * cluster itself, on disk; the others are given an empty one, in memory where there is room.
 */
export type House = Awaited<ReturnType<typeof openHouse>>

export async function openHouse({ story = false, dataDir = '', bare = false } = {}) {
  const isOurs = dataDir === ''
  const folder = dataDir || (bare ? mkdtempSync(path.join(os.tmpdir(), 'hilo-house-')) : scratchFolder('hilo-house-'))
  if (isOurs && !bare) copyCluster(path.join(folder, 'postgres'))
  const [port, emulatorPort] = [await freePort(), await freePort()]
  const env = {
    ...process.env,
    PORT: String(port),
    EMULATOR_PORT: String(emulatorPort),
    HILO_DATA: folder,
    HILO_STORY: story ? '1' : '0',
    DATABASE_URL: undefined,
  }
  const output: string[] = []
  const supervisor = spawn(process.execPath, [path.join(ROOT, 'tools/start.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [supervisor.stdout, supervisor.stderr]) stream.on('data', (text) => output.push(String(text)))
  const close = async (keep = false): Promise<void> => {
    supervisor.kill('SIGINT')
    await new Promise((resolve) => (supervisor.exitCode === null ? supervisor.once('exit', resolve) : resolve(null)))
    if (!keep) rmSync(folder, { recursive: true, force: true })
  }
  try {
    await ready(supervisor, `http://127.0.0.1:${port}/readyz`, emulatorPort, output)
  } catch (error) {
    await close(!isOurs)
    throw error
  }
  const demo = JSON.parse(readFileSync(path.join(folder, 'demo.json'), 'utf8')) as Demo

  /** Calls the API with the key. */
  const api = async <Answer>(method: string, route: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${demo.url}/api/v1${route}`, {
      method,
      headers: {
        authorization: `Bearer ${demo.apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Answer }
  }

  /** Calls the emulator's control API. */
  const control = async <Answer>(method: string, route: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${demo.emulatorUrl}/control/v1${route}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${text}`)
    return (text === '' ? null : JSON.parse(text)) as Answer
  }

  /** Knocks at the door with a body signed as Meta signs; the status, or 0 when nobody answered. */
  const knock = async (body: string | Uint8Array, secret = demo.appSecret): Promise<number> => {
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    try {
      const response = await fetch(demo.webhookUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
        body,
      })
      await response.arrayBuffer()
      return response.status
    } catch {
      return 0
    }
  }

  return {
    demo,
    folder,
    output,
    api,
    control,
    knock,
    close,
  }
}

/** One message of a customer as Meta writes it. */
export const messageBody = (demo: Demo, message: object, { from = '5215500000001', name = 'Prueba' } = {}) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: demo.wabaId,
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '525550001000', phone_number_id: demo.phoneNumberIds[0] },
              contacts: [{ profile: { name }, wa_id: from }],
              messages: [{ from, timestamp: String(Math.floor(Date.now() / 1000)), ...message }],
            },
          },
        ],
      },
    ],
  })

export const textBody = (demo: Demo, text: string, { wamid = `wamid.${randomUUID()}`, from = '5215500000001' } = {}) =>
  messageBody(demo, { id: wamid, type: 'text', text: { body: text } }, { from })

/** Waits until `look` finds something; says what was waited for when it does not. */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | undefined | null | false>,
  patienceMs = 15_000,
): Promise<Found> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const found = await look().catch(() => undefined)
    if (found !== undefined && found !== null && found !== false) return found
    if (Date.now() > deadline) throw new Error(`Waited ${patienceMs / 1000} s in vain for ${what}`)
    await delay(25)
  }
}

async function ready(supervisor: ChildProcess, url: string, emulatorPort: number, output: readonly string[]) {
  const fail = () => new Error(`The house did not start:\n${output.join('')}`)
  const deadline = Date.now() + START_PATIENCE_MS
  const isUp = (address: string) =>
    fetch(address).then(
      (answer) => answer.ok,
      () => false,
    )
  while (!(await isUp(url)) || !(await isUp(`http://127.0.0.1:${emulatorPort}/control/v1/clock`))) {
    if (supervisor.exitCode !== null || Date.now() > deadline) throw fail()
    await delay(50)
  }
  while (!output.join('').includes('demo.json')) {
    if (supervisor.exitCode !== null || Date.now() > deadline) throw fail()
    await delay(50)
  }
}
