import { plus, seconds } from '#base/time.ts'
import { type Changes, type Committed, type Ledger, LedgerUnavailable, Unstorable } from '#store/ledger.ts'
import type { Dice } from './dice.ts'
import { unstorableIn } from './poison.ts'
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
  /** A commit is a conflict although nothing stands in its way. */
  readonly conflict: number
}
export const NO_FAULTS: StoreFaults = { away: 0, answerLost: 0, death: 0, slow: 0, stall: 0, conflict: 0 }

/** After so many conflicts in a row a caller is told to come back. */
const GIVES_UP_AFTER = 12

type Between = {
  readonly name: string
  readonly stage: Stage
  readonly dice: Dice
  readonly rare: Rare
  readonly owner: Owner
  readonly faults: () => StoreFaults
  readonly die: () => void
  /** Told of every commit the moment it happens, before its caller is. */
  readonly committed: (changes: Changes, result: Committed) => void
  /** Whether a process of this name still runs. */
  readonly isUp: (holder: string) => boolean
  readonly held: Held
}
/** Who holds what of the store, over all processes, for counting rare states only. */
export type Held = { readonly takers: Map<string, string>; reader: string | null }

/** The store as one process sees it: every call is a turn of the stage and may fail, die or answer late. */
export function wireLedger(store: Ledger, between: Between): Ledger {
  const { name, stage, dice, rare, owner, faults, die, isUp, held } = between

  let hasStalled = false
  let conflictsInARow = 0
  let lostAPosition = false

  const call = <Answer>(
    work: () => Promise<Answer>,
    then?: (answer: Answer) => void,
    /** It happened, and its caller does not live to hear of it, or hears nothing. */
    unheard?: (how: 'died' | 'lost') => void,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const happen = async () => {
        const { away, answerLost, death, slow, stall } = faults()
        if (dice.chance(death / 2)) return die()
        if (dice.chance(away)) return reject(new LedgerUnavailable('The store is away'))
        try {
          const answer = await work()
          then?.(answer)
          if (dice.chance(death / 2)) {
            unheard?.('died')
            return die()
          }
          if (dice.chance(answerLost)) {
            unheard?.('lost')
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
      stage.turn(owner, happen)
    })

  /** What becomes of a commit when the world wants it to fail. */
  function refusedCommit({ facts }: Changes): Committed | null {
    const text = unstorableIn(facts)
    if (text !== null) throw new Unstorable(text)
    return dice.chance(faults().conflict) ? { kind: 'conflict', what: 'made on purpose' } : null
  }

  function noteCommit(changes: Changes, result: Committed, isMade: boolean): void {
    if (result.kind !== 'committed' && hasStalled) rare.saw('copy stood still and its work was refused')
    if (result.kind === 'fenced' && lostAPosition && held.reader === name)
      rare.saw('commit of unknown outcome had happened')
    if (result.kind !== 'conflict') conflictsInARow = 0
    else if (++conflictsInARow === 4) rare.saw('four conflicts in a row')
    else if (conflictsInARow === GIVES_UP_AFTER) rare.saw('conflicts until the batch was given up')
    lostAPosition = false
    if (!isMade) between.committed(changes, result)
  }

  /** Every method, as a call; those that more is to be said of are written out below. */
  const through = <Part extends object>(part: Part): Part =>
    Object.fromEntries(
      Object.entries(part).map(([method, work]) => [
        method,
        typeof work === 'function' ? (...given: unknown[]) => call(() => work(...given)) : work,
      ]),
    ) as Part

  return {
    ...through(store),
    commit: (changes) => {
      let isMade = false
      return call(
        async () => {
          const refused = refusedCommit(changes)
          isMade = refused !== null
          return refused ?? (await store.commit(changes))
        },
        (result) => noteCommit(changes, result, isMade),
        (how) => {
          if (isMade) return
          lostAPosition = changes.position !== null
          rare.saw(
            how === 'died' ? 'copy died between its commit and the answer' : 'commit happened but its answer was lost',
          )
        },
      )
    },
    deliveries: {
      ...through(store.deliveries),
      append: (deliveries) =>
        call(
          () => store.deliveries.append(deliveries),
          undefined,
          (how) => {
            if (how === 'died') rare.saw('webhook stored by a copy that died before it answered')
          },
        ),
      lease: (...given) =>
        call(
          () => store.deliveries.lease(...given),
          (lease) => {
            if (!lease) return
            const before = held.reader
            if (before !== null && before !== name && !isUp(before)) rare.saw('lease taken over from a dead copy')
            held.reader = name
          },
        ),
      read: (...given) =>
        call(
          () => store.deliveries.read(...given),
          (deliveries) => {
            if (deliveries.length >= given[2]) rare.saw('more deliveries waited than one batch holds')
          },
        ),
    },
    effects: {
      ...through(store.effects),
      take: (...given) =>
        call(
          () => store.effects.take(...given),
          (effects) => {
            for (const { effectId } of effects) {
              const taker = held.takers.get(effectId)
              held.takers.set(effectId, name)
              if (taker === undefined || taker === name) continue
              rare.saw(isUp(taker) ? 'work taken from a copy that still lives' : 'work of a dead copy taken by another')
            }
          },
        ),
    },
  }
}
