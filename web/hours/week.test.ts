import { expect, test } from 'vitest'
import { copyTo, crosses, nextInterval, usualFor, withEnd, withStart, WORKDAYS } from './week.ts'

test('an end before the start is of the next day, and comes back when the start goes below it', () => {
  expect(withEnd({ from: 1080, to: 1200 }, 120)).toEqual({ from: 1080, to: 1560 })
  expect(withStart({ from: 1080, to: 1560 }, 60)).toEqual({ from: 60, to: 120 })
  expect(withEnd({ from: 0, to: 60 }, 0)).toEqual({ from: 0, to: 1440 })
})

test('a day is copied to others, a closed one opens like the one before', () => {
  const week = copyTo(WORKDAYS, 0, [5])
  expect(week[5]).toEqual(WORKDAYS[0])
  expect(usualFor(WORKDAYS, 6)).toEqual(WORKDAYS[4])
  expect(usualFor([[], []], 1)).toEqual([{ from: 540, to: 1080 }])
})

test('another stretch follows the last one while there is room', () => {
  expect(nextInterval([{ from: 540, to: 840 }])).toEqual({ from: 960, to: 1140 })
  expect(nextInterval([{ from: 540, to: 1380 }])).toEqual({ from: 1380, to: 1440 })
  expect(nextInterval([{ from: 540, to: 1440 }])).toBeNull()
  expect(
    crosses(
      [
        { from: 540, to: 840 },
        { from: 800, to: 900 },
      ],
      1,
    ),
  ).toBe(true)
})
