import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lint } from '../lint.ts'
import { readCorpus } from './corpus.ts'
import { measure, shown } from './measure.ts'

const read = (file: string) => readCorpus(readFileSync(path.join(import.meta.dirname, file), 'utf8'))
const heldOut = read('held-out.txt')
const workedOn = read('worked-on.txt')
const blind = read('blind.txt')

/** Just under what was measured on 2026-11-22; the README has the figures. */
const FLOORS = [
  { name: 'worked on', samples: workedOn, category: 0.98, selling: 0.97, coercion: 0.97 },
  { name: 'held out', samples: heldOut, category: 0.98, selling: 0.95, coercion: 0.95 },
] as const

test('there are more than 400 texts, a third of them held out, none in both parts', () => {
  expect(heldOut.length + workedOn.length).toBeGreaterThanOrEqual(400)
  expect(heldOut.length).toBeGreaterThanOrEqual(0.3 * (heldOut.length + workedOn.length))
  const texts = [...heldOut, ...workedOn, ...blind].map(({ template }) => JSON.stringify(template))
  expect(new Set(texts).size).toBe(texts.length)
})

test.each(FLOORS)('the $name texts: category and rules stay above their floors', ({ name, samples, ...floors }) => {
  const figures = measure(samples)
  console.log(shown(name, figures))
  expect(figures.category.all.share).toBeGreaterThanOrEqual(floors.category)
  for (const group of ['selling', 'coercion'] as const) {
    expect(figures.groups[group].precision, `${group} precision`).toBeGreaterThanOrEqual(floors[group])
    expect(figures.groups[group].recall, `${group} recall`).toBeGreaterThanOrEqual(floors[group])
  }
})

test('the blind texts, hard on purpose and in other words, show what the phrases do not know', () => {
  const figures = measure(blind)
  console.log(shown('blind', figures))
  expect(figures.category.all.share).toBeGreaterThanOrEqual(0.75)
})

test('a typical template is judged in less than two milliseconds', () => {
  const judge = () => workedOn.forEach(({ template }) => lint(template, { language: 'es', market: 'MX' }))
  judge()
  judge()
  const rounds = Array.from({ length: 5 }, () => {
    const started = process.cpuUsage()
    judge()
    return process.cpuUsage(started).user / 1000 / workedOn.length
  }).toSorted((one, other) => one - other)
  console.log(`lint, CPU of one template, median of five rounds: ${rounds[2]?.toFixed(3)} ms`)
  expect(rounds[2]).toBeLessThan(2)
})
