import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { Instant } from '#base/time.ts'
import { FEED_PATH, FEED_REPLAY_LIMIT, type ServerFrame } from '#contract/feed.ts'
import type { Fact } from '#core/loop/fact.ts'

/** Somebody at the live feed, who comes back as often as the line is cut and goes on where it was. */
export type Listener = {
  /** The newest fact heard; null before the first greeting. */
  readonly seq: () => number | null
  /** Where it began: facts up to this one were never asked for. */
  readonly began: () => number
  /** Every fact heard, in the order heard. */
  readonly heard: readonly Heard[]
  /** Gaps, repetitions, and resets without need. */
  readonly wrongs: readonly string[]
  readonly stop: () => void
}
export type Heard = { readonly seq: number; readonly kind: Fact['kind']; readonly at: Instant }

const COME_BACK_MS = 100
const ASLEEP_MS = 250

/** `awakeMs`: how long it listens before it falls asleep for a while; null: it never does. */
export function listen(port: number, apiKey: string, awakeMs: number | null, onFact: (fact: Fact) => void): Listener {
  const heard: Heard[] = []
  const wrongs: string[] = []
  let seq: number | null = null
  let began = 0
  let isOver = false
  let socket: WebSocket | null = null

  function take(frame: ServerFrame): void {
    if (frame.kind === 'welcome' && seq === null) began = seq = frame.seq
    if (frame.kind === 'reset') {
      if (seq !== null && frame.seq - seq <= FEED_REPLAY_LIMIT) wrongs.push(`reset at ${seq}, newest ${frame.seq}`)
      seq = frame.seq
    }
    if (frame.kind !== 'facts') return
    for (const fact of frame.facts) {
      if (seq !== null && fact.seq !== seq + 1) wrongs.push(`fact ${fact.seq} after ${seq}`)
      seq = fact.seq
      heard.push({ seq: fact.seq, kind: fact.kind, at: fact.at })
      onFact(fact)
    }
  }

  async function keepListening(): Promise<void> {
    while (!isOver) {
      const open = new WebSocket(`ws://127.0.0.1:${port}${FEED_PATH}`, {
        headers: { authorization: `Bearer ${apiKey}` },
        handshakeTimeout: 2_000,
      })
      socket = open
      open.on('open', () => open.send(JSON.stringify({ kind: 'resume', seq })))
      open.on('message', (data) => {
        if (open === socket) take(JSON.parse(String(data)) as ServerFrame)
      })
      const nap = awakeMs === null ? undefined : setTimeout(() => open.terminate(), awakeMs)
      await new Promise((resolve) => open.on('error', () => undefined).once('close', resolve))
      clearTimeout(nap)
      await pause(awakeMs === null ? COME_BACK_MS : ASLEEP_MS)
    }
  }

  void keepListening()
  return {
    seq: () => seq,
    began: () => began,
    heard,
    wrongs,
    stop: () => {
      isOver = true
      socket?.terminate()
    },
  }
}
