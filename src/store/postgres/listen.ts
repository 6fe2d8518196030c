import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { connection } from './pool.ts'

/**
 * What the database calls out. `hilo_fact`: `account:seq` of an account's newest fact. `hilo_registry`: `lines`,
 * `people` or `settings`. `missed`: the connection was gone for a while and something may have been called out; look again.
 */
export type Notice = { readonly channel: 'hilo_fact' | 'hilo_registry' | 'missed'; readonly payload: string }
export type Listening = { readonly stop: () => Promise<void> }

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000
/** A connection that went away without a word is noticed after this and the answer's patience. */
const HEARTBEAT_MS = 10_000
const HEARTBEAT_PATIENCE_MS = 5_000

/** Listens on a connection of its own until stopped; a lost one is made again, and its handler told. */
export function listen(databaseUrl: string, handler: (notice: Notice) => void, log: (line: string) => void): Listening {
  const stopping = new AbortController()
  const ended = keepListening()

  async function keepListening(): Promise<void> {
    let connectedBefore = false
    let pauseMs = FIRST_PAUSE_MS
    while (!stopping.signal.aborted) {
      try {
        await listenOnce(() => {
          if (connectedBefore) handler({ channel: 'missed', payload: '' })
          connectedBefore = true
          pauseMs = FIRST_PAUSE_MS
        })
      } catch (error) {
        if (!stopping.signal.aborted) log(`Listening to the database was interrupted: ${(error as Error).message}`)
      }
      await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => {})
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    }
  }

  /** Ends by rejecting when the connection does, or by returning when stopped. */
  async function listenOnce(onListening: () => void): Promise<void> {
    const client = new pg.Client({ ...connection(databaseUrl, 'listen'), query_timeout: HEARTBEAT_PATIENCE_MS })
    const lost = new Promise<never>((_, reject) => {
      client.on('error', reject)
      client.on('end', () => reject(new Error('the connection ended')))
    })
    lost.catch(() => {}) // it may end before anybody waits for it
    client.on('notification', ({ channel, payload }) =>
      handler({ channel: channel as 'hilo_fact' | 'hilo_registry', payload: payload ?? '' }),
    )
    try {
      await client.connect()
      await client.query('listen hilo_fact; listen hilo_registry')
      onListening()
      while (!stopping.signal.aborted) {
        const rest = pause(HEARTBEAT_MS, undefined, { signal: stopping.signal }).catch(() => {})
        await Promise.race([rest, lost])
        if (!stopping.signal.aborted) await Promise.race([client.query('select 1'), lost])
      }
    } finally {
      void client.end().catch(() => {})
    }
  }

  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}
