import { setTimeout as pause } from 'node:timers/promises'
import type { ConversationId } from '#core/account/account.ts'
import { inboundId, type Told } from '../ingest/events.ts'
import { openLane } from '../ingest/lane.ts'
import { percentile } from '../machine.ts'
import { type Desk, openDesk } from './desk.ts'
import { messageRequest } from './messages.ts'
import { createTally, type Told as Heard } from './tally.ts'

/** Desks are opened all at once and closed with the generator: one generator for one number of desks. */
export type Setting = {
  readonly told: Told
  readonly port: number
  /** Headers of each desk; there are as many desks. */
  readonly desks: readonly Readonly<Record<string, string>>[]
  /** Threads that agents go to and fro between. */
  readonly conversations: readonly ConversationId[]
}
export type Phase = {
  /** Messages with these numbers, one to a request. */
  readonly first: number
  readonly count: number
  /** Messages per second that fall due. */
  readonly rate: number
  /** Agents per second who open another thread or begin to type. */
  readonly moves: number
}
export type PhaseResult = Pick<Heard, 'wrong' | 'frames' | 'bytes' | 'largestFactsBytes'> & {
  /** From due to seen: over every message at every desk, and to the last desk of each message. */
  readonly every: Percentiles
  readonly last: Percentiles
  /** When each message was due, as `Date.now()` would say it, with fractions. */
  readonly dueAtMs: readonly number[]
}
type Percentiles = { readonly p50: number; readonly p99: number; readonly worst: number }

const OPENED_AT_ONCE = 20
const DRAIN_MS = 20_000

async function open({ port, desks: headers, told, conversations }: Setting) {
  const tally = createTally(headers.length)
  const broken: string[] = []
  const desks: Desk[] = []
  for (let first = 0; first < headers.length; first += OPENED_AT_ONCE) {
    const some = headers.slice(first, first + OPENED_AT_ONCE)
    const opening = some.map((own, index) =>
      openDesk({
        port,
        headers: own,
        hear: (frame, atMs) => tally.hear(first + index, frame, atMs),
        broken: (why) => broken.push(`desk ${first + index}: ${why}`),
      }),
    )
    desks.push(...(await Promise.all(opening)))
  }
  const lanes = await Promise.all(Array.from({ length: 8 }, () => openLane(port)))

  async function run({ first, count, rate, moves }: Phase): Promise<PhaseResult> {
    tally.take()
    const nowSeconds = Math.floor(Date.now() / 1000)
    const requests = Array.from({ length: count }, (_, index) =>
      messageRequest(first + index, { ...told, startSeconds: nowSeconds + Math.floor(index / rate) }, port),
    )
    const startMs = performance.now() + 50
    const dueAtMs: number[] = []
    let refused = 0
    let moved = 0
    for (let sent = 0; sent < count;) {
      const now = performance.now()
      const dueMs = startMs + (sent * 1000) / rate
      if (dueMs <= now) {
        tally.expect(inboundId(first + sent), dueMs)
        dueAtMs.push(performance.timeOrigin + dueMs)
        lanes[sent % lanes.length]?.send(
          requests[sent] ?? Buffer.alloc(0),
          (status) => (refused += Number(status !== 200)),
        )
        sent += 1
      } else if (startMs + (moved * 1000) / moves <= now) {
        const conversationId = conversations[moved % conversations.length] ?? null
        desks[(moved * 7) % desks.length]?.say({ kind: 'presence', conversationId, typing: moved % 3 === 0 })
        moved += 1
      } else await pause(1)
    }
    for (let waitedMs = 0; waitedMs < DRAIN_MS && !tally.isComplete(); waitedMs += 20) await pause(20)
    const { everyMs, lastMs, wrong, ...heard } = tally.take()
    const refusals = refused > 0 ? [`${refused} webhooks were refused`] : []
    return {
      ...heard,
      wrong: [...broken, ...refusals, ...wrong],
      every: percentilesOf(everyMs),
      last: percentilesOf(lastMs),
      dueAtMs,
    }
  }
  return { run }
}

const percentilesOf = (samples: readonly number[]): Percentiles => ({
  p50: percentile(samples, 50),
  p99: percentile(samples, 99),
  worst: percentile(samples, 100),
})

let house: Awaited<ReturnType<typeof open>> | null = null
process.on('message', (message: { setting: Setting } | { phase: Phase }) => {
  void (async () => {
    if ('setting' in message) {
      house = await open(message.setting)
      process.send?.({ ready: true })
    } else if (house) process.send?.({ result: await house.run(message.phase) })
  })()
})
process.on('disconnect', () => process.exit(0))
