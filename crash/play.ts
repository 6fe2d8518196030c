import { diceOf } from '../sim/dice.ts'
import { NotHere, type Fault } from './fault.ts'
import type { House } from './house.ts'
import { playRound, type Round } from './round.ts'

export type Plan = {
  readonly rounds: number
  /** Round n is chosen by the seed plus n. */
  readonly seed: number
  readonly faults: readonly Fault[]
  /** Whether faults last as long as in life. */
  readonly isLong: boolean
  readonly from: string | null
}

/** Plays the rounds one after the other; `tell` hears of each. A kind that cannot be played here is left out after one try. */
export async function play(house: House, plan: Plan, tell: (line: string) => void): Promise<Round[]> {
  const { isLong, from } = plan
  const done: Round[] = []
  let faults = plan.faults
  for (let seed = plan.seed; seed < plan.seed + plan.rounds && faults.length > 0; seed++) {
    const fault = diceOf(seed).weighted(faults.map((one) => [one.weight, one] as const))
    const startedMs = Date.now()
    try {
      const round = await playRound({ house, isLong, from }, fault, seed)
      done.push(round)
      tell(lineOf(round, Date.now() - startedMs))
    } catch (error) {
      if (error instanceof NotHere) {
        tell(`· ${fault.kind} cannot be played here: ${error.message}`)
        faults = faults.filter((one) => one !== fault)
        seed -= 1
      } else {
        done.push(brokenOff(fault, seed, error))
        tell(lineOf(done.at(-1) as Round, Date.now() - startedMs))
      }
    }
  }
  return done
}

/** A round that could not be played to its end is one that failed. */
const brokenOff = ({ kind }: Fault, seed: number, error: unknown): Round => ({
  ...{
    kind,
    seed,
    note: '',
    recoveryMs: 0,
    acknowledged: 0,
    kept: 0,
    sends: 0,
    distinctKeys: 0,
    unknown: 0,
    overtaken: 0,
  },
  wrongs: [`broken off: ${error instanceof Error ? error.message : String(error)}`],
})

function lineOf({ kind, seed, note, acknowledged, sends, recoveryMs, wrongs }: Round, tookMs: number): string {
  const figures = `${acknowledged} acknowledged, ${sends} sent, back after ${(recoveryMs / 1000).toFixed(1)} s`
  const line = `${wrongs.length === 0 ? '✓' : '✗'} ${seed} ${kind.padEnd(15)} ${figures}, ${(tookMs / 1000).toFixed(1)} s in all`
  const repeat = `  npm run crash -- --rounds 1 --seed ${seed} --only ${kind}`
  return [`${line}${note === '' ? '' : ` (${note})`}`, ...wrongs.slice(0, 8).map((wrong) => `  ${wrong}`)]
    .concat(wrongs.length > 0 ? [repeat] : [])
    .join('\n')
}

/** Rounds by kind, and all of them. */
export function tableOf(rounds: readonly Round[]): string[] {
  const kinds = [...Map.groupBy(rounds, ({ kind }) => kind)].sort(([, one], [, other]) => other.length - one.length)
  const heads = [
    'rounds',
    'failed',
    'acknowledged',
    'kept',
    'sends',
    'distinct keys',
    'unknown',
    'overtaken',
    'longest recovery',
  ]
  return [
    ['kind'.padEnd(18), ...heads.map((head) => head.padStart(Math.max(8, head.length)))].join('  '),
    ...[...kinds, ['all', rounds] as const].map(([kind, own]) => rowOf(kind, own, heads)),
  ]
}

function rowOf(kind: string, rounds: readonly Round[], heads: readonly string[]): string {
  const sum = (of: (round: Round) => number): number => rounds.reduce((total, round) => total + of(round), 0)
  const figures = [
    rounds.length,
    sum(({ wrongs }) => (wrongs.length > 0 ? 1 : 0)),
    sum(({ acknowledged }) => acknowledged),
    sum(({ kept }) => kept),
    sum(({ sends }) => sends),
    sum(({ distinctKeys }) => distinctKeys),
    sum(({ unknown }) => unknown),
    sum(({ overtaken }) => overtaken),
    `${(Math.max(0, ...rounds.map(({ recoveryMs }) => recoveryMs)) / 1000).toFixed(1)} s`,
  ]
  const cells = figures.map((figure, index) => String(figure).padStart(Math.max(8, heads[index]?.length ?? 0)))
  return [kind.padEnd(18), ...cells].join('  ')
}
