import { expect, test } from 'vitest'
import { clockLength, dayName, daysAgo, duration, listTime } from './time-words.ts'

const MINUTE = 60_000
const at = (text: string) => new Date(text).getTime()
const now = at('2026-11-22T10:42:00')

test.each([
  [30_000, '1 min'],
  [48 * MINUTE, '48 min'],
  [60 * MINUTE, '1 h'],
  [(19 * 60 + 42) * MINUTE, '19 h 42 min'],
  [-5, '1 min'],
])('%i ms is %s', (length, words) => {
  expect(duration(length)).toBe(words)
})

test('a recording’s length is minutes and seconds, with hours when there are any', () => {
  expect([14, 725, 3723, Number.NaN].map(clockLength)).toEqual(['0:14', '12:05', '1:02:03', '0:00'])
})

test('days are counted by the calendar, not by 24 hours', () => {
  expect(daysAgo(at('2026-11-21T23:59:00'), at('2026-11-22T00:01:00'))).toBe(1)
  expect(daysAgo(at('2026-11-22T00:01:00'), at('2026-11-22T23:59:00'))).toBe(0)
})

test('a list shows the time today, yesterday by name, then the weekday, then the date', () => {
  const words = (text: string) => listTime(at(text), now, 'es-MX', 'ayer')
  expect(words('2026-11-22T09:12:00')).toBe('09:12')
  expect(words('2026-11-21T23:00:00')).toBe('ayer')
  expect(words('2026-11-18T09:00:00')).toBe('mié')
  expect(words('2026-11-02T09:00:00')).toMatch(/2 nov/)
  expect(words('2025-11-02T09:00:00')).toMatch(/2025/)
})

test('a day of the thread begins with a capital and names the year only when it is another', () => {
  const words = { today: 'Hoy', yesterday: 'Ayer' }
  expect(dayName(now, now, 'es', words)).toBe('Hoy')
  expect(dayName(at('2026-11-10T09:00:00'), now, 'es', words)).toBe('Martes, 10 de noviembre')
  expect(dayName(at('2025-11-10T09:00:00'), now, 'es', words)).toContain('2025')
})
