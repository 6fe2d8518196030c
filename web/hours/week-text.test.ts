import { expect, test } from 'vitest'
import { weekOf } from '#core/opening-hours/test-hours.ts'
import { weekText } from './week-text.ts'

test('a week is written with its days alike in one, closed ones left out', () => {
  expect(weekText(weekOf('9:00-14:00 16:00-19:00'), 'es')).toBe('lun–vie 9:00–14:00, 16:00–19:00')
  expect(weekText(weekOf('18:00-26:00', '0:00-24:00'), 'en')).toBe('Mon–Fri 18:00–2:00; Sat–Sun 0:00–24:00')
  expect(weekText(weekOf(''), 'es')).toBe('')
})
