import { describe, expect, test } from 'vitest'
import { type Instant, instant } from '#base/time.ts'
import { localOf } from '../calendar/zone.ts'
import type { DayHours, OpeningHours, Week } from './opening-hours.ts'
import { openMinutes } from './open-minutes.ts'
import { isOpen, nextOpening, periodAt } from './period.ts'
import { hoursOf, weekOf } from './test-hours.ts'

const at = (iso: string): Instant => instant(Date.parse(iso))
const iso = (moment: Instant | null) => moment && new Date(moment).toISOString().slice(0, 16)
const OFFICE = weekOf('9:00-14:00 16:00-19:00')

describe('open or closed, and until when', () => {
  test.each<[string, OpeningHours, string, boolean, string | null, string | null]>([
    [
      'within the first interval',
      hoursOf('Europe/Madrid', OFFICE),
      '2026-11-30T10:00Z',
      true,
      '2026-11-30T08:00',
      '2026-11-30T13:00',
    ],
    [
      'at the very minute it closes it is closed',
      hoursOf('Europe/Madrid', OFFICE),
      '2026-11-30T13:00Z',
      false,
      '2026-11-30T13:00',
      '2026-11-30T15:00',
    ],
    [
      'at the very minute it opens it is open',
      hoursOf('Europe/Madrid', OFFICE),
      '2026-11-30T15:00Z',
      true,
      '2026-11-30T15:00',
      '2026-11-30T18:00',
    ],
    [
      'over a weekend',
      hoursOf('America/Mexico_City', OFFICE),
      '2026-11-29T12:00Z',
      false,
      '2026-11-28T01:00',
      '2026-11-30T15:00',
    ],
    [
      'past midnight it is still the evening before',
      hoursOf('America/Sao_Paulo', weekOf('18:00-26:00')),
      '2026-12-01T04:30Z',
      true,
      '2026-11-30T21:00',
      '2026-12-01T05:00',
    ],
    [
      'one day runs into the next',
      hoursOf('America/Sao_Paulo', weekOf('0:00-24:00', '')),
      '2026-12-02T12:00Z',
      true,
      '2026-11-30T03:00',
      '2026-12-05T03:00',
    ],
    [
      'open round the clock has no change',
      hoursOf('Europe/Madrid', weekOf('0:00-24:00', '0:00-24:00')),
      '2026-12-02T12:00Z',
      true,
      null,
      null,
    ],
    ['never open has none either', hoursOf('Europe/Madrid', weekOf('')), '2026-12-02T12:00Z', false, null, null],
    [
      'a date that is closed',
      hoursOf('America/Santiago', OFFICE, { dates: [{ date: '2026-12-24', name: 'Nochebuena', hours: [] }] }),
      '2026-12-24T15:00Z',
      false,
      '2026-12-23T22:00',
      '2026-12-25T12:00',
    ],
    [
      'a holiday of the country',
      hoursOf('America/Santiago', OFFICE, { holidays: 'CL' }),
      '2026-12-25T15:00Z',
      false,
      '2026-12-24T22:00',
      '2026-12-28T12:00',
    ],
    [
      'a special opening on a holiday',
      hoursOf('America/Santiago', OFFICE, {
        holidays: 'CL',
        dates: [{ date: '2026-12-25', name: 'Guardia', hours: [{ from: 600, to: 720 }] }],
      }),
      '2026-12-25T14:00Z',
      true,
      '2026-12-25T13:00',
      '2026-12-25T15:00',
    ],
    [
      'a summer’s closure of some weeks is looked across',
      hoursOf('Europe/Madrid', OFFICE, {
        dates: Array.from({ length: 31 }, (_, index) => ({
          date: `2026-08-${String(index + 1).padStart(2, '0')}`,
          name: 'Agosto',
          hours: [],
        })),
      }),
      '2026-08-15T10:00Z',
      false,
      '2026-07-31T17:00',
      '2026-09-01T07:00',
    ],
  ])('%s', (_, hours, moment, open, from, until) => {
    const period = periodAt(hours, at(moment))
    expect([period.isOpen, iso(period.from), iso(period.until)]).toEqual([open, from, until])
    expect(iso(nextOpening(hours, at(moment)))).toBe(open ? moment.slice(0, 16) : until)
  })
})

