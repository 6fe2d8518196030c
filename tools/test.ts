import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildStale } from './start/builds.ts'
import { clients } from './start/clients.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
/**
 * What runs one after the other; of each turn the rows run side by side. The tests of the house mostly wait, so they run
 * beside others. What measures times comes last and alone.
 */
const TURNS: readonly (readonly (readonly string[])[])[] = [
  [
    ['unit', 'server'],
    ['house', 'worlds'],
  ],
  [['browser']],
  [['timed']],
]

type Tally = { readonly passed: number; readonly failed: number }

/** What vitest's JSON report says, as far as we read it. */
type Report = {
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/** `npm test`: every suite, and as the last line how many tests passed and failed. Arguments go to vitest as filters. */
async function main(): Promise<Tally> {
  const built = await build()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hilo-report-'))
  try {
    const tallies: Tally[] = [built]
    const runRow = async (projects: readonly string[]) => {
      for (const project of projects) tallies.push(await runProject(project, path.join(folder, `${project}.json`)))
    }
    for (const rows of TURNS) await Promise.all(rows.map(runRow))
    return {
      passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
      failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A client that cannot be built is one failure; the other tests still say what they can. */
async function build(): Promise<Tally> {
  try {
    await buildStale(clients(ROOT), { root: ROOT, say: console.log })
    return { passed: 0, failed: 0 }
  } catch (error) {
    console.error((error as Error).message)
    return { passed: 0, failed: 1 }
  }
}

async function runProject(project: string, report: string): Promise<Tally> {
  const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['run', '--project', project, '--passWithNoTests', ...reporters, ...process.argv.slice(2)]
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => child.kill(signal))
    process.once('disconnect', () => child.kill('SIGTERM'))
    child.on('error', reject)
    child.on('exit', resolve)
  })
  const tally = count(report)
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

/** A file that fails before its first test counts as one failure, and so does a run without a report. */
function count(report: string): Tally {
  let files: Report['testResults']
  try {
    files = (JSON.parse(readFileSync(report, 'utf8')) as Report).testResults
  } catch {
    return { passed: 0, failed: 1 }
  }
  const tests = files.flatMap(({ assertionResults }) => assertionResults)
  const broken = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
  }
}

try {
  const { passed, failed } = await main()
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed > 0 || passed === 0 ? 1 : 0)
} catch (error) {
  console.error((error as Error).message)
  console.log('0 passed, 1 failed')
  process.exit(1)
}
