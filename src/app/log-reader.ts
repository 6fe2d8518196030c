import { type Duration, milliseconds, plus, seconds } from '#base/time.ts'
import type { DeliveryPosition, Lease } from '#store/ledger.ts'
import type { Batch } from './batch.ts'
import type { Ports } from './ports.ts'
import { readDelivery } from './reader.ts'

/** Some deliveries, and the position after them; null when there were none. */
export type Reading = {
  readonly batch: Batch
  readonly isEmpty: boolean
  readonly position: DeliveryPosition | null
  /** As many as are read at once: there are surely more. */
  readonly isFull: boolean
}

export const NOTHING: Reading = {
  batch: { items: [], position: null, setAside: [] },
  isEmpty: true,
  position: null,
  isFull: false,
}

/** Deliveries of one commit: enough to amortise it, few enough that it lasts some 30 ms. */
const MAX_DELIVERIES = 250
/** Short, so that another process takes over soon after a crash; a zombie is stopped by the fence, not by the clock. */
const LEASE: Duration = seconds(4)
/** What was told of and not found still hides behind an older running transaction: look again, each time after twice as long. */
const FIRST_LOOK: Duration = milliseconds(5)
const MOST_LOOKS = 6
/** Busy with callers, we still look for deliveries this often; a caller alone does not wait for a look. */
const READ_EVERY: Duration = milliseconds(50)

/** The loop's hand on the log of deliveries: holds the lease, remembers where it is. */
export function createLogReader(ports: Ports) {
  const { ledger, machineClock, holder } = ports
  let lease: Lease | null = null
  let until = machineClock.now()
  let position: DeliveryPosition | null = null
  /** Deliveries told of and not read yet, and how often they were looked for in vain. */
  let expected = 0
  let looks = 0
  let readAt = machineClock.now()

  async function hold(): Promise<Lease | null> {
    const now = machineClock.now()
    const isFresh = lease !== null && plus(now, milliseconds(LEASE / 2)) < until
    if (isFresh) return lease
    const wanted = plus(now, LEASE)
    const next = await ledger.deliveries.lease('whatsapp', holder, now, wanted)
    if (next === null || next.fence !== lease?.fence) position = null
    lease = next
    until = wanted
    return lease
  }

  return {
    /** What comes after `after`, which is not committed yet, or after the last that is; with a new lease, after its position. */
    read: async (after: DeliveryPosition | null = null): Promise<Reading> => {
      readAt = machineClock.now()
      looks += 1
      const fence = lease?.fence
      const held = await hold()
      if (held === null) return NOTHING
      const from = held.fence === fence ? (after ?? position) : null
      const deliveries = await ledger.deliveries.read(held, from, MAX_DELIVERIES)
      const last = deliveries.at(-1)
      if (!last) return NOTHING
      expected = Math.max(0, expected - deliveries.length)
      const parts = deliveries.map((delivery) => readDelivery(ports, delivery))
      const batch = {
        items: parts.flatMap((part) => part.items),
        setAside: parts.flatMap((part) => part.setAside),
        position: { lease: held, from: from ?? held.position, after: last.position },
      }
      return { batch, isEmpty: false, position: last.position, isFull: deliveries.length === MAX_DELIVERIES }
    },
    moved: (reading: Reading) => {
      if (reading.position !== null) position = reading.position
    },
    /** Deliveries told of and not read yet; others may wait too. */
    expected: () => expected,
    /** Whether all that was read is committed, so that what was read after it may follow. */
    isAt: (reading: Reading) => reading.position !== null && position === reading.position,
    lost: () => {
      lease = null
      position = null
    },
    release: async () => {
      const held = lease
      lease = null
      if (held) await ledger.deliveries.release(held).catch(() => undefined)
    },
    /** A delivery was appended here. */
    expect: () => {
      expected += 1
      looks = 0
    },
    /** How long until it is worth looking again; null: until somebody tells of more. */
    lookAgainAfter: (): Duration | null =>
      lease !== null && expected > 0 && looks < MOST_LOOKS
        ? milliseconds(FIRST_LOOK * 2 ** Math.max(0, looks - 1))
        : null,
    /** Nobody woke us, but another process may have taken deliveries in. */
    isDue: () => machineClock.now() >= plus(readAt, READ_EVERY),
    isReader: () => lease !== null,
  }
}