describe('where clocks leap', () => {
  /** The night of the change, its hours by the clock on the wall, and how many minutes of them there really are. */
  test.each<[string, string, string, string, string, number]>([
    ['Madrid loses an hour of the night', 'Europe/Madrid', '22:00-30:00', '2026-03-28', '2026-03-29', 420],
    ['Madrid gains one', 'Europe/Madrid', '22:00-30:00', '2026-10-24', '2026-10-25', 540],
    ['an interval inside of what is leapt over is none', 'Europe/Madrid', '26:00-27:00', '2026-03-28', '2026-03-29', 0],
    ['Santiago loses the hour of midnight', 'America/Santiago', '22:00-30:00', '2026-09-05', '2026-09-06', 420],
    ['Santiago opens at the leap', 'America/Santiago', '24:00-26:00', '2026-09-05', '2026-09-06', 60],
    ['Santiago gains an hour before midnight', 'America/Santiago', '22:00-30:00', '2026-04-04', '2026-04-05', 540],
    ['Mexico City leaps no more', 'America/Mexico_City', '22:00-30:00', '2026-04-04', '2026-04-05', 480],
    ['nor does São Paulo', 'America/Sao_Paulo', '22:00-30:00', '2026-10-17', '2026-10-18', 480],
    [
      'nor Asunción, which keeps its summer time since 2024',
      'America/Asuncion',
      '22:00-30:00',
      '2026-10-03',
      '2026-10-04',
      480,
    ],
    ['Asunción in 2023 did', 'America/Asuncion', '22:00-30:00', '2023-09-30', '2023-10-01', 420],
    ['Mexico City in 2022, too', 'America/Mexico_City', '22:00-30:00', '2022-10-29', '2022-10-30', 540],
  ])('%s', (_, zone, interval, evening, morning, minutes) => {
    const hours = hoursOf(zone, weekOf(''), { dates: [{ date: evening, name: '', hours: weekOf(interval)[0] }] })
    const from = at(`${evening}T12:00Z`)
    expect(openMinutes(hours, from, at(`${morning}T18:00Z`))).toBe(minutes)
  })
})

/** Told minute by minute from the clock on the wall; right wherever it does not leap. */
function isOpenByHand({ week, zone }: OpeningHours, moment: Instant): boolean {
  const { day, minute } = localOf(zone, moment)
  const weekday = (((day + 3) % 7) + 7) % 7
  const yesterday: DayHours = week[(weekday + 6) % 7] ?? []
  return (
    (week[weekday] ?? []).some(({ from, to }) => from <= minute && minute < to) ||
    yesterday.some(({ from, to }) => from <= minute + 1440 && minute + 1440 < to)
  )
}

test('for every quarter of an hour of weeks with and without a leap, what is said of a period holds in all of it', () => {
  const week: Week = [
    ...weekOf('8:30-13:00 15:00-20:15').slice(0, 4),
    weekOf('8:30-13:00 18:00-27:00')[0],
    weekOf('10:00-14:00')[0],
    [],
  ] as unknown as Week
  for (const zone of [
    'Europe/Madrid',
    'America/Mexico_City',
    'America/Sao_Paulo',
    'America/Santiago',
    'America/Asuncion',
  ]) {
    for (const start of ['2026-03-23', '2026-04-01', '2026-09-01', '2026-10-20', '2023-09-27']) {
      const hours = hoursOf(zone, week)
      const first = at(`${start}T00:00Z`)
      const wrong: string[] = []
      let counted = 0
      for (let moment = first; moment < first + 8 * 86_400_000; moment = instant(moment + 900_000)) {
        const period = periodAt(hours, moment)
        const holds = (period.from ?? 0) <= moment && moment < (period.until ?? Infinity)
        // The hours of this week are never in a leap's hour.
        if (!holds || period.isOpen !== isOpenByHand(hours, moment)) wrong.push(new Date(moment).toISOString())
        if (period.isOpen) counted += 15
        if (period.from === moment && !isOpen(hours, nextOpening(hours, moment) ?? moment)) wrong.push('never opens')
      }
      expect([zone, wrong]).toEqual([zone, []])
      expect(openMinutes(hours, first, instant(first + 8 * 86_400_000))).toBe(counted)
    }
  }
})

test('minutes add up: of two times one after the other, and none of a time that runs backwards', () => {
  const hours = hoursOf('Europe/Madrid', OFFICE, { holidays: 'ES' })
  const [from, middle, until] = [at('2026-10-20T07:13Z'), at('2026-11-02T12:29Z'), at('2026-12-10T03:00Z')]
  expect(openMinutes(hours, from, middle) + openMinutes(hours, middle, until)).toBe(openMinutes(hours, from, until))
  expect(openMinutes(hours, until, from)).toBe(0)
  expect(openMinutes(hours, at('2026-11-30T12:59:30Z'), at('2026-11-30T15:00:30Z'))).toBe(1)
})
