import { expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { RequestKind } from './request.ts'
import { dueAt, termOf } from './term.ts'

const at = (text: string) => instant(Date.parse(text))

test.each<[string, RequestKind, string, string, string, string]>([
  ['ten working days, over a holiday', 'export', 'CO', 'America/Bogota', '2026-11-30T15:00Z', '2026-12-16T05:00Z'],
  ['fifteen working days', 'erase', 'CO', 'America/Bogota', '2026-11-30T15:00Z', '2026-12-23T05:00Z'],
  ['thirty days of the calendar', 'erase', 'CL', 'America/Santiago', '2026-12-01T15:00Z', '2027-01-01T03:00Z'],
  ['fifteen days of the calendar', 'erase', 'EC', 'America/Guayaquil', '2026-11-29T15:00Z', '2026-12-15T05:00Z'],
  ['a month', 'erase', 'ES', 'Europe/Madrid', '2026-11-29T15:00Z', '2026-12-29T23:00Z'],
  ['a month that has no such date', 'erase', 'ES', 'Europe/Madrid', '2027-01-31T15:00Z', '2027-02-28T23:00Z'],
  ['fifteen days', 'export', 'BR', 'America/Sao_Paulo', '2026-11-29T15:00Z', '2026-12-15T03:00Z'],
  ['twenty working days', 'erase', 'MX', 'America/Mexico_City', '2026-11-30T15:00Z', '2026-12-29T06:00Z'],
  ['a month where we know no law', 'erase', 'XX', 'UTC', '2026-11-29T15:00Z', '2026-12-30T00:00Z'],
])('%s', (_, kind, country, zone, asked, due) => {
  expect(new Date(dueAt(kind, at(asked), country, zone)).toISOString()).toBe(new Date(due).toISOString())
})

test('the day of asking is the one on the wall of the zone', () => {
  expect(dueAt('erase', at('2026-11-30T01:00Z'), 'EC', 'America/Guayaquil')).toBe(at('2026-12-15T05:00Z'))
})

test('a country that is a word of the language of objects has no law of its own', () => {
  expect(termOf('constructor').unit).toBe('months')
})
