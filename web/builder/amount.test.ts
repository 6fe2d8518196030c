import { expect, test } from 'vitest'
import { microsIn } from './amount.ts'

test.each([
  ['', 0],
  ['12', 12_000_000],
  ['12.5', 12_500_000],
  ['12,50', 12_500_000],
  ['1.850,00', 1_850_000_000],
  ['1,850.00', 1_850_000_000],
  ['1.850', 1_850_000_000],
  ['R$ 9,90', 9_900_000],
  ['0.01', 10_000],
])('%s is %d micros', (text, micros) => {
  expect(microsIn(text)).toBe(micros)
})
test.each(['x', '-5', '1.2.3', '12.345,678', '1,2345'])('%s is no amount', (text) => {
  expect(microsIn(text)).toBeNaN()
})
