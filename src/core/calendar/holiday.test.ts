import { expect, test } from 'vitest'
import { dayFrom, isoDay } from './day.ts'
import { easterOf } from './easter.ts'
import { holidayOn, holidaysOf } from './holiday.ts'

/** As published, month and date; Sundays and moved days included. */
const PUBLISHED: readonly (readonly [country: string, year: number, dates: string])[] = [
  ['CO', 2025, '01-01 01-06 03-24 04-17 04-18 05-01 06-02 06-23 06-30 07-20 08-07 08-18 10-13 11-03 11-17 12-08 12-25'],
  [
    'CO',
    2026,
    '01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25',
  ],
  [
    'CO',
    2027,
    '01-01 01-11 03-22 03-25 03-26 05-01 05-10 05-31 06-07 07-05 07-20 08-07 08-16 10-18 11-01 11-15 12-08 12-25',
  ],
  ['CL', 2025, '01-01 04-18 04-19 05-01 05-21 06-20 06-29 07-16 08-15 09-18 09-19 10-12 10-31 11-01 12-08 12-25'],
  ['CL', 2026, '01-01 04-03 04-04 05-01 05-21 06-21 06-29 07-16 08-15 09-18 09-19 10-12 10-31 11-01 12-08 12-25'],
  ['CL', 2027, '01-01 03-26 03-27 05-01 05-21 06-21 06-28 07-16 08-15 09-17 09-18 09-19 10-11 10-31 11-01 12-08 12-25'],
  ['EC', 2025, '01-01 03-03 03-04 04-18 05-02 05-23 08-11 10-10 11-03 11-04 12-25'],
  ['EC', 2026, '01-01 02-16 02-17 04-03 05-01 05-25 08-10 10-09 11-02 11-03 12-25'],
  ['EC', 2027, '01-01 02-08 02-09 03-26 04-30 05-24 08-09 10-08 11-01 11-02 12-24 12-31'],
  ['ES', 2025, '01-01 01-06 04-18 05-01 08-15 10-12 11-01 12-06 12-08 12-25'],
  ['ES', 2026, '01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25'],
  ['ES', 2027, '01-01 01-06 03-26 05-01 08-15 10-12 11-01 12-06 12-08 12-25'],
]

test.each(PUBLISHED)('the holidays of %s in %d are those that were published', (country, year, dates) => {
  const computed = [...holidaysOf(country, year).keys()].sort((a, b) => a - b).map(isoDay)
  expect(computed).toEqual(dates.split(' ').map((date) => `${year}-${date}`))
})

test.each(['2000-04-23', '2019-04-21', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25', '2285-03-22'])(
  'Easter of the year of %s',
  (date) => expect(isoDay(easterOf(Number(date.slice(0, 4))))).toBe(date),
)

test.each([
  ['CL', '2024-06-20', 'the solstice before midnight in Chile'],
  ['CL', '2023-10-27', 'Reformation Day of a Tuesday'],
  ['CL', '2018-09-17', 'the Monday before a Tuesday'],
  ['CL', '2023-01-02', 'the Monday after a New Year on Sunday'],
  ['EC', '2021-12-31', 'New Year kept in the year before'],
  ['EC', '2024-11-01', 'two days around a weekend, the first'],
  ['EC', '2024-11-04', 'two days around a weekend, the second'],
  ['EC', '2022-11-03', 'Wednesday and Thursday kept a day later'],
])('%s keeps %s: %s', (country, date) => {
  const at = dayFrom(date)
  expect(at && holidayOn(country, at)).not.toBeNull()
})

test('of a country nobody has told us of, no holidays are known', () => {
  expect(holidaysOf('toString', 2026).size).toBe(0)
  expect(holidaysOf('JP', 2026).size).toBe(0)
})

test('a date that does not exist is no date', () => {
  expect(dayFrom('2026-02-29')).toBeNull()
  expect(dayFrom('2028-02-29')).not.toBeNull()
  expect(dayFrom('29/11/2026')).toBeNull()
})
