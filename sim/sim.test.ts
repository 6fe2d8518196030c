import { expect, test } from 'vitest'
import { addUp, RARE_STATES } from './rare.ts'
import { REGRESSIONS } from './regressions.ts'
import { type Run, runSeed } from './sim.ts'

const SEEDS = 200
const STEPS = 60

/** What was violated, with the command that plays it again; null: nothing. */
const told = ({ seed, steps, violation }: Run): string | null =>
  violation && `step ${violation.step}: ${violation.what}\n  npm run sim -- --seed ${seed} --steps ${steps}`

test(`${SEEDS} worlds keep every promise, and every rare state is reached`, { timeout: 120_000 }, async () => {
  const runs: Run[] = []
  for (let seed = 1; seed <= SEEDS; seed++) {
    const run = await runSeed(seed, STEPS)
    expect(told(run)).toBeNull()
    runs.push(run)
  }
  const seen = addUp(runs.map(({ rare }) => rare))
  expect(RARE_STATES.filter((state) => seen.get(state) === 0)).toEqual([])
})

test('a seed plays the same every time', async () => {
  expect(await runSeed(7, 60)).toEqual(await runSeed(7, 60))
})

test.each(REGRESSIONS)('seed $seed: $found', async ({ seed, steps }) => {
  expect(told(await runSeed(seed, steps))).toBeNull()
})
