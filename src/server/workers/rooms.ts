import type { LineId } from '#core/account/account.ts'
import type { Line } from '#core/line/line.ts'
import type { LineRoom } from '#store/ledger.ts'
import type { EffectOf, Taken } from './worker.ts'

type Deliver = EffectOf<'deliver'>

/**
 * How many messages of each line are held, and how many more may be: enough to keep the line at its rate, few enough that
 * none waits here until its hold runs out. Agents' messages have places of their own. A paused line has none.
 */
export type Rooms = {
  readonly free: () => readonly LineRoom[]
  /** Notes what was taken of what was free at the last `free`. */
  readonly taken: (effects: readonly Deliver[]) => Taken<'deliver'>
  /** Whether a line on which more waits has many free places. */
  readonly isWorthwhile: () => boolean
  /** Counts the message as held until `work` is done. */
  readonly hold: <Given>(effect: Deliver, work: () => Promise<Given>) => Promise<Given>
}

/** A second's worth and a little for slow lines. */
const placesOf = ({ messagesPerSecond }: Line): number => messagesPerSecond + 20
/** Fewer free places than this share are not worth a question to the database. */
const WORTHWHILE_SHARE = 0.2

export function createRooms(allLines: () => readonly Line[]): Rooms {
  const held = { urgent: new Map<LineId, number>(), unhurried: new Map<LineId, number>() }
  /** Lines on which more may wait than there was room for. */
  const waiting = new Set<LineId>()
  let asked: readonly LineRoom[] = []

  const open = (): Line[] => allLines().filter(({ pausedAt }) => pausedAt === null)
  const freeOf = (line: Line, of: keyof typeof held): number =>
    Math.max(0, placesOf(line) - (held[of].get(line.lineId) ?? 0))
  const isWorthwhile = (line: Line): boolean => freeOf(line, 'unhurried') >= placesOf(line) * WORTHWHILE_SHARE

  return {
    free: () => {
      asked = open().map((line) => ({
        lineId: line.lineId,
        urgent: freeOf(line, 'urgent'),
        unhurried: isWorthwhile(line) ? freeOf(line, 'unhurried') : 0,
      }))
      return asked
    },
    taken: (effects) => {
      const urgent = countOf(effects.filter(({ priority }) => priority === 0))
      const unhurried = countOf(effects.filter(({ priority }) => priority > 0))
      for (const room of asked) {
        const isFull =
          (urgent.get(room.lineId) ?? 0) >= room.urgent ||
          (room.unhurried > 0 && (unhurried.get(room.lineId) ?? 0) >= room.unhurried)
        if (isFull) waiting.add(room.lineId)
        else if (room.unhurried > 0) waiting.delete(room.lineId)
      }
      return { effects, isAll: waiting.size === 0 }
    },
    isWorthwhile: () => open().some((line) => waiting.has(line.lineId) && isWorthwhile(line)),
    hold: async ({ lineId, priority }, work) => {
      const counts = priority === 0 ? held.urgent : held.unhurried
      counts.set(lineId, (counts.get(lineId) ?? 0) + 1)
      try {
        return await work()
      } finally {
        counts.set(lineId, (counts.get(lineId) ?? 1) - 1)
      }
    },
  }
}

const countOf = (effects: readonly Deliver[]): Map<LineId, number> => {
  const counts = new Map<LineId, number>()
  for (const { lineId } of effects) counts.set(lineId, (counts.get(lineId) ?? 0) + 1)
  return counts
}
