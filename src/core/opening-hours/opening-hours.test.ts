import { expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { OpeningHours } from './opening-hours.ts'
import { wrongIn } from './opening-hours.ts'
import { openingWords } from './opening-words.ts'
import { hoursOf, weekOf } from './test-hours.ts'

const MADRID = 'Europe/Madrid'

test.each<[string, OpeningHours, string | null]>([
  ['a week with a break, and one past midnight', hoursOf(MADRID, weekOf('9:00-14:00 16:00-26:00', '0:00-24:00')), null],
  ['a place nobody knows', hoursOf('Europe/Macondo', weekOf('')), 'zone'],
  ['holidays nobody knows', hoursOf(MADRID, weekOf(''), { holidays: 'XX' }), 'holidays'],
  [
    'a date that does not exist',
    hoursOf(MADRID, weekOf(''), { dates: [{ date: '2027-02-29', name: '', hours: [] }] }),
    'dates',
  ],
  [
    'a date twice',
    hoursOf(MADRID, weekOf(''), {
      dates: [
        { date: '2027-01-01', name: '', hours: [] },
        { date: '2027-01-01', name: '', hours: [] },
      ],
    }),
    'dates',
  ],
  ['an end before its beginning', hoursOf(MADRID, weekOf('14:00-9:00')), 'week.0.0'],
  ['two that cross', hoursOf(MADRID, weekOf('9:00-14:00', '9:00-14:00 13:00-18:00')), 'week.5.1'],
  ['longer than a day', hoursOf(MADRID, weekOf('9:00-33:01')), 'week.0.0'],
  [
    'hours of a date that cross',
    hoursOf(MADRID, weekOf(''), {
      dates: [{ date: '2026-12-24', name: '', hours: weekOf('9:00-12:00 11:00-13:00')[0] }],
    }),
    'dates.2026-12-24.1',
  ],
])('%s', (_, hours, field) => expect(wrongIn(hours)?.field ?? null).toBe(field))

const at = (iso: string) => instant(Date.parse(iso))
const NOW = at('2026-11-30T18:30Z')

test.each([
  ['2026-11-30T20:05Z', 'hoy a las 21:05', 'today at 21:05', 'hoje às 21:05'],
  ['2026-12-01T00:00Z', 'mañana a la 1:00', 'tomorrow at 1:00', 'amanhã à 1:00'],
  ['2026-12-04T08:00Z', 'el viernes a las 9:00', 'on Friday at 9:00', 'na sexta-feira às 9:00'],
  ['2026-12-05T08:00Z', 'el sábado a las 9:00', 'on Saturday at 9:00', 'no sábado às 9:00'],
  [
    '2027-01-04T08:00Z',
    'el lunes 4 de enero a las 9:00',
    'on Monday, January 4 at 9:00',
    'na segunda-feira, 4 de janeiro às 9:00',
  ],
])('when it opens is said as people say it: %s', (opens, es, en, portuguese) => {
  const said = (['es', 'en', 'pt-BR'] as const).map((language) => openingWords(MADRID, at(opens), NOW, language))
  expect(said).toEqual([es, en, portuguese])
})
