import type { EffectId, MessageId } from '#core/account/account.ts'
import type { WorkerParts } from './worker.ts'

/** The timers of sends that this process began (`settle-send` effects): dropped in bunches once they are not needed. */
export type Timers = {
  /** The outcome is written: nobody has to look after this message any more. */
  readonly drop: (messageId: MessageId) => void
  /** It could not be written: the timer is what is left. */
  readonly keep: (messageId: MessageId) => void
  readonly stop: () => Promise<void>
}

const EVERY_MS = 250

/** One that is not dropped, because the process ended or the database was away, comes due and finds nothing to do. */
export function createTimers({ ledger, loop, log }: Pick<WorkerParts, 'ledger' | 'loop' | 'log'>): Timers {
  type Key = Parameters<typeof ledger.effects.finish>[0][number]
  const running = new Map<MessageId, Key>()
  let done: Key[] = []
  let timer: NodeJS.Timeout | null = null

  loop.onCommit(({ effects }) => {
    for (const effect of effects) {
      if (effect.kind !== 'settle-send') continue
      running.set(effect.messageId, { accountId: effect.accountId, effectId: effect.effectId as EffectId })
    }
  })

  async function finish(): Promise<void> {
    timer = null
    const some = done
    done = []
    await ledger.effects.finish(some).catch((error: unknown) => log.warn({ err: error }, 'Timers could not be dropped'))
  }

  return {
    drop: (messageId) => {
      const key = running.get(messageId)
      running.delete(messageId)
      if (!key) return
      done.push(key)
      timer ??= setTimeout(() => void finish(), EVERY_MS)
    },
    keep: (messageId) => void running.delete(messageId),
    stop: async () => {
      if (timer) clearTimeout(timer)
      await finish()
    },
  }
}
