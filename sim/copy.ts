import { uuidv7 } from '#base/ids.ts'
import { type Duration, milliseconds, plus, seconds } from '#base/time.ts'
import { createLoop } from '#app/loop.ts'
import type { Channel } from '#channels/channel.ts'
import { APP, lines, rightsOf } from './company.ts'
import type { Owner } from './stage.ts'
import type { Copy, Sim } from './parts.ts'
import { wireLedger } from './wire-ledger.ts'
import { startWorker } from './worker.ts'
import { NOTHING_SET } from '#app/ports.ts'

export function startCopy(sim: Sim): Copy {
  const { stage, dice } = sim
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
  const faultsNow = () => {
    const { awayUntil, conflictsUntil } = sim.trouble
    return {
      ...sim.faults,
      ...(isStopping && { death: 0 }),
      ...(awayUntil > stage.now() && { away: 1 }),
      ...(conflictsUntil > stage.now() && { conflict: 0.97 }),
    }
  }
  const ledger = wireLedger(sim.storeOfCopy(), {
    name,
    stage,
    dice,
    rare: sim.rare,
    owner,
    die,
    faults: faultsNow,
    committed: (changes, result) => sim.observer.committed(changes, result),
    isUp: (holder) => sim.copies.some((each) => each.name === holder && each.isAlive),
    held: sim.held,
  })
  const now = () => plus(stage.now(), owner.skew)
  const ids = uuidv7(dice.random)
  const channels = new Map<Channel['id'], Channel>([['whatsapp', sim.channel]])
  const loop = createLoop({
    ledger,
    channels,
    lines,
    settings: { ...NOTHING_SET, rights: rightsOf },
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
