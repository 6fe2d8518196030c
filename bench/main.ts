import { parseArgs } from 'node:util'
import { runIngest } from './ingest/ingest.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    customers: { type: 'string', default: '50000' },
    seconds: { type: 'string', default: '15' },
  },
})

/** `npm run bench -- <workload>`: figures of a run that was correct; otherwise what was not, and 1. */
async function main(workload: string | undefined): Promise<void> {
  if (workload !== 'ingest') {
    console.error(`There is no workload "${workload ?? ''}"; there is: ingest.`)
    process.exitCode = 1
    return
  }
  const say = (line: string) => console.error(line)
  const figures = await runIngest({ customers: Number(values.customers), seconds: Number(values.seconds), say })
  const { lost, duplicated, misattributed } = figures
  if (lost + duplicated + misattributed > 0) {
    console.error(`Not correct: ${lost} lost, ${duplicated} duplicated, ${misattributed} misattributed. No figures.`)
    process.exitCode = 1
    return
  }
  if (values.json) return console.log(JSON.stringify(figures))
  for (const [name, value] of Object.entries(figures)) {
    console.log(`${name.padEnd(24)} ${typeof value === 'number' ? Number(value.toPrecision(4)) : value}`)
  }
}

await main(positionals[0])
process.exit()
