import { type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { launch, untilReady } from '#tools/postgres.ts'
import { findBinaries } from '#tools/postgres/binaries.ts'
import { clearLeftover, clusterUrl, openCluster, SOCKET_FILE } from '#tools/postgres/cluster.ts'

/** A PostgreSQL with fsync that can be sent away, and otherwise comes back by itself, as the launcher's does. */
export type Database = {
  readonly socketFile: string
  /** Over the Unix socket, or over TCP to this port of a link. */
  readonly url: (name: string, linkPort: number | null) => string
  /** Makes an empty database of this name. */
  readonly create: (name: string) => Promise<void>
  /** Null while it is down. */
  readonly pid: () => number | null
  /** Ends it with this signal; it stays away until `comeBack`. */
  readonly goAway: (signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL') => Promise<void>
  readonly comeBack: () => Promise<void>
  /** One answer; asks again while the database is down, for as long as the patience lasts. */
  readonly ask: <Row extends object>(name: string, text: string, values?: readonly unknown[]) => Promise<Row[]>
  readonly close: () => Promise<void>
}

const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 1_000
const ASK_PATIENCE_MS = 30_000

export async function openDatabase(dataDir: string): Promise<Database> {
  const binaries = findBinaries()
  const cluster = openCluster(dataDir, binaries)
  const clients = new Map<string, pg.Pool>()
  let server: ChildProcess | null = null
  let isWanted = true

  async function start(): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; isWanted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      await clearLeftover(cluster)
      const launched = launch(cluster, binaries, false)
      launched.once('exit', () => {
        if (server !== launched) return
        server = null
        if (isWanted) void start()
      })
      try {
        await untilReady(cluster, launched, () => undefined)
        server = launched
        if (launched.exitCode === null && launched.signalCode === null) return
      } catch {
        await pause(pauseMs)
      }
    }
  }

  async function goAway(signal: NodeJS.Signals): Promise<void> {
    isWanted = false
    const running = server
    if (running === null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await ended
  }

  function clientOf(name: string): pg.Pool {
    const known = clients.get(name)
    if (known) return known
    const client = new pg.Pool({ connectionString: clusterUrl(cluster, name), max: 2, connectionTimeoutMillis: 5_000 })
    client.on('error', () => undefined)
    clients.set(name, client)
    return client
  }

  async function ask<Row extends object>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const until = Date.now() + ASK_PATIENCE_MS
    for (;;) {
      try {
        const { rows } = await clientOf(name).query(text, [...values])
        return rows as Row[]
      } catch (error) {
        const isDown = !/^(?!57|53|08)[0-9A-Z]{5}$/.test(String((error as { code?: unknown }).code))
        if (!isDown || Date.now() > until) throw error
        await pause(100)
      }
    }
  }

  await start()
  return {
    socketFile: path.join(cluster.socketFolder, SOCKET_FILE),
    url: (name, linkPort) => {
      const url = clusterUrl(cluster, name)
      return linkPort === null ? url : url.replace(/@localhost\/.*/, `@127.0.0.1:${linkPort}/${name}`)
    },
    create: async (name) => {
      await ask('postgres', `create database "${name}"`)
    },
    pid: () => server?.pid ?? null,
    goAway,
    comeBack: async () => {
      isWanted = true
      await start()
    },
    ask,
    close: async () => {
      await Promise.allSettled([...clients.values()].map((client) => client.end()))
      await goAway('SIGINT')
      rmSync(cluster.socketFolder, { recursive: true, force: true })
    },
  }
}
