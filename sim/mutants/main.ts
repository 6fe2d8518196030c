import { parseArgs } from 'node:util'
import { startServers } from '#tools/test-server.ts'
import { MUTANTS } from './list.ts'
import type { Mutant } from './mutant.ts'
import { play, runTests, type Verdict } from './play.ts'
import { copyTree, type Tree } from './tree.ts'
import { ZOO } from './zoo.ts'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })

/** Copies at work at once: most of a test is waiting for processes to start. */
const HANDS = 2

/**
 * `npm run mutants`: puts every bug in, one at a time, and shows who notices; ends with 1 when one survives. `--only`: those
 * whose name, place or bug of the zoo contains this.
 */
async function main(): Promise<boolean> {
  const begun = performance.now()
  const asked = MUTANTS.filter(({ bug, zoo, file }) => `${bug} ${zoo} ${file}`.includes(values.only))
  const stopServers = await startServers(HANDS)
  const trees = Array.from({ length: HANDS }, copyTree)
  process.once('exit', () => trees.forEach(({ remove }) => remove()))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  try {
    const [first] = trees
    if (!first || !(await isSound(first, asked))) return false
    const waiting = [...asked]
    const survivors: Mutant[] = []
    await Promise.all(
      trees.map(async (tree) => {
        for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
          const verdict = await play(tree, mutant).catch(asVerdict)
          tell(mutant, verdict)
          if (!verdict.isCaught) survivors.push(mutant)
        }
      }),
    )
    if (values.only === '') tellAbsent()
    const minutes = ((performance.now() - begun) / 60_000).toFixed(1)
    console.log(`${asked.length - survivors.length} of ${asked.length} caught, in ${minutes} min`)
    for (const { bug, file } of survivors) console.log(`✗ survives: ${bug} (${file})`)
    return survivors.length === 0 && asked.length > 0
  } finally {
    await stopServers()
  }
}

/** A test that fails without the bug proves nothing about it. */
async function isSound(tree: Tree, asked: readonly Mutant[]): Promise<boolean> {
  const tests = asked.flatMap(({ caughtBy }) => (caughtBy.kind === 'test' ? [caughtBy] : []))
  if (tests.length === 0) return true
  const { results, output } = await runTests(tree, [...new Set(tests.map(({ file }) => file))], null)
  const broken = tests.filter(
    ({ named }) => !results.some(({ title, status }) => title.startsWith(named) && status === 'passed'),
  )
  for (const { file, named } of broken) console.log(`✗ does not pass without a bug either: ${file}: ${named}`)
  if (broken.length > 0) console.log(output.trim().split('\n').slice(-20).join('\n'))
  return broken.length === 0
}

function tell({ bug, zoo }: Mutant, { isCaught, how, seconds }: Verdict): void {
  console.log(`${isCaught ? '✓' : '✗'} ${zoo.padEnd(11)} ${bug.padEnd(72)} ${seconds.toFixed(1).padStart(5)} s  ${how}`)
}

function tellAbsent(): void {
  for (const [id, { bug, absent }] of Object.entries(ZOO)) {
    if (absent !== null) console.log(`– ${id.padEnd(11)} ${bug.padEnd(72)}          ${absent}`)
  }
}

const asVerdict = (mistake: unknown): Verdict => ({ isCaught: false, how: (mistake as Error).message, seconds: 0 })

process.exitCode = (await main()) ? 0 : 1
