import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Catcher, Mutant } from './mutant.ts'
import type { Tree } from './tree.ts'

export type Verdict = {
  readonly isCaught: boolean
  /** Who noticed and what they said, or why nobody did. */
  readonly how: string
  readonly seconds: number
}

/** Worlds a bug has to show itself in. */
const SEEDS = 100
const STEPS = 100
/** A bug may make something wait for ever. That is no proof: a slow machine looks the same. */
const PATIENCE_MS = 180_000

/** Whether the tests notice the bug. */
export async function play(tree: Tree, mutant: Mutant): Promise<Verdict> {
  const begun = performance.now()
  const verdict = await tree.having(mutant, () => askedOf(tree, mutant.caughtBy))
  return { ...verdict, seconds: (performance.now() - begun) / 1000 }
}

const askedOf = (tree: Tree, catcher: Catcher) =>
  catcher.kind === 'sim' ? simulated(tree, catcher.says) : tested(tree, catcher.file, catcher.named)

async function simulated(tree: Tree, says: RegExp): Promise<Omit<Verdict, 'seconds'>> {
  const args = ['sim/main.ts', '--seeds', String(SEEDS), '--steps', String(STEPS), '--first']
  const { output, isOver } = await run(tree, args)
  const [line] = output.split('\n').filter((each) => each.startsWith('✗'))
  if (!isOver) return { isCaught: false, how: 'the simulation takes too long' }
  if (line === undefined) return { isCaught: false, how: lastLines(output) }
  const told = line.slice(2)
  return says.test(told)
    ? { isCaught: true, how: shortened(told) }
    : { isCaught: false, how: `noticed as something else: ${shortened(told)}` }
}

type Report = {
  readonly testResults: readonly {
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly title: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

async function tested(tree: Tree, file: string, named: string): Promise<Omit<Verdict, 'seconds'>> {
  const { isOver, results } = await runTests(tree, [file], named)
  if (!isOver) return { isCaught: false, how: `${file} takes too long` }
  const asked = results.filter(({ title }) => title.startsWith(named))
  const failed = asked.find(({ status }) => status === 'failed')
  if (failed && !NOT_A_TEST.test(failed.failureMessages.join('\n'))) {
    return { isCaught: true, how: `${path.basename(file)}: ${shortened(failed.title)}` }
  }
  if (failed)
    return { isCaught: false, how: `the change does not even run: ${shortened(failed.failureMessages[0] ?? '')}` }
  return { isCaught: false, how: asked.length === 0 ? `no test of ${file} ran` : `${file} passes` }
}
/** Failures that say that the change is no program, rather than a wrong one. */
const NOT_A_TEST = /SyntaxError|ReferenceError|is not defined|Transform failed/

/** Runs tests of these files whose names have `named` in them; all, if null. */
export async function runTests(tree: Tree, files: readonly string[], named: string | null) {
  const report = path.join(tree.root, `report-${files.length}.json`)
  rmSync(report, { force: true })
  const filter = named === null ? [] : ['-t', named.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)]
  const how = [
    'run',
    '--project',
    'unit',
    '--project',
    'server',
    '--project',
    'worlds',
    '--reporter=json',
    `--outputFile=${report}`,
  ]
  const { output, isOver } = await run(tree, ['node_modules/vitest/vitest.mjs', ...how, ...filter, ...files])
  const { testResults }: Report = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] }
  return { output, isOver, results: testResults.flatMap(({ assertionResults }) => assertionResults) }
}

function run(tree: Tree, args: readonly string[]): Promise<{ output: string; isOver: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: tree.root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let isOver = true
    const timer = setTimeout(() => {
      isOver = false
      child.kill('SIGKILL')
    }, PATIENCE_MS)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += String(bytes)))
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      resolve({ output, isOver })
    })
  })
}

const shortened = (text: string): string => {
  const line = text.split('\n')[0] ?? ''
  return line.length > 110 ? `${line.slice(0, 109)}…` : line
}
const lastLines = (output: string): string => shortened(output.trim().split('\n').at(-1) ?? 'nothing was said')
