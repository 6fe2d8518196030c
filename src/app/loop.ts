import { failed, type Result } from '#base/result.ts'
import { type Duration, milliseconds } from '#base/time.ts'
import type { Command } from '#core/loop/command.ts'
import type { Effect } from '#core/loop/effect.ts'
import type { Fact } from '#core/loop/fact.ts'
import type { Answer } from '#core/loop/step.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import { type DeliveryPosition, type SetAside, Unstorable } from '#store/ledger.ts'
import { type Batch, commitBatch, type Item, type Prepared, prepareBatch, runBatch } from './batch.ts'
import { createLogReader, NOTHING, type Reading } from './log-reader.ts'
import type { Ports } from './ports.ts'

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
/** While a batch is being committed, fewer deliveries than this wait for more of them: each commit costs as much as many. */
const WORTH_A_COMMIT = 40
const POLL: Duration = milliseconds(500)
/** Callers do not wait for more deliveries than this: they are committed by themselves first. */
const MAX_COMPANY = 50
/** After so many conflicts or failures in a row the callers in the batch are told to come back. */
const MAX_TRIES = 12
/** So often in a row other processes' commits cannot have stood in the way of one command alone; its own mistake can. */
const STUCK_AFTER_ROUNDS = 20

/** Why a batch cannot be stored; `isFinal`: this item, alone, never will be. */
type Trouble = { readonly failure: Error; readonly isFinal: (item: Item) => boolean }

type Waiting = {
  readonly command: Command
  readonly resolve: (result: Result<Answer, readonly Refusal[]>) => void
  readonly reject: (mistake: unknown) => void
}

/** What is committed together: callers, and deliveries. */
type Part = { readonly taken: readonly Waiting[]; readonly read: Reading }
/**
 * How a part ended. `isStored`: its deliveries are; what was read after them may follow. `isPlain`: committed just as it
 * was prepared, so what was prepared after it holds.
 */
type End = { readonly isStored: boolean; readonly isPlain: boolean }

const SETTLED: End = { isStored: true, isPlain: true }

/**
 * Takes many commands at once — callers' first, then deliveries in the order they came — and commits one batch after the
 * other; the next one is read, loaded and decided while the last one is being committed.
 */
