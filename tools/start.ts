import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { beginPostgres } from './postgres.ts'
import { buildStale } from './start/builds.ts'
import { type Child, startChild } from './start/child.ts'
import { clients } from './start/clients.ts'
import { claimDataFolder } from './start/data-folder.ts'
import { type Demo, prepareDemo } from './start/demo-file.ts'
import { programFile, programs } from './start/programs.ts'
import { readSettings, type Settings } from './start/settings.ts'
import { createShutdown, type Shutdown } from './start/shutdown.ts'
import { isTold } from './story/told.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const STORY_PATIENCE_MS = 60_000
const RANK = { server: 1, emulator: 2, database: 3, folder: 4 } as const

const say = (line: string): void => console.log(line)

/** `npm start`: everything Hilo needs on one machine, from an empty folder to "ready", and back to nothing on Ctrl-C. */
async function main(): Promise<void> {
  const shutdown = createShutdown(say)
  const children: Child[] = []
  const starting = start(shutdown, children)
  endOnSignals(shutdown, starting, children)
  try {
    await starting
  } catch (error) {
    if (shutdown.signal.aborted) return
    console.error((error as Error).message)
    await shutdown.run()
    process.exit(1)
  }
}

async function start(shutdown: Shutdown, children: Child[]): Promise<void> {
  const startedMs = Date.now()
  const settings = readSettings(process.env)
  const folder = claimDataFolder(settings.dataDir)
  await shutdown.add(RANK.folder, async () => folder.release())
  await expectFree('PORT', settings.port)
  if (settings.demo) await expectFree('EMULATOR_PORT', settings.emulatorPort)

  const demo = settings.demo ? prepareDemo(settings.dataDir, settings) : null
  const env = childEnvironment(settings, demo)
  const [database] = await Promise.all([openDatabase(settings, shutdown), build(settings, shutdown)])
  if (database.isNew) await database.ready
  if (shutdown.signal.aborted) return
  if (demo) children.push(await startEmulator(settings, env, shutdown))
  children.push(await startServer(settings, { ...env, DATABASE_URL: database.url, DATABASE_URL_FILE: '' }, shutdown))
  await Promise.all([database.ready, ...children.map(({ ready }) => ready)])
  if (demo) await tellStory(settings, demo.demo, env, shutdown.signal)
  if (!shutdown.signal.aborted) welcome(settings, demo?.demo ?? null, Date.now() - startedMs)
}

const build = ({ demo }: Settings, { signal }: Shutdown): Promise<void> =>
  buildStale([...programs(ROOT, demo), ...clients(ROOT)], { root: ROOT, say, signal })

/** Ctrl-C, SIGTERM, a closed terminal or a vanished parent end everything in order; a second Ctrl-C does not wait. */
function endOnSignals(shutdown: Shutdown, starting: Promise<void>, children: readonly Child[]): void {
  const end = async (): Promise<void> => {
    if (shutdown.signal.aborted) {
      for (const child of children) child.kill()
      process.exit(130)
    }
    say('\nStopping …')
    await shutdown.run()
    await Promise.allSettled([starting]) // what was still being started has ended as soon as it was there
    say('Stopped. All data is kept.')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
  process.on('disconnect', () => void (shutdown.signal.aborted || end()))
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}) // the terminal may be gone
}

/** `ready`: it accepts connections. A database that is there already is waited for by the server, while it loads. */
type Database = { readonly url: string; readonly isNew: boolean; readonly ready: Promise<void> }

async function openDatabase(settings: Settings, shutdown: Shutdown): Promise<Database> {
  if (settings.databaseUrl !== null) return { url: settings.databaseUrl, isNew: false, ready: Promise.resolve() }
  const dataDir = path.join(settings.dataDir, 'postgres')
  const isNew = !existsSync(dataDir)
  if (isNew) say('Creating the database …')
  const { url, ready, stop } = await beginPostgres({ dataDir, log: say })
  await shutdown.add(RANK.database, () => stop())
  return { url, isNew, ready }
}

