import { plus } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { Directory } from '../directory.ts'
import { backOff, createWorker, type Done, type Worker, type WorkerParts } from './worker.ts'

export type JoinMovedParts = WorkerParts & {
  readonly loop: Loop
  readonly directory: Pick<Directory, 'lines'>
}

/**
 * Merges whom WhatsApp says to be one person. Where that is refused, because one of the two was merged or erased meanwhile or
 * somebody is still asked who they are, it is left to people.
 */
export function createJoinMoved(parts: JoinMovedParts): Worker {
  const { loop, directory, clock } = parts
  return createWorker(parts, {
    kind: 'join-moved',
    capacity: 4,
    run: async ({ accountId, contactId, intoId, attempts }): Promise<Done> => {
      const decided = await loop.submit({
        ...{ kind: 'merge-contacts', accountId, contactId, intoId, by: { kind: 'system' } },
        ...{ why: null, evidence: ['announced'], lineIds: directory.lines(accountId).map(({ lineId }) => lineId) },
      })
      const isAway = !decided.ok && decided.error.some(({ code }) => code === 'unavailable')
      return isAway
        ? { kind: 'again', dueAt: plus(clock.now(), backOff(attempts)), isFailure: false }
        : { kind: 'done' }
    },
  })
}
