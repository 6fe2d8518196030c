import { parseArgs } from 'node:util'
import { addUp, RARE_STATES } from './rare.ts'
import { type Run, runSeed } from './sim.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    seed: { type: 'string' },
    steps: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    first: { type: 'boolean', default: false },
  },
})

/**
 * `npm run sim`: plays so many seeds, `--from` one on, or the one named; ends with 1 when something was violated or never
 * reached. `--first`: with the first violation.
 */
const steps = Number(values.steps)
const first = Number(values.seed ?? values.from)
const count = values.seed === undefined ? Number(values.seeds) : 1
const runs: Run[] = []
for (let seed = first; seed < first + count; seed++) {
  const run = await runSeed(seed, steps)
  runs.push(run)
  if (run.violation === null) continue
  console.log(`✗ seed ${seed}, step ${run.violation.step}: ${run.violation.what}`)
  console.log(`  npm run sim -- --seed ${seed} --steps ${steps}`)
  process.exitCode = 1
  if (values.first) process.exit()
}
const seen = addUp(runs.map(({ rare }) => rare))
for (const state of RARE_STATES) console.log(`${String(seen.get(state) ?? 0).padStart(7)}  ${state}`)
const missing = RARE_STATES.filter((state) => (seen.get(state) ?? 0) === 0)
const facts = runs.reduce((sum, run) => sum + run.facts, 0)
console.log(`${count} seeds of ${steps} steps, ${facts} facts`)
if (count > 1 && missing.length > 0) {
  console.log(`Never reached: ${missing.join('; ')}`)
  process.exitCode = 1
}
