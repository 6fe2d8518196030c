import { expect, test } from 'vitest'
import { phoneWords } from './phone.ts'

test.each([
  ['a Mexican mobile at home, as it is dialled', '525512345678', 'MX', '55 1234 5678'],
  ['in the spelling with the old 1', '5215512345678', 'MX', '55 1234 5678'],
  ['from elsewhere', '5215512345678', 'AR', '+52 55 1234 5678'],
  ['Argentina keeps its 9', '5493415556677', 'MX', '+54 9 341 555 6677'],
  ['what nobody can read stays as it is', '999', 'MX', '+999'],
])('%s', (_, digits, home, words) => {
  expect(phoneWords(digits, home)).toBe(words)
})
