import { plus, seconds } from '#base/time.ts'
import { type Changes, type Committed, type Ledger, LedgerUnavailable } from '#store/ledger.ts'
import type { Dice } from './dice.ts'
import type { Rare } from './rare.ts'
import type { Owner, Stage } from './stage.ts'

/** How often a call to the store goes wrong, 0–1. */
export type StoreFaults = {
  /** Nothing happens, and the caller hears so. */
  readonly away: number
  /** It happens, and the caller does not hear of it. */
  readonly answerLost: number
  /** The calling process dies before or after it happens. */
  readonly death: number
  /** The answer takes its time, and other things happen first. */
  readonly slow: number
  /** The calling process stops for up to 90 s after it happens, as with SIGSTOP or a long pause of the machine. */
  readonly stall: number
}
export const NO_FAULTS: StoreFaults = { away: 0, answerLost: 0, death: 0, slow: 0, stall: 0 }

type Between = {
  readonly stage: Stage
  readonly dice: Dice
  readonly rare: Rare
  readonly owner: Owner
  readonly faults: () => StoreFaults
  readonly die: () => void
  /** Told of every commit the moment it happens, before its caller is. */
  readonly committed: (changes: Changes, result: Committed) => void
  readonly finished: (effects: Parameters<Ledger['effects']['finish']>[0]) => void
}

/** The store as one process sees it: every call is a turn of the stage and may fail, die or answer late. */
export function wireLedger(store: Ledger, between: Between): Ledger {
  const { stage, dice, rare, owner, faults, die } = between

  let hasStalled = false

  const call = <Answer>(
    work: () => Promise<Answer>,
    then?: (answer: Answer) => void,
    lost?: () => void,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const happen = async () => {
        const { away, answerLost, death, slow, stall } = faults()
        if (dice.chance(death / 2)) return die()
        if (dice.chance(away)) return reject(new LedgerUnavailable('The store is away'))
        try {
          const answer = await work()
          then?.(answer)
          if (dice.chance(death / 2)) return die()
          if (dice.chance(answerLost)) {
            lost?.()
            return reject(new LedgerUnavailable('The answer was lost'))
          }
          if (dice.chance(stall)) {
            hasStalled = true
            rare.saw('a copy stood still and came back')
            owner.stalledUntil = plus(stage.now(), seconds(dice.int(5, 90)))
          }
          if (owner.stalledUntil > stage.now() || dice.chance(slow)) stage.turn(owner, () => resolve(answer))
          else resolve(answer)
        } catch (failure) {
          reject(failure as Error)
        }
      }
      stage.turn(owner, () => void happen())
    })

  return {
    load: (needs) => call(() => store.load(needs)),
    commit: (changes) =>
      call(
        () => store.commit(changes),
        (result) => {
          if (result.kind !== 'committed' && hasStalled) rare.saw('copy stood still and its work was refused')
          between.committed(changes, result)
        },
        () => rare.saw('commit happened but its answer was lost'),
      ),
    deliveries: {
      append: (deliveries) => call(() => store.deliveries.append(deliveries)),
      lease: (...given) => call(() => store.deliveries.lease(...given)),
      release: (lease) => call(() => store.deliveries.release(lease)),
      read: (...given) => call(() => store.deliveries.read(...given)),
    },
    effects: {
      take: (...given) => call(() => store.effects.take(...given)),
      finish: (effects) =>
        call(
          () => store.effects.finish(effects),
          () => between.finished(effects),
        ),
      postpone: (...given) => call(() => store.effects.postpone(...given)),
    },
    factsAfter: (...given) => call(() => store.factsAfter(...given)),
    newestSeq: (...given) => call(() => store.newestSeq(...given)),
  }
}
