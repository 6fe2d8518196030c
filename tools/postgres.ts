import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type Binaries, findBinaries } from './postgres/binaries.ts'
import {
  type Cluster,
  clearLeftover,
  clusterUrl,
  hasDatabase,
  isReady,
  logTail,
  noteDatabase,
  openCluster,
  serverCommand,
  serverEnvironment,
} from './postgres/cluster.ts'

/** A PostgreSQL server of our own. */
export type Postgres = {
  /** Connection string of the database `hilo`, as a superuser, over a Unix socket. */
  readonly url: string
  /** Resolves once it accepts connections; rejects when it does not come up. */
  readonly ready: Promise<void>
  /** The server's process id; null while it is down between a crash and its return. */
  readonly pid: number | null
  /** Ends the server; open transactions are rolled back. May be called again. */
  stop(): Promise<void>
}

type Options = {
  /** Created when missing. One server at a time: the caller sees to that. */
  readonly dataDir: string
  readonly log: (line: string) => void
  /** For tests: does not wait for the disk. Survives a crash of the server, not of the machine. */
  readonly disposable?: boolean
}

const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 10_000
const STOP_PATIENCE_MS = 20_000

/** Starts PostgreSQL as `beginPostgres` does; returns once it accepts connections. */
export async function startPostgres(options: Options): Promise<Postgres> {
  const postgres = await beginPostgres(options)
  await postgres.ready
  return postgres
}

/**
 * Starts PostgreSQL on `dataDir` and keeps it running: when it dies it is started again and recovers by itself. When we
 * die, however suddenly, it shuts down in an orderly way. Returns while it is still starting.
 */
export async function beginPostgres({ dataDir, log, disposable = false }: Options): Promise<Postgres> {
  const binaries = findBinaries()
  const cluster = openCluster(dataDir, binaries)
  await clearLeftover(cluster)
  let server: ChildProcess | null = launch(cluster, binaries, disposable)
  let stopping = false
  const ready = bringUp(server)
  ready.catch(() => {}) // whoever waits gets it; nobody has to

  async function bringUp(first: ChildProcess): Promise<void> {
    await untilReady(cluster, first, log)
    watch(first)
    if (!hasDatabase(cluster)) await createDatabase(cluster)
  }

  function watch(running: ChildProcess): void {
    running.once('exit', (code, signal) => {
      server = null
      if (stopping) return
      log(`PostgreSQL ended unexpectedly (${signal ?? `code ${code}`}); starting it again.`)
      void bringBack()
    })
  }

  async function bringBack(): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; !stopping; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      await pause(pauseMs)
      if (stopping) return
      await clearLeftover(cluster)
      server = launch(cluster, binaries, disposable)
      try {
        await untilReady(cluster, server, log)
        log('PostgreSQL is back.')
        return watch(server)
      } catch (error) {
        if (!stopping) log((error as Error).message)
        server = null
      }
    }
  }

  return {
    url: clusterUrl(cluster),
    ready,
    get pid() {
      return server?.pid ?? null
    },
    async stop() {
      stopping = true
      if (server !== null) await end(server)
      rmSync(cluster.socketFolder, { recursive: true, force: true })
    },
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  const impatience = setTimeout(() => server.kill('SIGQUIT'), STOP_PATIENCE_MS)
  await ended
  clearTimeout(impatience)
}

/**
 * Starts the server in a session of its own, so that Ctrl-C in the terminal does not reach it, and beside it a watchdog:
 * a shell that reads a pipe nobody writes to. The pipe ends when we do, and the watchdog asks the server to stop.
 */
export function launch(cluster: Cluster, binaries: Binaries, disposable: boolean): ChildProcess {
  const [program = binaries.postgres, ...args] = serverCommand(cluster, binaries, disposable)
  const out = openSync(cluster.logFile, 'a', 0o600)
  const server = spawn(program, args, { stdio: ['ignore', out, out], detached: true, env: serverEnvironment() })
  closeSync(out)
  server.on('error', () => {}) // what a failed start means is said by untilReady
  if (server.pid === undefined) return server
  const watchdog = spawn('sh', ['-c', 'cat >/dev/null; kill -INT "$1"', 'hilo-watchdog', String(server.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watchdog.on('error', () => {})
  watchdog.stdin?.on('error', () => {})
  server.once('exit', () => watchdog.kill('SIGKILL'))
  return server
}

/** Resolves once this server accepts connections; throws when it has ended instead. */
export async function untilReady(cluster: Cluster, server: ChildProcess, log: (line: string) => void): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += 10) {
    if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) {
      throw new Error(`PostgreSQL did not start. The end of ${cluster.logFile}:\n${logTail(cluster)}`)
    }
    if (isReady(cluster, server.pid)) return
    if (waitedMs === 5_000) log('PostgreSQL is still recovering from an earlier crash; this can take a while.')
    await pause(10)
  }
}

/** Once; a driver that is not needed is not loaded. */
async function createDatabase(cluster: Cluster): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: clusterUrl(cluster, 'postgres') })
  await client.connect()
  try {
    const found = await client.query("select from pg_database where datname = 'hilo'")
    if (found.rowCount === 0) await client.query('create database hilo')
    noteDatabase(cluster)
  } finally {
    await client.end()
  }
}
