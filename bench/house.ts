import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Demo } from '#server/config.ts'
import { type Postgres, startPostgres } from '#tools/postgres.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const PATIENCE_MS = 60_000

/** PostgreSQL with fsync and, once started, the server, in a folder of their own; nothing listens beyond loopback. */
export type House = {
  readonly folder: string
  readonly postgres: Postgres
  readonly settings: Demo
  readonly port: number
  readonly startServer: () => Promise<{ readonly pid: number }>
  readonly close: () => Promise<void>
}

export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(path.join(process.env['HILO_BENCH_DIR'] ?? os.tmpdir(), 'hilo-bench-'))
  const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), log: () => undefined })
  const port = await freePort()
  const settings = settingsFor(port)
  writeFileSync(path.join(folder, 'demo.json'), JSON.stringify(settings))
  let server: ChildProcess | null = null

  async function startServer() {
    const flags = process.env['HILO_BENCH_PROFILE']
      ? ['--cpu-prof', `--cpu-prof-dir=${process.env['HILO_BENCH_PROFILE']}`]
      : []
    const env = {
      ...process.env,
      PORT: String(port),
      HILO_DATA: folder,
      DATABASE_URL: postgres.url,
      LOG_LEVEL: 'error',
    }
    server = spawn(process.execPath, [...flags, path.join(ROOT, 'src/main.ts')], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const { pid } = server
    if (pid === undefined) throw new Error('The server could not be started.')
    const until = Date.now() + PATIENCE_MS
    while (!(await answers(`http://127.0.0.1:${port}/readyz`))) {
      if (Date.now() > until) throw new Error(`The server did not answer within ${PATIENCE_MS / 1000} s.`)
      await pause(50)
    }
    return { pid }
  }

  async function close() {
    if (server && server.exitCode === null) {
      const ended = new Promise((resolve) => server?.once('exit', resolve))
      server.kill('SIGTERM')
      await Promise.race([ended, pause(10_000).then(() => server?.kill('SIGKILL'))])
    }
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }

  return { folder, postgres, settings, port, startServer, close }
}

/** One company with one line. Graph is at a port where nobody answers: nothing is sent in this workload. */
const settingsFor = (port: number): Demo => ({
  url: `http://127.0.0.1:${port}`,
  email: 'bench@aurora.example',
  password: randomBytes(12).toString('base64url'),
  apiKey: randomBytes(24).toString('base64url'),
  emulatorUrl: 'http://127.0.0.1:9',
  graphUrl: 'http://127.0.0.1:9',
  accessToken: randomBytes(24).toString('base64url'),
  appSecret: randomBytes(16).toString('hex'),
  verifyToken: randomBytes(16).toString('hex'),
  appId: '1234567890',
  wabaId: '102290129340398',
  phoneNumbers: [
    { id: '106540352242922', displayPhoneNumber: '+52 55 5000 1000', verifiedName: 'Bench', country: 'MX' },
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

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port')),
      )
    })
  })
