import { parseArgs } from 'node:util'
import { FAULTS } from './faults/all.ts'
import { openHouse } from './house.ts'
import { play, tableOf } from './play.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true },
    short: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    from: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
})

/** `npm run crash`: so many rounds, one fault in each; ends with 1 when a promise was broken. */
async function main(): Promise<number> {
  const kinds = values.only?.flatMap((list) => list.split(',')) ?? FAULTS.map(({ kind }) => kind)
  const faults = FAULTS.filter(({ kind, isCheap }) => kinds.includes(kind) && (isCheap || !values.short))
  const stranger = kinds.find((kind) => FAULTS.every((fault) => fault.kind !== kind))
  if (stranger !== undefined) {
    console.error(`There is no fault "${stranger}"; there are ${FAULTS.map(({ kind }) => kind).join(', ')}.`)
    return 1
  }
  const startedMs = Date.now()
  const house = await openHouse()
  const end = async (): Promise<never> => {
    await house.close(values.keep)
    process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => void end())
  const plan = {
    rounds: Number(values.rounds),
    seed: Number(values.seed),
    faults,
    isLong: values.long,
    from: values.from ?? null,
  }
  const rounds = await play(house, plan, (line) => console.log(line))
  const failed = rounds.filter(({ wrongs }) => wrongs.length > 0)
  console.log(`\n${tableOf(rounds).join('\n')}\n`)
  console.log(`${rounds.length} rounds, ${failed.length} failed, ${Math.round((Date.now() - startedMs) / 1000)} s`)
  for (const { seed, kind } of failed) console.log(`npm run crash -- --rounds 1 --seed ${seed} --only ${kind}`)
  const isKept = values.keep || failed.length > 0
  await house.close(isKept)
  if (isKept) console.log(`Logs and data: ${house.folder}`)
  return failed.length > 0 || rounds.length === 0 ? 1 : 0
}

process.exit(await main())
