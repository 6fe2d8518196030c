import { expect, test } from 'vitest'
import { LANGUAGES } from '#base/language.ts'
import { type FindingCode, RULES } from './codes.ts'
import { explainFinding, explainPrediction } from './words.ts'
import { FINDING_WORDS, PREDICTION_WORDS } from './words.data.ts'

const slotsOf = (sentence: string) => [...sentence.matchAll(/(?<!\{)\{(\w+)\}(?!\})/g)].map(([, name]) => name).sort()

test('every rule has a sentence in every language with the same values in it, and a source', () => {
  expect(Object.keys(FINDING_WORDS).sort()).toEqual(Object.keys(RULES).sort())
  for (const code of Object.keys(RULES) as FindingCode[]) {
    const [es, ...others] = FINDING_WORDS[code]
    expect(new Set([es, ...others]).size, code).toBe(3)
    for (const sentence of [es, ...others]) {
      expect(sentence).toMatch(/^[\p{Lu}«"¿{].+[.?]$/u)
      expect(slotsOf(sentence), code).toEqual(slotsOf(es))
    }
    expect(RULES[code].source).toMatch(/\w/)
  }
})

test('a sentence names what was found; the braces of a field stay', () => {
  expect(explainFinding('text-too-long', { found: 70, max: 60 }, 'en')).toBe('The text has 70 characters; 60 fit.')
  expect(explainFinding('fields-not-contiguous', { found: '3', expected: 2 }, 'pt-BR')).toContain('{{1}}')
})

test('a prediction is explained in every language', () => {
  for (const reason of Object.keys(PREDICTION_WORDS) as (keyof typeof PREDICTION_WORDS)[]) {
    const said = LANGUAGES.map((language) => explainPrediction(reason, 'MARKETING', ['gratis'], language))
    expect(new Set(said).size).toBe(3)
    for (const sentence of said) expect(sentence).toContain('MARKETING')
  }
})
