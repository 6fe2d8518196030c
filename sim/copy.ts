import { uuidv7 } from '#base/ids.ts'
import { type Duration, type Instant, milliseconds, plus, seconds } from '#base/time.ts'
import { createLoop } from '#app/loop.ts'
import type { Channel } from '#channels/channel.ts'
import { createReach, heedingReach } from '#server/reach.ts'
import { ACCOUNTS, APP, lines, rightsOf } from './company.ts'
import type { AccountId } from '#core/account/account.ts'
import type { Reached } from '#store/policies.ts'
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
  // It never looks by itself at what others began with: only the ledger holds them all to the limit.
  const reach = createReach(
    { reachedSince: (accounts, since) => Promise.resolve(reachedIn(sim, accounts, since)) },
    () => null,
  )
  const look: typeof reach.look = (...asked) => {
    sim.rare.saw('limit of people used up by another copy')
    return reach.look(...asked)
  }
  const loop = createLoop({
    ledger: heedingReach(ledger, { reach: { look }, accounts: () => ACCOUNTS }, { now }),
    channels,
    lines,
    settings: {
      ...NOTHING_SET,
      rights: (accountId) => ({ ...rightsOf(accountId), reached: (lineId, at) => reach.count(accountId, lineId, at) }),
    },
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
  loop.onCommit(({ facts, effects }) => {
    reach.noted(facts)
    if (effects.length > 0) worker.wake()
  })
  loop.start()
  return copy
}

/** Whom all copies together began with since then. */
const reachedIn = ({ rows }: Sim, accounts: readonly AccountId[], since: Instant): Reached[] =>
  accounts.flatMap((accountId) =>
    (rows.facts.get(accountId) ?? []).flatMap((fact) =>
      fact.kind === 'outreach-counted' && fact.at > since
        ? [{ accountId, contactId: fact.contactId, lineId: fact.outreach.lineId ?? null, at: fact.at }]
        : [],
    ),
  )

/** After a stop has begun, a process that does not end by itself is ended. */
export const PATIENCE: Duration = seconds(30)
