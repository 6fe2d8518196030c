import { setTimeout as pause } from 'node:timers/promises'
import { ROOT } from '../copy.ts'
import { type Fault, twoCopies } from '../fault.ts'
import { previousCheckout } from '../previous.ts'
import { recovery } from '../recovery.ts'

/** Longer than the lease of whoever reads the deliveries (4 s), and as long as a machine may stand still. */
const FROZEN_SECONDS = { short: 6, long: 60 }
/** A balancer looks after its copies this often. */
const NOTICED_AFTER_MS = 500

/** The lease runs out, and what the frozen one had begun in the database is broken off. */
const TAKEN_OVER_WITHIN_MS = 15_000

/**
 * One of two copies stands still in the middle of everything and goes on as if nothing had been: what it held has passed
 * to the other one, and what it still believes is refused.
 */
export const freeze: Fault = {
  kind: 'freeze',
  weight: 5,
  isCheap: false,
  recoverWithinMs: 30_000,
  sparesServer: true,
  arrange: twoCopies,
  strike: async ({ house, dice, load, isLong, note, wrong }) => {
    const copies = house.copies()
    const frozen = dice.pick(copies)
    const pid = frozen.child.pid
    if (pid === null) return
    const seconds = isLong ? FROZEN_SECONDS.long : FROZEN_SECONDS.short
    const startedMs = Date.now()
    process.kill(pid, 'SIGSTOP')
    try {
      await pause(NOTICED_AFTER_MS)
      house.front.leadTo(copies.filter((copy) => copy !== frozen).map(({ port }) => port))
      const takenOverMs = await recovery(house, load, TAKEN_OVER_WITHIN_MS)
      if (takenOverMs > TAKEN_OVER_WITHIN_MS) wrong('the other copy did not take over')
      note(`copy ${copies.indexOf(frozen) + 1}, ${seconds} s, taken over after ${(takenOverMs / 1000).toFixed(1)} s`)
      await pause(seconds * 1000 - (Date.now() - startedMs))
    } finally {
      process.kill(pid, 'SIGCONT')
      house.front.leadTo(copies.map(({ port }) => port))
    }
  },
}

let databases = 0

/** The previous version and this one at once on one database, which the newer one brings up to date under load. */
export const rolling: Fault = {
  kind: 'rolling-restart',
  weight: 4,
  isCheap: false,
  recoverWithinMs: 30_000,
  sparesServer: false,
  arrange: async ({ house, from }) => {
    const previous = previousCheckout(house.folder, from)
    await house.arrange({ copies: 0 })
    const place = { database: house.place().database, name: `hilo-rolling-${++databases}` }
    await place.database.create(place.name)
    await house.arrange({ copies: 1, root: previous.root, place })
  },
  strike: async ({ house, from, note }) => {
    const [old] = house.copies()
    note(`from ${previousCheckout(house.folder, from).revision}`)
    await house.hire(ROOT)
    await pause(800)
    if (old) await house.dismiss(old)
  },
}
