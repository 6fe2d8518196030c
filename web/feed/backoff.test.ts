import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

test('waits between nothing and a limit that doubles from half a second to fifteen', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((attempt) => backoffMs(attempt, 1))).toEqual([
    500, 1000, 2000, 4000, 8000, 15_000, 15_000,
  ])
  expect(backoffMs(7, 0)).toBe(0)
  expect(backoffMs(7, 0.5)).toBe(7500)
})
