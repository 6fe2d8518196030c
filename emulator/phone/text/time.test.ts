import { describe, expect, it } from 'vitest'
import { clockTime, dayName, durationName, leftName, momentName, offsetName, rowTime } from './time.ts'

const zone = 'America/Mexico_City'
const now = Date.UTC(2026, 10, 27, 14, 42)
const names = { today: 'Hoy', yesterday: 'Ayer' }
const hourMs = 3_600_000

describe('what is left of an offer', () => {
  it.each([
    [2 * 86_400_000 + 4 * 3_600_000, '2 d 4 h'],
    [3 * 3_600_000 + 12 * 60_000, '3 h 12 min'],
    [59_000, '59 s'],
    [-1, '0 s'],
  ])('%d ms is %s', (ms, text) => {
    expect(leftName(ms)).toBe(text)
  })
})

describe('the phone’s clock', () => {
  it('shows the customer’s own hour, without a leading zero', () => {
    expect(clockTime(now, zone)).toBe('8:42')
    expect(clockTime(Date.UTC(2026, 10, 27, 6, 5), zone)).toBe('0:05')
  })
  it('names a moment', () => expect(momentName(now, zone, 'en')).toBe('Fri, Nov 27, 8:42'))
})

describe('days', () => {
  it.each([
    [now, 'Hoy'],
    [now - 9 * hourMs, 'Ayer'],
    [now - 72 * hourMs, 'Martes'],
    [now - 24 * 30 * hourMs, '28 de octubre de 2026'],
  ])('names %s as %s', (at, name) => expect(dayName(at, now, zone, 'es', names)).toBe(name))
  it('shortens them for a row', () => {
    expect(rowTime(now, now, zone, 'es', names)).toBe('8:42')
    expect(rowTime(now - 24 * hourMs, now, zone, 'es', names)).toBe('ayer')
  })
})

describe('lengths of time', () => {
  it.each([
    [0, ''],
    [25 * hourMs, '+1 d 1 h'],
    [90 * 60_000, '+1 h 30 min'],
    [-hourMs, '−1 h'],
  ])('names an offset of %s ms “%s”', (offset, name) => expect(offsetName(offset)).toBe(name))
  it.each([
    [14.2, '0:14'],
    [75, '1:15'],
    [Number.POSITIVE_INFINITY, '0:00'],
  ])('names %s seconds “%s”', (seconds, name) => expect(durationName(seconds)).toBe(name))
})
