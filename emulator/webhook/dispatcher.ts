import { randomInt } from 'node:crypto'
import type { Clock } from '#base/time.ts'
import type { FaultBox } from '../world/faults.ts'
import { newNumericId } from '../world/ids.ts'
import type { Store } from '../world/store.ts'
import { type DeliveryLog, deliveryLog } from './log.ts'
import type { Post } from './post.ts'
import { makeRetries } from './retries.ts'
import { serialize } from './signing.ts'
import { envelope, type Update } from './update.ts'

export type Dispatcher = {
  readonly log: DeliveryLog
  /** Accepts an update for a callback; it survives a restart until it has been taken with 200. */
  readonly enqueue: (update: Omit<Update, 'id'>) => void
  /** Updates not yet taken with 200. */
  readonly pending: () => number
  /** The emulator's clock jumped: what waits for a retry is looked at again. */
  readonly clockJumped: (byMs: number) => void
  readonly close: () => void
}

/** A queue of its own per customer group: order within a customer, as many requests at once as there are lanes. */
const LANES = 16
/** Meta puts up to 1,000 updates into a body (Cloud API, Webhooks overview, 2025-12); usually it puts one or few. */
const UPDATES_PER_BODY = 20
/** How long a shuffled queue gathers before it is dealt. */
const SHUFFLE_GATHER_MS = 300

type Parts = {
  readonly store: Store
  readonly clock: Clock
  readonly faults: FaultBox
  readonly secret: string
  readonly post: Post
}

export function makeDispatcher({ store, clock, faults, secret, post }: Parts): Dispatcher {
  const table = store.table<Update>('updates')
  const log = deliveryLog()
  const lanes = new Map<string, Update[]>()
  const busy = new Set<string>()
  let closed = false

  const sendBody = async (updates: readonly Update[], url: string, body: string, attempts: number): Promise<void> => {
    const { delayMs, duplicate } = faults.get()
    if (delayMs > 0) await pause(delayMs)
    if (closed) return
    const id = updates[0]?.id ?? newNumericId()
    const entry = log.attempt({ id, at: clock.now(), attempts, url, body })
    const [outcome] = await Promise.all([post(url, body, secret), happens(duplicate) ? post(url, body, secret) : null])
    entry.status = outcome.status
    entry.problem = outcome.problem
    if (closed) return
    if (outcome.status === 200) for (const update of updates) table.remove(update.id)
    else retries.add({ updates, url, body, attempts, dueAt: 0 })
  }
  const giveUp = (updates: readonly Update[]) => {
    for (const update of updates) table.remove(update.id)
  }
  const retries = makeRetries({
    clock,
    giveUp,
    again: (waiting) => void sendBody(waiting.updates, waiting.url, waiting.body, waiting.attempts + 1),
  })

  const drain = async (lane: string): Promise<void> => {
    const queue = lanes.get(lane) ?? []
    while (queue.length > 0 && !closed) {
      if (faults.get().reorder) {
        await pause(SHUFFLE_GATHER_MS)
        shuffle(queue)
      }
      const first = queue[0]
      if (first === undefined) break
      let count = 1
      while (count < UPDATES_PER_BODY && queue[count]?.url === first.url) count += 1
      const updates = queue.splice(0, count)
      await sendBody(updates, first.url, serialize(envelope(updates)), 1)
    }
    busy.delete(lane)
  }
  const wake = (update: Update) => {
    const lane = faults.get().reorder ? 'shuffled' : laneOf(update.key)
    const queue = lanes.get(lane) ?? []
    lanes.set(lane, queue)
    queue.push(update)
    if (busy.has(lane)) return
    busy.add(lane)
    setImmediate(() => void drain(lane))
  }
  for (const update of [...table.all()]) wake(update)

  return {
    log,
    enqueue: (fresh) => {
      if (closed || happens(faults.get().drop)) return
      const update = { id: newNumericId(), ...fresh }
      table.put(update.id, update)
      wake(update)
    },
    pending: () => table.size(),
    clockJumped: (byMs) => {
      if (byMs < 0) for (const update of table.all()) update.at += byMs
      retries.clockJumped(byMs)
    },
    close: () => {
      closed = true
      retries.close()
    },
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref())

const happens = (share: number): boolean => share > 0 && Math.random() < share

function laneOf(key: string): string {
  let hash = 0
  for (let index = 0; index < key.length; index += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(index)) | 0
  return String((hash >>> 0) % LANES)
}

function shuffle(items: unknown[]): void {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = randomInt(index + 1)
    ;[items[index], items[other]] = [items[other], items[index]]
  }
}
