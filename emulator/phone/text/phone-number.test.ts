import { expect, it } from 'vitest'
import { digitsOf, showNumber, zoneOf } from './phone-number.ts'

it.each([
  ['5215512345678', '+52 55 1234 5678'],
  ['525512345678', '+52 55 1234 5678'],
  ['5491123456789', '+54 9 11 2345 6789'],
  ['5511987654321', '+55 11 98765 4321'],
  ['56912345678', '+56 9 1234 5678'],
  ['34600111222', '+34 600 111 222'],
  ['999123', '+999123'],
])('shows %s as %s', (waId, shown) => expect(showNumber(waId)).toBe(shown))

it('knows the zone of a calling code, and says so when it does not', () => {
  expect(zoneOf('5215512345678')).toBe('America/Mexico_City')
  expect(zoneOf('999')).toBeUndefined()
})

it('reads digits out of a pasted number', () => expect(digitsOf('+52 (55) 1234-5678')).toBe('525512345678'))