async function startServer(settings: Settings, env: NodeJS.ProcessEnv, shutdown: Shutdown): Promise<Child> {
  const server = startChild({
    name: 'The server',
    script: programFile(ROOT, 'server'),
    env,
    readyUrl: `http://${localHost(process.env['HOST'])}:${settings.port}/readyz`,
    logFile: settings.demo ? path.join(settings.dataDir, 'logs/server.log') : null,
    say,
  })
  await shutdown.add(RANK.server, () => server.stop())
  return server
}

/** Where a server that listens on this address answers from this machine. */
const localHost = (host: string | undefined): string =>
  !host || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host

async function startEmulator(settings: Settings, env: NodeJS.ProcessEnv, shutdown: Shutdown): Promise<Child> {
  const emulator = startChild({
    name: 'The emulator',
    script: programFile(ROOT, 'emulator'),
    env,
    readyUrl: `http://127.0.0.1:${settings.emulatorPort}/control/v1/clock`,
    logFile: path.join(settings.dataDir, 'logs/emulator.log'),
    say,
  })
  await shutdown.add(RANK.emulator, () => emulator.stop())
  return emulator
}

function childEnvironment(
  settings: Settings,
  demo: { readonly file: string; readonly demo: Demo } | null,
): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'production',
    ...process.env,
    PORT: String(settings.port),
    EMULATOR_PORT: String(settings.emulatorPort),
    HILO_DATA: settings.dataDir,
    HILO_DEMO: settings.demo ? '1' : '0',
    ...(demo ? { HILO_DEMO_FILE: demo.file, HILO_SECRET: demo.demo.secret } : {}),
  }
}

/** Only a new demo is told its story. A story that fails does not spoil the start. */
async function tellStory(
  { dataDir, databaseUrl }: Settings,
  demo: Demo,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<void> {
  // Beside our own database, so that it goes with it; of another nothing is known without asking.
  const note = databaseUrl === null ? path.join(dataDir, 'postgres/story-told') : null
  if (note !== null && existsSync(note)) return
  const noteTold = (): void => void (note !== null && writeFileSync(note, '', { mode: 0o600 }))
  if (await isTold(demo).catch(() => false)) return noteTold() // what is wrong will be said by the story
  const script = path.join(ROOT, 'tools/story.ts')
  const logFile = path.join(dataDir, 'logs/story.log')
  const log = openSync(logFile, 'a', 0o600)
  const end = await new Promise<string | null>((resolve) => {
    const story = spawn(process.execPath, [script], {
      env,
      stdio: ['ignore', 'inherit', log],
      signal: AbortSignal.any([signal, AbortSignal.timeout(STORY_PATIENCE_MS)]),
    })
    story.on('error', (error) => resolve(error.message))
    story.on('exit', (code, killedBy) => resolve(code === 0 ? null : (killedBy ?? `code ${code}`)))
  })
  closeSync(log)
  if (end === null) noteTold()
  else if (!signal.aborted) {
    say(`The demo's story ended early (${end}); everything else works. See ${logFile}.`)
  }
}

async function expectFree(name: string, port: number): Promise<void> {
  const probe = createServer()
  const problem = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    probe.once('error', resolve)
    probe.listen(port, () => resolve(null))
  })
  await new Promise((resolve) => probe.close(resolve))
  if (problem === null) return
  throw new Error(
    `Port ${port} cannot be used (${problem.code}). Stop what holds it, or choose another one: ${name}=${port + 100} npm start`,
  )
}

function welcome({ port, dataDir }: Settings, demo: Demo | null, tookMs: number): void {
  const url = demo?.url ?? `http://localhost:${port}`
  const rows = demo
    ? [
        ['Inbox', url],
        ['Sign in', `${demo.email}   ${demo.password}`],
        ['Phones', demo.emulatorUrl],
        ['Webhook', demo.webhookUrl],
        ['All keys', path.join(dataDir, 'demo.json')],
        ['Logs', path.join(dataDir, 'logs')],
      ]
    : [
        ['Inbox', url],
        ['Webhook', `${url}/webhooks/whatsapp`],
      ]
  const lines = rows.map(([name = '', value = '']) => `  ${name.padEnd(10)}${value}`)
  say(`\nHilo is ready (${(tookMs / 1000).toFixed(1)} s).\n\n${lines.join('\n')}\n\nCtrl-C stops everything.\n`)
}

await main()
