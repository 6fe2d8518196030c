import { setTimeout as pause } from 'node:timers/promises'
import { type Fault, oneCopy } from '../fault.ts'

const MODES = ['reset-after-accept', 'malformed', 'error-500', 'unavailable-503'] as const
/** Each of these is waited for as long as a request may last: half a minute. */
const LONG_MODES = [...MODES, 'hang'] as const
const LOST_MS = 1_200

/** Meta takes messages and its answers are lost, or it takes none and says so late. */
export const answersLost: Fault = {
  kind: 'answers-lost',
  weight: 5,
  isCheap: false,
  recoverWithinMs: 40_000,
  sparesServer: true,
  arrange: oneCopy,
  strike: async ({ house, dice, note, isLong }) => {
    const mode = dice.pick<string>(isLong ? LONG_MODES : MODES)
    note(mode)
    // Whether what became of a message is heard before its answer is missed, or after.
    const statusDelayMs = dice.pick([1, 3_000])
    await house.control('PUT', '/faults', { graph: { mode }, statusDelayMs })
    await pause(LOST_MS)
    await house.control('PUT', '/faults', { graph: { mode: 'ok' }, statusDelayMs: 1 })
  },
}
