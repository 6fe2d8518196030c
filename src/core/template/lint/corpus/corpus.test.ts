import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lint } from '../lint.ts'
import { readCorpus } from './corpus.ts'
import { filled } from './filled.ts'
import { judge, measure } from './measure.ts'

const read = (part: string) => readCorpus(readFileSync(path.join(import.meta.dirname, `${part}.txt`), 'utf8'))
const heldOut = read('held-out')
const development = read('development')
const learnt = ['training', 'early', 'worked-on', 'blind'].flatMap(read)

/** What the linter promises of texts it has never seen; `npm run linter` prints what it reaches. */
const FLOORS = { category: 0.95, selling: 0.9, coercion: 0.9 } as const

test('there are more than 2000 texts, over 400 of them not learnt, none in two parts', () => {
  expect(learnt.length + development.length + heldOut.length).toBeGreaterThan(2000)
  expect(development.length + heldOut.length).toBeGreaterThan(400)
  const texts = [...heldOut, ...development, ...learnt].map(({ template }) => JSON.stringify(template))
  expect(new Set(texts).size).toBe(texts.length)
})

test.each([
  ['development', development],
  ['held-out', heldOut],
  ['held-out and filled in', heldOut.map(filled)],
])('of the %s texts category and rules stay above their floors', (_, samples) => {
  const { category, groups } = measure(judge(samples))
  expect(category.all.share).toBeGreaterThanOrEqual(FLOORS.category)
  for (const group of ['selling', 'coercion'] as const) {
    expect(groups[group].precision, `${group} precision`).toBeGreaterThanOrEqual(FLOORS[group])
    expect(groups[group].recall, `${group} recall`).toBeGreaterThanOrEqual(FLOORS[group])
  }
})

test('a typical template is judged in less than two milliseconds', () => {
  const round = () => development.forEach(({ template }) => lint(template, { language: 'es', market: 'MX' }))
  round()
  const rounds = Array.from({ length: 3 }, () => {
    const started = process.cpuUsage()
    round()
    return process.cpuUsage(started).user / 1000 / development.length
  }).toSorted((one, other) => one - other)
  console.log(`lint, CPU of one template, median of three rounds: ${rounds[1]?.toFixed(3)} ms`)
  expect(rounds[1]).toBeLessThan(2)
})
