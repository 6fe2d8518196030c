import { plus } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { SignUps } from '#store/sign-ups.ts'
import type { Directory } from '../directory.ts'
import { backOff, createWorker, type Done, type Worker, type WorkerParts } from './worker.ts'

export type ConfirmParts = WorkerParts & {
  readonly loop: Loop
  readonly signUps: SignUps
  readonly directory: Directory
}

/** Somebody sent the code of a form: looks up what the form keeps, and has it decided. */
export function createConfirmSignUps(parts: ConfirmParts): Worker {
  const { loop, signUps, directory, clock } = parts
  return createWorker(parts, {
    kind: 'confirm-sign-up',
    capacity: 8,
    run: async ({ accountId, effectId, messageId, lineId, token, code, text, attempts }): Promise<Done> => {
      const line = directory.byId(accountId, lineId)
      if (!line) return { kind: 'done' }
      const signUp = await signUps.find(accountId, token, code)
      const command = { kind: 'confirm-sign-up' as const, accountId, effectId, messageId, line, token, text, signUp }
      const decided = await loop.submit(command)
      if (decided.ok) {
        if (decided.value.contactId !== null) await signUps.confirmed(accountId, token, code)
        return { kind: 'settled' }
      }
      const isAway = decided.error.some(({ code: why }) => why === 'unavailable')
      if (!isAway) return { kind: 'settled' }
      return { kind: 'again', dueAt: plus(clock.now(), backOff(attempts)), isFailure: false }
    },
  })
}
