import { expect, test } from 'vitest'
import { readTime, timeText } from './times.ts'

test.each([
  ['9', 540],
  ['930', 570],
  ['9:30', 570],
  ['9.30', 570],
  [' 21h ', 1260],
  ['21h15', 1275],
  ['24:00', 1440],
  ['0', 0],
  ['24:01', null],
  ['9:60', null],
  ['nueve', null],
  ['', null],
])('a time written as “%s” is %s minutes after midnight', (text, minute) => expect(readTime(text)).toBe(minute))

test('a time is written as people do, also past midnight', () => {
  expect([0, 545, 1439, 1440, 1560].map(timeText)).toEqual(['0:00', '9:05', '23:59', '24:00', '2:00'])
})
