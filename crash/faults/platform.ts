import { setTimeout as pause } from 'node:timers/promises'
import { type Fault, oneCopy } from '../fault.ts'

const MODES = ['reset-after-accept', 'malformed', 'error-500', 'unavailable-503', 'hang'] as const
const LOST_MS = 1_200

/** Meta takes messages and its answers are lost, or it takes none and says so late. */
export const answersLost: Fault = {
  kind: 'answers-lost',
  weight: 5,
  isCheap: false,
  recoverWithinMs: 10_000,
  sparesServer: true,
  arrange: oneCopy,
  strike: async ({ house, dice, note }) => {
    const mode = dice.pick(MODES)
    note(mode)
    await house.control('PUT', '/faults', { graph: { mode } })
    await pause(LOST_MS)
    await house.control('PUT', '/faults', { graph: { mode: 'ok' } })
  },
}
