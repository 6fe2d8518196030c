import { expect, test } from 'vitest'
import { cityOf, offsetOf, spanOf } from './zone-words.ts'

const WINTER = Date.UTC(2026, 0, 15)
const SUMMER = Date.UTC(2026, 6, 15)

test.each([
  ['America/Bogota', WINTER, -300],
  ['Europe/Madrid', WINTER, 60],
  ['Europe/Madrid', SUMMER, 120],
  ['America/St_Johns', WINTER, -210],
  ['UTC', WINTER, 0],
])('%s is ahead of UTC at %i by %i minutes', (zone, at, minutes) => {
  expect(offsetOf(zone, at)).toBe(minutes)
})

test.each([
  ['none', [], []],
  ['two that agree', ['America/Bogota', 'America/Lima'], ['America/Bogota']],
  ['three', ['America/Sao_Paulo', 'America/Rio_Branco', 'America/Manaus'], ['America/Rio_Branco', 'America/Sao_Paulo']],
])('of %s the earliest and the latest are shown', (_, zones, span) => {
  expect(spanOf(zones, WINTER)).toEqual(span)
})

test('a zone is called after its city', () => {
  expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
})
