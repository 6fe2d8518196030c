import { expect, test } from 'vitest'
import { isNumber } from './person.ts'

test.each([
  ['+52 55 1234 5678', true],
  ['(55) 1234–5678', true],
  ['0052', true],
  ['+', false],
  ['Lucía', false],
  ['Local 24', false],
  ['', false],
])('"%s" is meant as a number: %s', (typed, meant) => {
  expect(isNumber(typed)).toBe(meant)
})
