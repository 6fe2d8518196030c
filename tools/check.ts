import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '..')

/** One thing to hold the code against. Several commands run one after the other. */
type Step = { readonly name: string; readonly commands: readonly (readonly string[])[] }

const bin = (name: string): string => path.join('node_modules', '.bin', name)
const PROJECTS = ['.', 'src/core', 'web', 'widget', 'emulator/phone']

const STEPS: readonly Step[] = [
  { name: 'format', commands: [[bin('prettier'), '--check', '--cache', '--log-level', 'warn', '.']] },
  {
    name: 'types',
    commands: PROJECTS.filter((project) => existsSync(path.join(ROOT, project, 'tsconfig.json'))).map((project) => [
      bin('tsc'),
      '--project',
      project,
    ]),
  },
  { name: 'lint', commands: [[bin('oxlint'), '--deny-warnings']] },
  { name: 'tidy', commands: [['tools/tidy.ts']] },
  { name: 'dead code', commands: [[bin('knip'), '--no-progress', '--no-config-hints']] },
  {
    name: 'tests',
    commands: [
      [bin('vitest'), 'run', '--project', 'unit', '--project', 'worlds', '--project', 'server', '--reporter', 'dot'],
    ],
  },
]

/** `npm run check`, of all steps or of those named: one line for each, and its output only where it fails. */
async function check(names: readonly string[]): Promise<boolean> {
  const unknown = names.find((name) => STEPS.every((step) => step.name !== name))
  if (unknown !== undefined) {
    console.log(`There is no step "${unknown}"; there are ${STEPS.map(({ name }) => name).join(', ')}.`)
    return false
  }
  let good = true
  for (const step of STEPS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const startedMs = Date.now()
    const failures = await runAll(step.commands)
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(1)
    console.log(`${failures.length === 0 ? '✓' : '✗'} ${step.name.padEnd(10)} ${seconds.padStart(5)} s`)
    if (failures.length > 0) console.log(`\n${failures.join('\n')}\n`)
    good &&= failures.length === 0
  }
  return good
}

/** `npm run format`: writes what formatter and linter can put right by themselves. */
async function fix(): Promise<boolean> {
  const failures = await runAll([
    [bin('oxlint'), '--fix', '--quiet'],
    [bin('prettier'), '--write', '--cache', '--log-level', 'warn', '.'],
  ])
  if (failures.length > 0) console.log(failures.join('\n'))
  return failures.length === 0
}

/** Runs the commands; returns the output of those that failed. */
async function runAll(commands: Step['commands']): Promise<string[]> {
  const failures: string[] = []
  for (const command of commands) {
    const { code, output } = await run(command)
    if (code !== 0) failures.push(output.trimEnd() || `${command.join(' ')} ended with code ${code} and no output`)
  }
  return failures
}

function run(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

process.on('SIGINT', () => process.exit(130))
process.on('disconnect', () => process.exit(1))

const args = process.argv.slice(2)
const good = args[0] === '--fix' ? await fix() : await check(args)
process.exit(good ? 0 : 1)
