import { plus } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import { blockOf } from '#core/contact/block.ts'
import { targetsOf } from '#core/contact/part-blocks.ts'
import type { Views } from '#store/views/views.ts'
import { askToBlock, type BlockingParts } from '../blocking.ts'
import type { Directory } from '../directory.ts'
import { backOff, createWorker, type Done, type Worker, type WorkerParts } from './worker.ts'

export type SettleBlockParts = WorkerParts &
  BlockingParts & {
    readonly loop: Loop
    readonly views: Pick<Views, 'contact'>
    readonly directory: Pick<Directory, 'accessToken' | 'byId'>
  }

/**
 * Has WhatsApp do for the rest of merged contacts what it did for some. Whom it refuses to block, mostly because they did not
 * write lately, is asked for again when they write.
 */
export function createSettleBlock(parts: SettleBlockParts): Worker {
  const { directory, views, loop, clock } = parts
  return createWorker(parts, {
    kind: 'settle-block',
    capacity: 4,
    run: async ({ accountId, effectId, contactId, lineId, attempts }): Promise<Done> => {
      const again: Done = { kind: 'again', dueAt: plus(clock.now(), backOff(attempts)), isFailure: true }
      const contact = await views.contact(accountId, contactId)
      const line = directory.byId(accountId, lineId)
      const block = contact && blockOf(contact, lineId)
      if (!contact || !line || !block?.through) return { kind: 'done' }
      if (directory.accessToken(accountId, lineId) === null) return again
      const through = new Set(block.through)
      const isLifting = block.liftedBy !== undefined
      const targets = targetsOf(contact, line).filter(({ owner }) => through.has(owner) !== isLifting)
      const { done, failed } = await askToBlock(parts, line, targets, !isLifting)
      const isOver = failed.every(({ isPassing }) => !isPassing)
      const decided = await loop.submit({
        ...{ kind: 'settle-block', accountId, contactId, lineId, done, isLifting },
        effectId: isOver ? effectId : null,
      })
      return decided.ok && isOver ? { kind: 'settled' } : again
    },
  })
}
