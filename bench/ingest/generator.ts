import { setTimeout as pause } from 'node:timers/promises'
import { percentile } from '../machine.ts'
import { type Event, eventAt, eventsBeforeRepeats, requestOf, type Told } from './events.ts'
import { type Lane, openLane } from './lane.ts'
import { messageKey, openWatcher, statusKey, type Watcher } from './watcher.ts'

/** What the generator is told once, and then for each phase. */
export type Setting = { readonly told: Told; readonly port: number; readonly apiKey: string }
export type Phase = {
  /** Events with these numbers, each once. */
  readonly first: number
  readonly count: number
  /** Events per second that fall due; null: as fast as answers come. */
  readonly rate: number | null
  /** Updates in a body: 1, or 1–20 by Meta's habit. */
  readonly form: 'single' | 'batched'
  /** The phase ends after so long even if not everything was sent. */
  readonly mostSeconds: number
  /** Another server, which tells nobody what it was told. */
  readonly blindPort?: number
}

export type PhaseResult = {
  /** Events in requests that were answered 200, one after the other from `first`. */
  readonly acknowledged: number
  /** Requests that were answered otherwise or not at all; their events were sent again until they were acknowledged. */
  readonly refused: number
  readonly requests: number
  readonly ackMs: Percentiles
  readonly visibleMs: Percentiles
  /** From the first request to the last acknowledgement, and to the last event seen in the feed. */
  readonly ackedAfterMs: number
  readonly visibleAfterMs: number
  /** Events never seen in the feed, at most ten of them. */
  readonly unseen: readonly string[]
}
type Percentiles = { readonly p50: number; readonly p99: number; readonly p999: number }

const CONNECTIONS = 64
const FLOOD_CONNECTIONS = 256
const DRAIN_MS = 60_000
/** How far ahead requests are written and signed; the rest is done while nothing is due. */
const MOST_REQUESTS = 200_000

/** `first`: the number of its first event. */
type Request = { readonly buffer: Buffer; readonly events: readonly Event[]; readonly first: number }

async function runPhase(setting: Setting, watcher: Watcher, phase: Phase): Promise<PhaseResult> {
  const requests = requestsOf(setting, phase)
  const lanes = await openLanes(phase.blindPort ?? setting.port, phase.rate === null ? FLOOD_CONNECTIONS : CONNECTIONS)
  const newUntil = eventsBeforeRepeats(setting.told.customers)
  const rate = phase.rate === null ? null : (phase.rate * requests.length) / phase.count
  const ackMs: number[] = []
  let [acknowledged, refused, next, underWay] = [0, 0, 0, 0]
  const late: { index: number; dueMs: number }[] = []
  const startMs = performance.now()
  const endMs = startMs + phase.mostSeconds * 1000
  let lastAckMs = startMs
  const dueOf = (index: number, now: number): number => (rate === null ? now : startMs + (index * 1000) / rate)

  /** Repeated statuses tell nothing new, so nobody waits to see them. */
  function expect(event: Event, index: number, dueMs: number): void {
    if (phase.blindPort !== undefined) return
    if (event.kind === 'message') watcher.expect(messageKey(event.wireId), dueMs)
    else if (index < newUntil) watcher.expect(statusKey(event.wireId, event.status), dueMs)
  }

  function sendOn(lane: Lane, index: number, dueMs: number, isFirst: boolean): void {
    const request = requests[index]
    if (!request) return
    underWay += 1
    if (isFirst) request.events.forEach((event, place) => expect(event, request.first + place, dueMs))
    lane.send(request.buffer, (status) => {
      underWay -= 1
      const now = performance.now()
      if (status === 200) {
        ackMs.push(now - dueMs)
        acknowledged += request.events.length
        lastAckMs = now
      } else {
        refused += 1
        late.push({ index, dueMs })
      }
      idle.push(lane)
      feed()
    })
  }

  /** Gives idle lanes what is due. */
  function feed(): void {
    const now = performance.now()
    while (idle.length > 0) {
      const again = late.shift()
      if (again) {
        const lane = idle.pop()
        if (lane) setTimeout(() => sendOn(lane, again.index, again.dueMs, false), 200)
        continue
      }
      if (next >= requests.length || now > endMs) return
      const dueMs = dueOf(next, now)
      if (dueMs > now) return
      const lane = idle.pop()
      if (lane) sendOn(lane, next++, dueMs, true)
    }
  }

  const idle: Lane[] = [...lanes]
  while ((next < requests.length && performance.now() < endMs) || underWay > 0 || late.length > 0) {
    feed()
    if (performance.now() > endMs + DRAIN_MS) break
    await pause(1)
  }
  const drainedBy = performance.now() + DRAIN_MS
  while (watcher.missing().length > 0 && performance.now() < drainedBy) await pause(20)
  const visibleAfterMs = watcher.lastSeenMs() - startMs
  for (const lane of lanes) lane.close()
  return {
    acknowledged,
    refused,
    requests: next,
    ackMs: percentilesOf(ackMs),
    visibleMs: percentilesOf(watcher.takeLatencies()),
    ackedAfterMs: lastAckMs - startMs,
    visibleAfterMs,
    unseen: watcher.missing().slice(0, 10),
  }
}

function requestsOf({ told, port }: Setting, { first, count, form }: Phase): Request[] {
  const requests: Request[] = []
  let size = 0
  for (let done = 0; done < count && requests.length < MOST_REQUESTS; done += size) {
    size = form === 'single' ? 1 : Math.min(count - done, 1 + ((requests.length * 7) % 20))
    const events = Array.from({ length: size }, (_, index) => eventAt(first + done + index, told.customers))
    requests.push({ buffer: requestOf(events, told, port), events, first: first + done })
  }
  return requests
}

const openLanes = (port: number, count: number): Promise<Lane[]> =>
  Promise.all(Array.from({ length: count }, () => openLane(port)))

const percentilesOf = (samples: readonly number[]): Percentiles => ({
  p50: percentile(samples, 50),
  p99: percentile(samples, 99),
  p999: percentile(samples, 99.9),
})

let setting: Setting | null = null
let watcher: Watcher | null = null
process.on('message', (message: { setting: Setting } | { phase: Phase }) => {
  void (async () => {
    if ('setting' in message) {
      setting = message.setting
      watcher = await openWatcher(setting.port, setting.apiKey)
      process.send?.({ ready: true })
    } else if (setting && watcher) process.send?.({ result: await runPhase(setting, watcher, message.phase) })
  })()
})
process.on('disconnect', () => process.exit(0))
