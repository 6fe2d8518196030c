import { WebSocket } from 'ws'
import type { ServerFrame } from '#contract/feed.ts'
import { FEED_PATH } from '#contract/feed.ts'

/** A desk that listens to the live feed and notes when each event could be seen. */
export type Watcher = {
  /** An event is on its way that was due at this moment (`performance.now()`). */
  readonly expect: (key: string, dueMs: number) => void
  /** Events that were expected and have not been seen. */
  readonly missing: () => readonly string[]
  /** When the newest was seen (`performance.now()`). */
  readonly lastSeenMs: () => number
  /** From due to seen, of those seen since the last call. */
  readonly takeLatencies: () => number[]
  readonly close: () => void
}

export const messageKey = (wireId: string): string => wireId
export const statusKey = (wireId: string, status: string): string => `${wireId} ${status}`

export async function openWatcher(port: number, apiKey: string): Promise<Watcher> {
  const due = new Map<string, number>()
  let latencies: number[] = []
  let lastSeenMs = 0
  let seq: number | null = null
  let isClosing = false

  const see = (key: string) => {
    const dueMs = due.get(key)
    if (dueMs === undefined) return
    due.delete(key)
    lastSeenMs = performance.now()
    latencies.push(lastSeenMs - dueMs)
  }

  const open = (): Promise<WebSocket> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${apiKey}` }
      const socket = new WebSocket(`ws://127.0.0.1:${port}${FEED_PATH}`, { headers, perMessageDeflate: false })
      socket.once('error', reject)
      socket.once('open', () => socket.send(JSON.stringify({ kind: 'resume', seq })))
      socket.on('message', (data) => {
        const frame = JSON.parse((data as Buffer).toString()) as ServerFrame
        if (frame.kind === 'welcome' || frame.kind === 'reset') {
          seq ??= frame.seq
          resolve(socket)
        }
        if (frame.kind !== 'facts') return
        for (const fact of frame.facts) {
          if (fact.kind === 'message-received') see(messageKey(fact.message.wireId ?? ''))
          if (fact.kind === 'message-progressed') see(statusKey(fact.wireId ?? '', fact.status))
          seq = fact.seq
        }
      })
      // A desk that cannot keep up is let go and comes back, as the browser does.
      socket.on('close', () => {
        if (!isClosing) void open().then((next) => (current = next))
      })
    })

  let current = await open()
  return {
    expect: (key, dueMs) => due.set(key, dueMs),
    missing: () => [...due.keys()],
    lastSeenMs: () => lastSeenMs,
    takeLatencies: () => {
      const taken = latencies
      latencies = []
      return taken
    },
    close: () => {
      isClosing = true
      current.terminate()
    },
  }
}
