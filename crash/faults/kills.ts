import { setTimeout as pause } from 'node:timers/promises'
import { CRASH_MOMENTS, type CrashPoint } from '#server/crash-points.ts'
import type { Dice } from '../../sim/dice.ts'
import type { Copy } from '../copy.ts'
import { type Fault, oneCopy, type Stage, twoCopies } from '../fault.ts'

const KILL = { isCheap: true, recoverWithinMs: 30_000, sparesServer: false } as const

/** Where the server ends itself, how often, and after how many visits at most. */
const PLACES: readonly (readonly [weight: number, place: CrashPoint['place'], visits: number])[] = [
  [6, 'append', 60],
  [8, 'commit', 80],
  [8, 'send', 40],
  [2, 'take', 30],
  [2, 'finish', 8],
  [1, 'lease', 3],
  [1, 'release', 1],
  [1, 'postpone', 1],
  [1, 'seen', 5],
  [2, 'media', 2],
  [2, 'download', 2],
  [2, 'upload', 1],
  [1, 'templates', 1],
]
const REACHED_WITHIN_MS = 4_000

/** The server ends itself around one of its commits or calls. A point that is not reached becomes a kill from outside. */
export const killPoint: Fault = {
  ...KILL,
  kind: 'kill-point',
  weight: 30,
  arrange: ({ house, dice }) => house.arrange({ copies: 1, crashAt: pointOf(dice) }),
  strike: async ({ house, note, dice }) => {
    const [copy] = house.copies()
    const crashAt = copy?.plan.crashAt ?? ''
    if (crashAt.startsWith('release')) kill(copy, 'SIGTERM')
    const until = Date.now() + REACHED_WITHIN_MS
    while (copy?.ends.length === 0 && Date.now() < until) await pause(10)
    const isReached = copy !== undefined && copy.ends.length > 0
    note(isReached ? crashAt : `${crashAt} not reached`)
    if (!isReached) kill(copy, 'SIGKILL')
    if (dice.chance(0.15)) await killAgain(copy, dice)
  },
}

function pointOf(dice: Dice): string {
  const [place, visits] = dice.weighted(PLACES.map(([weight, ...point]) => [weight, point] as const))
  return `${place}-${dice.pick(CRASH_MOMENTS)}:${dice.int(1, visits)}`
}

export const killServer: Fault = {
  ...KILL,
  kind: 'kill-server',
  weight: 8,
  arrange: oneCopy,
  strike: async ({ house, dice, note }) => {
    const [copy] = house.copies()
    kill(copy, 'SIGKILL')
    if (!dice.chance(0.3)) return
    note('and again while it starts')
    await killAgain(copy, dice)
  },
}

/** Who comes back is killed once more, somewhere between its first line and its first answer. */
async function killAgain(copy: Copy | undefined, dice: Dice): Promise<void> {
  await pause(dice.int(300, 1_500))
  kill(copy, 'SIGKILL')
}

export const killEmulator: Fault = {
  ...KILL,
  kind: 'kill-emulator',
  weight: 5,
  sparesServer: true,
  arrange: oneCopy,
  strike: async ({ house }) => {
    if (house.emulator.pid !== null) process.kill(house.emulator.pid, 'SIGKILL')
  },
}

/** One of two, so that every other time it is the one that reads the deliveries. */
export const killOneOfTwo: Fault = {
  ...KILL,
  kind: 'kill-one-of-two',
  weight: 8,
  arrange: twoCopies,
  strike: async ({ house, dice, note }) => {
    const copies = house.copies()
    const nth = dice.int(0, copies.length - 1)
    note(`copy ${nth + 1}`)
    kill(copies[nth], 'SIGKILL')
  },
}

/** As when the power fails. */
export const killAll: Fault = {
  ...KILL,
  kind: 'kill-all',
  weight: 5,
  recoverWithinMs: 30_000,
  arrange: ({ house, dice }) => house.arrange({ copies: dice.int(1, 2) }),
  strike: async ({ house }) => {
    for (const copy of house.copies()) kill(copy, 'SIGKILL')
    for (const pid of [house.place().database.pid(), house.emulator.pid]) if (pid !== null) process.kill(pid, 'SIGKILL')
  },
}

const DRAIN_WITHIN_MS = 20_000

/** What was taken is brought to its end, and the process ends in order. */
export const terminate: Fault = {
  ...KILL,
  kind: 'terminate',
  weight: 6,
  arrange: oneCopy,
  strike: async (stage) => {
    const [copy] = stage.house.copies()
    const ends = copy?.ends.length ?? 0
    const startedMs = Date.now()
    kill(copy, 'SIGTERM')
    while (copy?.ends.length === ends && Date.now() - startedMs < DRAIN_WITHIN_MS) await pause(10)
    judgeEnd(stage, copy?.ends[ends], Date.now() - startedMs)
  },
}

function judgeEnd({ note, wrong }: Stage, end: string | undefined, tookMs: number): void {
  note(`${(tookMs / 1000).toFixed(1)} s`)
  if (end !== 'code 0') wrong(`asked to end, it ended with ${end ?? 'nothing, in twenty seconds'}`)
}

function kill(copy: Copy | undefined, signal: NodeJS.Signals): void {
  const pid = copy?.child.pid ?? null
  if (pid !== null) process.kill(pid, signal)
}
