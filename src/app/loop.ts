import { failed, type Result } from '#base/result.ts'
import { type Duration, milliseconds, plus, seconds } from '#base/time.ts'
import type { Command } from '#core/loop/command.ts'
import type { Effect } from '#core/loop/effect.ts'
import type { Fact } from '#core/loop/fact.ts'
import type { Answer } from '#core/loop/step.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import { type DeliveryPosition, type Lease, type SetAside, Unstorable } from '#store/ledger.ts'
import { type Batch, type Item, runBatch } from './batch.ts'
import type { Ports } from './ports.ts'
import { readDelivery } from './reader.ts'

export type { Answer } from '#core/loop/step.ts'

/** The one way anything changes. */
export type Loop = {
  /** Resolves after the commit that holds the command's facts, or with all reasons why not. Rejects only on our faults. */
  readonly submit: (command: Command) => Promise<Result<Answer, readonly Refusal[]>>
  /** Deliveries were appended: read soon. */
  readonly wake: () => void
  /** Called after every commit of this process, in order, with what was committed. */
  readonly onCommit: (listener: (committed: Committed) => void) => void
  readonly state: () => LoopState
  readonly start: () => void
  /** Finishes what was taken, gives the lease back. */
  readonly stop: () => Promise<void>
}
export type Committed = { readonly facts: readonly Fact[]; readonly effects: readonly Effect[] }
export type LoopState = {
  readonly waiting: number
  readonly isReader: boolean
  readonly batches: number
  readonly commands: number
  readonly conflicts: number
  readonly failures: number
}

/** Greatest number of commands waiting; beyond it callers are told to come back. */
const MAX_WAITING = 10_000
/** Callers' commands of one commit; the rest waits for the next. */
const MAX_COMMANDS = 200
/** Deliveries of one commit: enough to amortise it, few enough that a caller behind them waits some 30 ms. */
const MAX_DELIVERIES = 250
/** Short, so that another process takes over soon after a crash; a zombie is stopped by the fence, not by the clock. */
const LEASE: Duration = seconds(4)
const POLL: Duration = milliseconds(500)
/** After a wake-up a delivery may still hide behind an older running transaction: look again soon, so many times. */
const HOT_POLL: Duration = milliseconds(5)
const HOT_LOOKS = 40
/** Busy with callers, we still look for deliveries this often; a caller alone does not wait for a look. */
const READ_EVERY: Duration = milliseconds(50)
/** After so many conflicts or failures in a row the callers in the batch are told to come back. */
const MAX_TRIES = 12

type Waiting = {
  readonly command: Command
  readonly resolve: (result: Result<Answer, readonly Refusal[]>) => void
  readonly reject: (mistake: unknown) => void
}

/**
 * Takes many commands at once — callers' first, then deliveries in the order they came — and runs one batch after the
 * other; the next one fills while the last one commits.
 */
