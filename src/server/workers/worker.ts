import { type Clock, type Duration, type Instant, plus, seconds } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { Effect, EffectKind } from '#core/loop/effect.ts'
import { type Ledger, LedgerUnavailable } from '#store/ledger.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'

/** What came of working on an effect. */
export type Done =
  | { readonly kind: 'done' }
  /** A command that was committed meanwhile has finished it. */
  | { readonly kind: 'settled' }
  /** `isFailure` false: it only has to wait, and may do so any number of times. */
  | { readonly kind: 'again'; readonly dueAt: Instant; readonly isFailure: boolean }

export type EffectOf<Kind extends EffectKind> = Extract<Effect, { kind: Kind }>

export type WorkerParts = {
  readonly ledger: Pick<Ledger, 'effects'>
  readonly loop: Pick<Loop, 'onCommit'>
  readonly clock: Clock
  readonly metrics: Pick<Metrics, 'effects'>
  readonly log: Log
}

/** Carries out effects of one kind. One bad effect never stops the others. */
export type Worker = {
  readonly start: () => void
  /** Takes nothing more and lets what runs come to its end; what only waits is given back. */
  readonly stop: () => Promise<void>
}

/** `look`: something changed that may let more be taken. */
type LookingWorker = Worker & { readonly look: () => void }

export type WorkerPlan<Kind extends EffectKind> = {
  readonly kind: Kind
  /** Effects held at once. */
  readonly capacity: number
  /** How due effects are taken, if not by their kind alone. */
  readonly take?: (now: Instant, heldUntil: Instant) => Promise<Taken<Kind>>
  /** Whether it is worth taking more, now that one has ended; else when a quarter of the capacity is free. */
  readonly hasRoom?: () => boolean
  readonly run: (effect: EffectOf<Kind>) => Promise<Done>
  /** Called once before an effect is given up, so that somebody sees what did not happen. */
  readonly giveUp?: (effect: EffectOf<Kind>) => Promise<void>
  /** Stops what only waits; their `run` then answers `again`. */
  readonly giveBack?: () => void
}

/** `isAll` false: more may be due already. */
export type Taken<Kind extends EffectKind> = {
  readonly effects: readonly EffectOf<Kind>[]
  readonly isAll: boolean
}

/**
 * After this long a crashed process's effects are taken by another. Shorter than a slow request on purpose: who still
 * works on an effect keeps it, and a second process that takes it too is stopped by `begin-send` or repeats what is
 * harmless to repeat.
 */
export const HOLD: Duration = seconds(10)
/** Commits of this process wake the worker at once; this is for timers and for commits of other processes. */
const POLL_MS = 1_000
/** After so many failures an effect is given up, with an error in the log. */
const MOST_ATTEMPTS = 8
const STOP_WITHIN_MS = 10_000

export function createWorker<Kind extends EffectKind>(parts: WorkerParts, plan: WorkerPlan<Kind>): LookingWorker {
  const { ledger, clock, metrics, log } = parts
  const { kind, capacity } = plan
  const held = new Map<string, Promise<void>>()
  let isRunning = false
  let isTaking = false
  let takeAgain = false
  /** More may be due than there was room for. */
  let isMore = false
  let poll: NodeJS.Timeout | null = null
  const hasRoom = plan.hasRoom ?? (() => capacity - held.size >= capacity / 4)

  async function work(effect: EffectOf<Kind>): Promise<void> {
    const done = await plan.run(effect).catch((error: unknown): Done => {
      const dueAt = plus(clock.now(), backOff(effect.attempts))
      if (error instanceof LedgerUnavailable) return { kind: 'again', dueAt, isFailure: false }
      log.error({ err: error, kind, effectId: effect.effectId, attempts: effect.attempts }, 'An effect failed')
      return { kind: 'again', dueAt, isFailure: true }
    })
    if (done.kind === 'settled') return metrics.effects.inc({ kind, outcome: 'done' })
    if (done.kind === 'again' && (!done.isFailure || effect.attempts + 1 < MOST_ATTEMPTS)) {
      metrics.effects.inc({ kind, outcome: 'again' })
      return ledger.effects.postpone(effect, done.dueAt)
    }
    if (done.kind === 'again') {
      log.error({ kind, effectId: effect.effectId }, 'An effect is given up')
      await plan.giveUp?.(effect)
    }
    metrics.effects.inc({ kind, outcome: done.kind === 'done' ? 'done' : 'given-up' })
    await ledger.effects.finish([effect])
  }

  function hold(effect: EffectOf<Kind>): void {
    const key = `${effect.accountId}:${effect.effectId}`
    // Its hold ran out while it waited here, and it was taken once more.
    if (held.has(key)) return
    const ended = work(effect)
      .catch((error: unknown) => log.warn({ err: error, kind }, 'The end of an effect could not be written'))
      .finally(() => {
        held.delete(key)
        if (isMore && hasRoom()) void take()
      })
    held.set(key, ended)
  }

  async function take(): Promise<void> {
    takeAgain = true
    if (isTaking) return
    isTaking = true
    try {
      while (takeAgain && isRunning) {
        takeAgain = false
        const now = clock.now()
        const taken = await (plan.take ?? takeByKind)(now, plus(now, HOLD))
        isMore = !taken.isAll
        for (const effect of taken.effects) hold(effect)
        if (isMore && taken.effects.length > 0 && hasRoom()) takeAgain = true
      }
    } catch (error) {
      log.warn({ err: error, kind }, 'Effects cannot be taken now')
    } finally {
      isTaking = false
    }
  }

  async function takeByKind(now: Instant, heldUntil: Instant): Promise<Taken<Kind>> {
    const room = capacity - held.size
    if (room <= 0) return { effects: [], isAll: false }
    const effects = await ledger.effects.take([kind], now, heldUntil, room)
    return { effects: effects as readonly EffectOf<Kind>[], isAll: effects.length < room }
  }

  parts.loop.onCommit(({ effects }) => {
    const now = clock.now()
    if (effects.some((effect) => effect.kind === kind && effect.dueAt <= now)) void take()
  })

  return {
    start: () => {
      isRunning = true
      poll = setInterval(() => void take(), POLL_MS)
      void take()
    },
    look: () => void take(),
    stop: async () => {
      isRunning = false
      takeAgain = false
      isMore = false
      if (poll) clearInterval(poll)
      plan.giveBack?.()
      await Promise.race([Promise.all(held.values()), pause(STOP_WITHIN_MS)])
    },
  }
}

/** 1, 4, 16 … seconds, at most ten minutes. */
export const backOff = (attempts: number): Duration => seconds(Math.min(600, 4 ** Math.min(attempts, 6)))

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
