import { plus, seconds } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { Views } from '#store/views/views.ts'
import type { Directory } from '../directory.ts'
import { createWorker, type Worker, type WorkerParts } from './worker.ts'

/** Messages that left and about which nothing was heard in time become `unknown`: shown, and never sent by themselves. */
export function createSettle(
  parts: WorkerParts & {
    readonly loop: Loop
    readonly views: Pick<Views, 'message'>
    readonly directory: Directory
  },
): Worker {
  const { loop, views, directory, clock } = parts
  return createWorker(parts, {
    kind: 'settle-send',
    capacity: 100,
    run: async ({ accountId, messageId, attempt }) => {
      const message = await views.message(accountId, messageId)
      const isOpen = message?.direction === 'out' && message.status === 'sending' && message.attempts === attempt
      if (!isOpen) return { kind: 'done' }
      const { lineId } = message
      const settled = await loop.submit({
        kind: 'settle-send',
        accountId,
        messageId,
        lineId,
        channel: directory.byId(accountId, lineId)?.channel ?? 'whatsapp',
        attempt,
        priority: 0,
        outcome: { kind: 'unknown' },
      })
      const isAway = !settled.ok && settled.error.some(({ code }) => code === 'unavailable')
      return isAway ? { kind: 'again', dueAt: plus(clock.now(), seconds(2)), isFailure: false } : { kind: 'done' }
    },
  })
}
