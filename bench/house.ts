import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Demo } from '#server/config.ts'
import { freePort } from '#tools/free-port.ts'
import { type Postgres, startPostgres } from '#tools/postgres.ts'
import { NODE_FLAGS } from '#tools/start/child.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const PATIENCE_MS = 60_000

/** PostgreSQL with fsync and, once started, server and emulator, in a folder of their own, on loopback only. */
export type House = {
  readonly folder: string
  readonly postgres: Postgres
  readonly settings: Demo
  readonly port: number
  /** `flags`: of Node. */
  readonly startServer: (flags?: readonly string[]) => Promise<Started>
  /** Meta's double at `settings.emulatorUrl`; until then nobody answers there. */
  readonly startEmulator: () => Promise<Started>
  readonly close: () => Promise<void>
}

export type HouseOptions = {
  /** Where everything is kept for a later run; otherwise in a folder that is gone afterwards. */
  readonly folder?: string
  /** What Meta grants the line; STANDARD unless said otherwise. */
  readonly throughput?: 'STANDARD' | 'HIGH'
}
type Started = { readonly pid: number }

export async function openHouse({ throughput = 'STANDARD', folder: kept }: HouseOptions = {}): Promise<House> {
  const folder = kept ?? mkdtempSync(path.join(process.env['HILO_BENCH_DIR'] ?? os.tmpdir(), 'hilo-bench-'))
  mkdirSync(folder, { recursive: true })
  const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), log: () => undefined })
  const port = await freePort()
  const settings = { ...settingsFor(port, await freePort(), throughput), ...secretsOf(folder) }
  const webhookUrl = `${settings.url}/webhooks/whatsapp`
  writeFileSync(path.join(folder, 'demo.json'), JSON.stringify({ ...settings, webhookUrl }))
  const children: ChildProcess[] = []

  async function start(
    script: string,
    env: Record<string, string>,
    readyUrl: string,
    more: readonly string[] = [],
  ): Promise<Started> {
    const profiles = process.env['HILO_BENCH_PROFILE']
    const flags = profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : []
    const child = spawn(process.execPath, [...NODE_FLAGS, ...flags, ...more, path.join(ROOT, script)], {
      env: { ...process.env, HILO_DATA: folder, LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    children.push(child)
    const { pid } = child
    if (pid === undefined) throw new Error(`${script} could not be started.`)
    const until = Date.now() + PATIENCE_MS
    while (!(await answers(readyUrl))) {
      if (Date.now() > until) throw new Error(`${script} did not answer within ${PATIENCE_MS / 1000} s.`)
      await pause(50)
    }
    return { pid }
  }

  const startServer = (flags: readonly string[] = []) =>
    start('src/main.ts', { PORT: String(port), DATABASE_URL: postgres.url }, `${settings.url}/readyz`, flags)
  const startEmulator = () =>
    start(
      'emulator/main.ts',
      { EMULATOR_PORT: new URL(settings.emulatorUrl).port },
      `${settings.emulatorUrl}/control/v1/clock`,
    )

  async function close() {
    for (const child of children.toReversed()) {
      if (child.exitCode !== null) continue
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await Promise.race([ended, pause(10_000).then(() => child.kill('SIGKILL'))])
    }
    await postgres.stop()
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }

  return { folder, postgres, settings, port, startServer, startEmulator, close }
}

/** What a kept database was made with. */
function secretsOf(folder: string): Partial<Demo> {
  const file = path.join(folder, 'demo.json')
  if (!existsSync(file)) return {}
  const { password, apiKey, accessToken, appSecret, verifyToken, secret } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as Demo
  return { password, apiKey, accessToken, appSecret, verifyToken, secret }
}

/** One company with one line. */
export const settingsFor = (port: number, emulatorPort: number, throughput: 'STANDARD' | 'HIGH'): Demo => ({
  url: `http://127.0.0.1:${port}`,
  email: 'bench@aurora.example',
  password: randomBytes(12).toString('base64url'),
  apiKey: randomBytes(24).toString('base64url'),
  emulatorUrl: `http://127.0.0.1:${emulatorPort}`,
  graphUrl: `http://127.0.0.1:${emulatorPort}`,
  accessToken: randomBytes(24).toString('base64url'),
  appSecret: randomBytes(16).toString('hex'),
  verifyToken: randomBytes(16).toString('hex'),
  appId: '1234567890',
  wabaId: '102290129340398',
  phoneNumbers: [
    { id: '106540352242922', displayPhoneNumber: '+52 55 5000 1000', verifiedName: 'Bench', country: 'MX', throughput },
  ],
  businessName: 'Bench',
  secret: randomBytes(32).toString('base64url'),
})

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
