import { parseArgs } from 'node:util'
import { desk } from './desk/desk.ts'
import { footprint } from './footprint/footprint.ts'
import { ingest } from './ingest/ingest.ts'
import { mixed } from './mixed/mixed.ts'
import { screen } from './screen/screen.ts'
import { send } from './send/send.ts'
import { optionsOf, type Workload } from './workload.ts'

/** A new workload is a line here. */
const WORKLOADS: Readonly<Record<string, Workload>> = { desk, footprint, ingest, mixed, screen, send }

/** `npm run bench -- <workload>`: figures of a run that was correct; otherwise what was not, and 1. */
async function main([name = '', ...given]: readonly string[]): Promise<number> {
  const workload = Object.hasOwn(WORKLOADS, name) ? WORKLOADS[name] : undefined
  if (!workload) {
    console.error(`There is no workload "${name}"; there is: ${Object.keys(WORKLOADS).join(', ')}.`)
    return 1
  }
  const named = Object.keys(workload.options).map((option) => [option, { type: 'string' }] as const)
  const { values } = parseArgs({
    args: [...given],
    options: { ...Object.fromEntries(named), json: { type: 'boolean', default: false } },
  })
  const { json, ...options } = values
  const measured = await workload.run(optionsOf(workload, options as Record<string, string>), (line) =>
    console.error(line),
  )
  if (measured.kind === 'wrong') {
    console.error(`Not correct: ${measured.because}. No figures.`)
    return 1
  }
  if (json === true) console.log(JSON.stringify(measured.figures))
  else for (const line of measured.table ?? listOf(measured.figures)) console.log(line)
  return 0
}

const listOf = (figures: object): string[] =>
  Object.entries(figures).map(
    ([name, value]) => `${name.padEnd(24)} ${typeof value === 'number' ? Number(value.toPrecision(4)) : value}`,
  )

process.exit(await main(process.argv.slice(2)))