export function createLoop(ports: Ports): Loop {
  const waiting: Waiting[] = []
  const listeners: ((committed: Committed) => void)[] = []
  const counts = { batches: 0, commands: 0, conflicts: 0, failures: 0 }
  const reader = createReader(ports)
  let isRunning = false
  let ended: Promise<void> = Promise.resolve()
  /** Something happened since the last look around; a sleep then ends before it begins. */
  let isWoken = false
  let endSleep: (() => void) | null = null

  const wake = () => {
    isWoken = true
    endSleep?.()
  }

  async function run(): Promise<void> {
    while (isRunning || waiting.length > 0) {
      isWoken = false
      const taken = waiting.splice(0, MAX_COMMANDS)
      const isTurn = taken.length === 0 || reader.isHot() || reader.isDue()
      const read = isRunning && isTurn ? await readSafely() : NOTHING
      if (taken.length === 0 && read.isEmpty) {
        await sleep(reader.isHot() ? HOT_POLL : POLL)
        continue
      }
      await runUntilDone(taken, read)
    }
    await reader.release()
  }

  async function readSafely(): Promise<Reading> {
    try {
      return await reader.read()
    } catch (failure) {
      counts.failures += 1
      ports.log.warn({ err: failure }, 'Deliveries cannot be read now')
      return NOTHING
    }
  }

  /** False: it could not be stored now; callers were told so, and the deliveries will be read again. */
  async function runUntilDone(taken: readonly Waiting[], read: Reading): Promise<boolean> {
    let current = read
    const own: Item[] = taken.map(({ command }) => ({ command, origin: null }))
    for (let tries = 1; ; tries++) {
      const batch: Batch = { ...current.batch, items: [...own, ...current.batch.items] }
      try {
        const { committed, outcomes } = await runBatch(ports, batch)
        if (committed.kind === 'committed') {
          counts.batches += 1
          counts.commands += batch.items.length
          reader.moved(current)
          for (const listener of listeners) listener(committed)
          taken.forEach((caller, index) => settle(caller, outcomes[index]))
          return true
        }
        if (committed.kind === 'fenced') {
          reader.lost()
          current = NOTHING
        } else counts.conflicts += 1
      } catch (failure) {
        counts.failures += 1
        if (failure instanceof Unstorable && batch.items.length > 0) return sift(taken, current, failure)
        ports.log.warn({ err: failure, tries }, 'A batch could not be stored; trying again')
        await pause(milliseconds(Math.min(1000, 20 * 2 ** tries)))
      }
      if (taken.length === 0 && current.isEmpty) return true
      if (tries >= MAX_TRIES) {
        for (const caller of taken) caller.resolve(failed([refusal('unavailable')]))
        reader.lost()
        return false
      }
    }
  }

  /**
   * Something in the batch can never be stored. Halves of halves find it, in their order; its neighbours are stored, its
   * caller gets the error, and what came from outside is set aside whole. The position moves with the last part: after a
   * crash the others are decided again, which is harmless.
   */
  async function sift(taken: readonly Waiting[], read: Reading, failure: Unstorable): Promise<boolean> {
    const { items, position, setAside } = read.batch
    const readOf = (some: readonly Item[]): Reading => ({ ...NOTHING, batch: { ...NOTHING.batch, items: some } })
    if (taken.length > 0 && !read.isEmpty) return (await runUntilDone(taken, NOTHING)) && runUntilDone([], read)
    if (taken.length > 1) {
      const half = Math.ceil(taken.length / 2)
      const first = await runUntilDone(taken.slice(0, half), NOTHING)
      return (await runUntilDone(taken.slice(half), NOTHING)) && first
    }
    if (items.length > 1) {
      const half = Math.ceil(items.length / 2)
      const rest = { ...read, batch: { items: items.slice(half), position, setAside } }
      return (await runUntilDone([], { ...readOf(items.slice(0, half)), isEmpty: false })) && runUntilDone([], rest)
    }
    for (const { reject } of taken) reject(failure)
    const [item] = items
    if (!item) return true
    const { command, origin } = item
    const delivery = origin?.deliveryId ?? null
    ports.log.error({ err: failure, command: command.kind, delivery }, 'A command cannot be stored')
    const reason = `store: ${failure.message}`
    const aside: SetAside[] =
      origin === null ? [] : [{ accountId: command.accountId, delivery: origin, reason, raw: command }]
    return runUntilDone([], { ...read, batch: { items: [], position, setAside: [...setAside, ...aside] } })
  }

  const pause = (duration: Duration) => new Promise<void>((resolve) => ports.timer(duration, resolve))

  function sleep(duration: Duration): Promise<void> {
    if (isWoken) return Promise.resolve()
    return new Promise((resolve) => {
      const cancel = ports.timer(duration, () => endSleep?.())
      endSleep = () => {
        endSleep = null
        cancel()
        resolve()
      }
    })
  }

  return {
    submit: (command) =>
      new Promise((resolve, reject) => {
        if (!isRunning || waiting.length >= MAX_WAITING) return resolve(failed([refusal('unavailable')]))
        waiting.push({ command, resolve, reject })
        wake()
      }),
    wake: () => {
      reader.expect()
      wake()
    },
    onCommit: (listener) => listeners.push(listener),
    state: () => ({ waiting: waiting.length, isReader: reader.isReader(), ...counts }),
    start: () => {
      isRunning = true
      ended = run()
    },
    stop: async () => {
      isRunning = false
      wake()
      await ended
    },
  }
}

function settle(caller: Waiting, outcome: Awaited<ReturnType<typeof runBatch>>['outcomes'][number] | undefined): void {
  if (outcome === undefined || 'poisoned' in outcome) caller.reject(outcome?.poisoned)
  else caller.resolve(outcome)
}

type Reading = { readonly batch: Batch; readonly isEmpty: boolean; readonly position: DeliveryPosition | null }

const NOTHING: Reading = { batch: { items: [], position: null, setAside: [] }, isEmpty: true, position: null }

/** The loop's hand on the log of deliveries: holds the lease, remembers where it is. */
function createReader(ports: Ports) {
  const { ledger, machineClock, holder } = ports
  let lease: Lease | null = null
  let until = machineClock.now()
  let position: DeliveryPosition | null = null
  let looksLeft = HOT_LOOKS
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
    read: async (): Promise<Reading> => {
      readAt = machineClock.now()
      const held = await hold()
      if (held === null) return NOTHING
      const deliveries = await ledger.deliveries.read(held, position, MAX_DELIVERIES)
      const last = deliveries.at(-1)
      if (!last) {
        looksLeft = Math.max(0, looksLeft - 1)
        return NOTHING
      }
      const parts = deliveries.map((delivery) => readDelivery(ports, delivery))
      const batch = {
        items: parts.flatMap((part) => part.items),
        setAside: parts.flatMap((part) => part.setAside),
        position: { lease: held, after: last.position },
      }
      return { batch, isEmpty: false, position: last.position }
    },
    moved: (reading: Reading) => {
      if (reading.position !== null) position = reading.position
    },
    lost: () => {
      lease = null
      position = null
    },
    release: async () => {
      const held = lease
      lease = null
      if (held) await ledger.deliveries.release(held).catch(() => undefined)
    },
    expect: () => {
      looksLeft = HOT_LOOKS
    },
    /** Nobody woke us, but another process may have taken deliveries in. */
    isDue: () => machineClock.now() >= plus(readAt, READ_EVERY),
    isHot: () => lease !== null && looksLeft > 0,
    isReader: () => lease !== null,
  }
}