export function createLoop(ports: Ports): Loop {
  const waiting: Waiting[] = []
  const listeners: ((committed: Committed) => void)[] = []
  const counts = { batches: 0, commands: 0, conflicts: 0, failures: 0 }
  const reader = createLogReader(ports)
  /** Deliveries of which one command, all by itself, conflicted until it was given up, and how many rounds of that. */
  const stuckRounds = new Map<string, number>()
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
    let ahead: Promise<Reading> | null = null
    let before = Promise.resolve(SETTLED)
    let isCommitting = false
    /** Where to read on, behind what is being committed; null: behind what is. */
    let upTo: DeliveryPosition | null = null
    while (isRunning || waiting.length > 0) {
      isWoken = false
      const taken = waiting.splice(0, MAX_COMMANDS)
      if (taken.length === 0 && ahead === null && isCommitting && reader.expected() < WORTH_A_COMMIT) {
        await sleep(POLL)
        continue
      }
      const isTurn = taken.length === 0 || reader.lookAgainAfter() !== null || reader.isDue()
      const read: Reading = ahead !== null ? await ahead : isRunning && isTurn ? await readSafely(upTo) : NOTHING
      ahead = null
      if (taken.length === 0 && read.isEmpty) {
        await sleep(reader.lookAgainAfter() ?? POLL)
        continue
      }
      // More is waiting: it is read and understood while this is decided and committed.
      if (read.isFull && isRunning) ahead = readSafely(read.position)
      upTo = read.position ?? upTo
      let isBroken = false
      for (const part of partsOf(taken, read)) {
        const [prepared, end] = await Promise.all([prepareSafely(part), before])
        isBroken ||= !end.isStored
        const kept = isBroken ? { ...part, read: NOTHING } : part
        const ending = finish(kept, end.isStored && end.isPlain ? prepared : null)
        before = ending
        isCommitting = true
        void ending.then(({ isStored }) => {
          if (!isStored) upTo = null
          if (before !== ending) return
          if (isStored) before = Promise.resolve(SETTLED)
          isCommitting = false
          wake()
        })
      }
      if (isBroken) {
        // What was read after deliveries that are not stored comes again, after them.
        await ahead
        ;[ahead, upTo] = [null, null]
      }
    }
    await before
    await ahead
    await reader.release()
  }

  /** Callers and deliveries in one commit, or in two when the callers would wait for many deliveries. */
  const partsOf = (taken: readonly Waiting[], read: Reading): Part[] =>
    taken.length === 0 || read.batch.items.length <= MAX_COMPANY
      ? [{ taken, read }]
      : [
          { taken, read: NOTHING },
          { taken: [], read },
        ]

  /** Null: it has to be done again when its turn comes, and then the failure is dealt with. */
  const prepareSafely = (part: Part): Promise<Prepared | null> => prepareBatch(ports, batchOf(part)).catch(() => null)

  async function finish({ taken, read }: Part, prepared: Prepared | null): Promise<End> {
    if (taken.length === 0 && read.isEmpty) return SETTLED
    const troubles = () => counts.conflicts + counts.failures
    const before = troubles()
    await runUntilDone(taken, read, prepared)
    const isPlain = prepared !== null && troubles() === before
    return { isStored: read.position === null || reader.isAt(read), isPlain }
  }

  async function readSafely(after: DeliveryPosition | null = null): Promise<Reading> {
    try {
      return await reader.read(after)
    } catch (failure) {
      counts.failures += 1
      ports.log.warn({ err: failure }, 'Deliveries cannot be read now')
      return NOTHING
    }
  }

  /** False: it could not be stored now; callers were told so, and the deliveries will be read again. */
  async function runUntilDone(
    taken: readonly Waiting[],
    read: Reading,
    prepared: Prepared | null = null,
  ): Promise<boolean> {
    let current = read
    let conflicts = 0
    for (let tries = 1; ; tries++) {
      const batch = batchOf({ taken, read: current })
      try {
        const isReady = prepared !== null && tries === 1
        const { committed, outcomes } = await (isReady ? commitBatch(ports, prepared) : runBatch(ports, batch))
        if (committed.kind === 'committed') {
          counts.batches += 1
          counts.commands += batch.items.length
          reader.moved(current)
          if (current.position !== null) stuckRounds.clear()
          for (const listener of listeners) listener(committed)
          taken.forEach((caller, index) => settle(caller, outcomes[index]))
          return true
        }
        if (committed.kind === 'fenced') {
          reader.lost()
          current = NOTHING
        } else {
          counts.conflicts += 1
          conflicts += 1
          if (conflicts >= MAX_TRIES && current.batch.items.length > 0)
            return sift(taken, current, stuck(committed.what))
        }
      } catch (failure) {
        counts.failures += 1
        if (failure instanceof Unstorable && batch.items.length > 0) return sift(taken, current, unstorable(failure))
        ports.log.warn({ err: failure, tries }, 'A batch could not be stored; trying again')
        await pause(milliseconds(Math.min(1000, 20 * 2 ** tries)))
      }
      if (taken.length === 0 && current.isEmpty) return true
      if (tries >= MAX_TRIES) return giveUp(taken)
    }
  }

  function giveUp(taken: readonly Waiting[]): false {
    for (const caller of taken) caller.resolve(failed([refusal('unavailable')]))
    reader.lost()
    return false
  }

  /**
   * Something in the batch cannot be stored. Halves of halves find it, in their order; its neighbours are stored, its
   * caller gets the error, and what came from outside is set aside whole. The position moves with the last part: after a
   * crash the others are decided again, which is harmless.
   */
  async function sift(taken: readonly Waiting[], read: Reading, trouble: Trouble): Promise<boolean> {
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
    for (const { reject } of taken) reject(trouble.failure)
    const [item] = items
    if (!item) return true
    if (!trouble.isFinal(item)) {
      await pause(POLL)
      return giveUp([])
    }
    const { command, origin } = item
    const delivery = origin?.deliveryId ?? null
    ports.log.error({ err: trouble.failure, command: command.kind, delivery }, 'A command cannot be stored')
    const reason = `store: ${trouble.failure.message}`
    const aside: SetAside[] =
      origin === null ? [] : [{ accountId: command.accountId, delivery: origin, reason, raw: command }]
    return runUntilDone([], { ...read, batch: { items: [], position, setAside: [...setAside, ...aside] } })
  }

  const unstorable = (failure: Unstorable): Trouble => ({ failure, isFinal: () => true })

  /** Other processes' commits come in between; only what conflicts by itself for long is never going to be stored. */
  const stuck = (what: string): Trouble => ({
    failure: new Error(`conflict without end: ${what}`),
    isFinal: ({ origin }) => {
      if (origin === null) return false
      const rounds = (stuckRounds.get(origin.deliveryId) ?? 0) + 1
      stuckRounds.set(origin.deliveryId, rounds)
      return rounds >= STUCK_AFTER_ROUNDS
    },
  })

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

const batchOf = ({ taken, read }: Part): Batch => ({
  ...read.batch,
  items: [...taken.map(({ command }): Item => ({ command, origin: null })), ...read.batch.items],
})

function settle(caller: Waiting, outcome: Awaited<ReturnType<typeof runBatch>>['outcomes'][number] | undefined): void {
  if (outcome === undefined || 'poisoned' in outcome) caller.reject(outcome?.poisoned)
  else caller.resolve(outcome)
}
