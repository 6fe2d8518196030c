import { expect, test } from 'vitest'
import { LANGUAGES } from '#base/language.ts'
import { REFUSALS, refusal, type RefusalCode } from './refusal.ts'
import { explain, WORDS, wordsFor } from './words.ts'

test('every refusal has a sentence in every language, and no sentence is without a refusal', () => {
  expect(Object.keys(WORDS).sort()).toEqual(Object.keys(REFUSALS).sort())
  for (const code of Object.keys(WORDS) as RefusalCode[]) {
    for (const language of LANGUAGES) expect(wordsFor(code, language)).toMatch(/^\p{Lu}.+\.$/u)
    expect(new Set(WORDS[code]).size).toBe(3)
  }
})

test('an explanation names the place, what was found and what was expected', () => {
  const tooLong = refusal('text-too-long', { field: 'content.text', found: '5000', expected: '≤ 4096' })
  expect(explain(tooLong, 'en')).toBe('The text is too long. (content.text; found: 5000; expected: ≤ 4096)')
  expect(explain(refusal('text-empty'), 'es')).toBe('El texto está vacío.')
})
