import { type Ids, uuidv7 } from '#base/ids.ts'
import { type Duration, type Instant, milliseconds, plus, seconds } from '#base/time.ts'
import { createLoop, type Loop } from '#app/loop.ts'
import type { Channel } from '#channels/channel.ts'
import type { Command } from '#core/loop/command.ts'
import type { Ledger } from '#store/ledger.ts'
import { APP, lines } from './company.ts'
import type { Owner } from './stage.ts'
import type { Sim } from './sim.ts'
import { wireLedger } from './wire-ledger.ts'
import { startWorker } from './worker.ts'

/** One running process of ours: loop, door and workers on the shared store. */
export type Copy = Owner & {
  readonly name: string
  readonly ledger: Ledger
  readonly ids: Ids
  /** The time as this process reads it. */
  readonly now: () => Instant
  /** How far its clock is from true time. */
  skew: Duration
  readonly submit: (command: Command) => ReturnType<Loop['submit']>
  /** A webhook: true when it is on disk, false when it was refused; never answers when the process dies. */
  readonly receive: (body: Uint8Array) => Promise<boolean>
  readonly wake: () => void
  readonly die: () => void
  readonly stop: () => Promise<void>
  readonly isStopping: () => boolean
}

export function startCopy(sim: Sim): Copy {
  const { stage, dice, store } = sim
  const owner: Owner & { skew: Duration } = {
    isAlive: true,
    stalledUntil: stage.now(),
    skew: milliseconds(dice.int(-sim.widestSkewMs, sim.widestSkewMs)),
  }
  let isStopping = false
  const name = `copy-${sim.nextCopy()}`

  const die = () => {
    if (!owner.isAlive) return
    owner.isAlive = false
    sim.missed()
    if (loop.state().waiting > 0 || worker.isBusy()) sim.rare.saw('copy died with work under way')
  }
  const ledger = wireLedger(store, {
    stage,
    dice,
    rare: sim.rare,
    owner,
    die,
    faults: () => (isStopping ? { ...sim.faults, death: 0 } : sim.faults),
    committed: (changes, result) => sim.observer.committed(changes, result),
    finished: (effects) => sim.observer.finished(effects),
  })
  const now = () => plus(stage.now(), owner.skew)
  const ids = uuidv7(dice.random)
  const channels = new Map<Channel['id'], Channel>([['whatsapp', sim.channel]])
  const loop = createLoop({
    ledger,
    channels,
    lines,
    clock: { now },
    machineClock: { now },
    ids,
    timer: (after, callback) => stage.timer(owner, after, callback),
    log: { warn: () => undefined, error: (about, message) => sim.observer.logged(about, message) },
    holder: name,
  })
  const copy: Copy = Object.assign(owner, {
    name,
    ledger,
    ids,
    now,
    submit: loop.submit,
    wake: loop.wake,
    receive: async (body: Uint8Array) => {
      try {
        await ledger.deliveries.append([{ channel: 'whatsapp', appId: APP, body, receivedAt: now() }])
      } catch {
        sim.rare.saw('webhook refused because the store was away')
        return false
      }
      loop.wake()
      return true
    },
    die,
    isStopping: () => isStopping,
    stop: async () => {
      if (isStopping) return
      isStopping = true
      sim.missed()
      worker.stop()
      await loop.stop()
      owner.isAlive = false
      sim.rare.saw('copy stopped in good order')
    },
  })
  const worker = startWorker(sim, copy)
  loop.onCommit(({ effects }) => {
    if (effects.length > 0) worker.wake()
  })
  loop.start()
  return copy
}

/** After a stop has begun, a process that does not end by itself is ended. */
export const PATIENCE: Duration = seconds(30)
