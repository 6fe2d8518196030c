import { setTimeout as pause } from 'node:timers/promises'
import { type Dice, diceOf } from '../sim/dice.ts'
import { check, type Verdict } from './check.ts'
import type { Fault, Scene } from './fault.ts'
import type { House } from './house.ts'
import { type Load, startLoad } from './load.ts'
import { recovery } from './recovery.ts'
import { settle } from './settle.ts'

/** What one round did and found. */
export type Round = Verdict & {
  readonly kind: string
  readonly seed: number
  readonly note: string
  /** From the end of the fault until a webhook was shown and a message sent again. */
  readonly recoveryMs: number
}

/** How long the house is under load before the fault, and after its recovery. */
const BEFORE_MS = { least: 150, most: 900 }
const AFTER_MS = 250

/** One fault in the middle of load, and everything read back. The same seed chooses the same. */
export async function playRound(scene: Omit<Scene, 'dice'>, fault: Fault, seed: number): Promise<Round> {
  const { house } = scene
  const dice: Dice = diceOf(seed)
  const wrongs: string[] = []
  const notes: string[] = []
  let load: Load | null = null
  try {
    await fault.arrange({ ...scene, dice })
    load = await startLoad(house, `r${seed}`)
    await pause(dice.int(BEFORE_MS.least, BEFORE_MS.most))
    const before = house.copies().map(({ ends }) => ends.length)
    const told = { load, note: (what: string) => notes.push(what), wrong: (what: string) => wrongs.push(what) }
    await fault.strike({ ...scene, dice, ...told })
    const recoveryMs = await recovery(house, load, fault.recoverWithinMs)
    if (recoveryMs > fault.recoverWithinMs) wrongs.push(`no recovery within ${fault.recoverWithinMs / 1000} s`)
    await pause(AFTER_MS)
    await load.stop()
    wrongs.push(...(await settle(house, load)))
    const verdict = await check(house, load)
    if (fault.sparesServer) wrongs.push(...endedMeanwhile(house, before))
    return {
      ...verdict,
      kind: fault.kind,
      seed,
      note: notes.join('; '),
      recoveryMs,
      wrongs: [...wrongs, ...verdict.wrongs],
    }
  } finally {
    await load?.end()
    await fault.clear?.({ ...scene, dice })
  }
}

function endedMeanwhile(house: House, before: readonly number[]): string[] {
  return house
    .copies()
    .filter(({ ends }, index) => ends.length > (before[index] ?? 0))
    .map(({ ends, port }) => `the server at ${port} ended by itself: ${ends.at(-1)}`)
}
