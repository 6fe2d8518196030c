import { describe, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import { dayFrom, isoDay } from './day.ts'
import { instantAt, isZone, localOf } from './zone.ts'

const at = (iso: string) => instant(Date.parse(iso))
const wall = (zone: string, iso: string) => {
  const { day, minute } = localOf(zone, at(iso))
  return `${isoDay(day)} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}
const when = (zone: string, date: string, hour: number, minute = 0) =>
  new Date(instantAt(zone, dayFrom(date) ?? expect.fail(date), hour * 60 + minute)).toISOString()

describe('the clock on the wall', () => {
  test.each([
    ['America/Bogota', '2026-11-30T04:59:59Z', '2026-11-29 23:59'],
    ['America/Bogota', '2026-11-30T05:00:00Z', '2026-11-30 0:00'],
    ['Pacific/Easter', '2026-12-31T23:00:00Z', '2026-12-31 18:00'],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', '2026-01-01 5:45'],
    ['Europe/Madrid', '2026-03-29T00:59:00Z', '2026-03-29 1:59'],
    ['Europe/Madrid', '2026-03-29T01:00:00Z', '2026-03-29 3:00'],
    ['America/Santiago', '2026-04-05T03:30:00Z', '2026-04-04 23:30'],
  ])('%s at %s shows %s', (zone, iso, shown) => expect(wall(zone, iso)).toBe(shown))
})

describe('the instant of a time on the wall', () => {
  test.each([
    ['an ordinary day', 'America/Bogota', '2026-11-30', 7, 0, '2026-11-30T12:00:00.000Z'],
    ['a time the clock leaps over in spring', 'Europe/Madrid', '2026-03-29', 2, 30, '2026-03-29T01:00:00.000Z'],
    ['an hour that comes twice in autumn', 'Europe/Madrid', '2026-10-25', 2, 30, '2026-10-25T00:30:00.000Z'],
    ['after the leap', 'Europe/Madrid', '2026-03-29', 9, 0, '2026-03-29T07:00:00.000Z'],
    ['a midnight that does not exist', 'America/Santiago', '2026-09-06', 0, 0, '2026-09-06T04:00:00.000Z'],
    [
      'a midnight that comes twice has one date only',
      'America/Santiago',
      '2026-04-05',
      0,
      0,
      '2026-04-05T04:00:00.000Z',
    ],
    ['half a day east of Greenwich', 'Pacific/Auckland', '2026-11-30', 0, 0, '2026-11-29T11:00:00.000Z'],
  ])('%s', (_, zone, date, hour, minute, iso) => expect(when(zone, date, hour, minute)).toBe(iso))

  test('every hour of a year is found again', () => {
    for (const zone of ['America/Santiago', 'Europe/Madrid', 'America/Tijuana', 'Australia/Lord_Howe']) {
      for (let each = 0; each < 366 * 24; each += 7) {
        const moment = instant(Date.UTC(2026, 0, 1, each))
        const { day, minute } = localOf(zone, moment)
        const found = instantAt(zone, day, minute)
        expect(localOf(zone, found)).toEqual({ day, minute })
        expect(found).toBeLessThanOrEqual(moment)
      }
    }
  })
})

test('a zone the runtime does not know is none', () => {
  expect(isZone('America/Bogota')).toBe(true)
  expect(isZone('America/Macondo')).toBe(false)
  expect(isZone('')).toBe(false)
})
