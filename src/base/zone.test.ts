import { describe, expect, test } from 'vitest'
import { dateIn, isDate, isZone, monthIn } from './zone.ts'
import { instant } from './time.ts'

const at = (iso: string) => instant(Date.parse(iso))

describe('the date in a time zone', () => {
  test.each([
    ['UTC', '2026-09-30T23:59:59.999Z', '2026-09-30'],
    ['UTC', '2026-10-01T00:00:00.000Z', '2026-10-01'],
    ['America/Mexico_City', '2026-10-01T05:59:59.999Z', '2026-09-30'],
    ['America/Mexico_City', '2026-10-01T06:00:00.000Z', '2026-10-01'],
    // Chile turned its clocks forward on 2026-09-06.
    ['America/Santiago', '2026-10-01T02:59:59.999Z', '2026-09-30'],
    ['America/Santiago', '2026-10-01T03:00:00.000Z', '2026-10-01'],
    ['Asia/Kathmandu', '2026-09-30T18:15:00.000Z', '2026-10-01'],
    ['Europe/Madrid', '2026-09-30T22:00:00.000Z', '2026-10-01'],
  ])('in %s, %s lies on %s', (zone, iso, date) => {
    expect(dateIn(zone, at(iso))).toBe(date)
    expect(monthIn(zone, at(iso))).toBe(date.slice(0, 7))
  })

  test('an unknown zone is told from a known one', () => {
    expect(isZone('America/Bogota')).toBe(true)
    expect(isZone('America/Macondo')).toBe(false)
    expect(isZone('')).toBe(false)
  })

  test('dates are told from what only looks like one', () => {
    expect(isDate('2026-02-28')).toBe(true)
    expect(isDate('2026-02-30')).toBe(false)
    expect(isDate('2026-13-01')).toBe(false)
    expect(isDate('28/02/2026')).toBe(false)
  })
})
