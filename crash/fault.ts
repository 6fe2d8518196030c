import type { Dice } from '../sim/dice.ts'
import type { House } from './house.ts'
import type { Load } from './load.ts'

/** One way to go wrong, on purpose. */
export type Fault = {
  readonly kind: string
  /** How often it comes up, against the others. */
  readonly weight: number
  /** Whether a round is a matter of few seconds, on any machine. */
  readonly isCheap: boolean
  /** From the end of the fault until webhooks are shown and messages sent again. */
  readonly recoverWithinMs: number
  /** Whether our own processes must live through it. */
  readonly sparesServer: boolean
  /** Before the load begins. Throws `NotHere` where this machine cannot play it. */
  readonly arrange: (scene: Scene) => Promise<void>
  /** In the middle of the load; resolves when nothing is wrong outside any more. */
  readonly strike: (stage: Stage) => Promise<void>
  /** After the round, also after one that failed. */
  readonly clear?: (scene: Scene) => Promise<void>
}

export type Scene = {
  readonly house: House
  readonly dice: Dice
  /** Times as long as in life; otherwise just long enough. */
  readonly isLong: boolean
  /** The git revision a rolling restart begins with; null: the newest tag, or else the commit before this one. */
  readonly from: string | null
}

export type Stage = Scene & {
  readonly load: Load
  /** A word on what the dice chose, for the table. */
  readonly note: (what: string) => void
  readonly wrong: (what: string) => void
}

/** This machine cannot play the fault; the reason is printed, and the round not counted. */
export class NotHere extends Error {}

export const oneCopy = ({ house }: Scene): Promise<void> => house.arrange({ copies: 1 })
export const twoCopies = ({ house }: Scene): Promise<void> => house.arrange({ copies: 2 })
