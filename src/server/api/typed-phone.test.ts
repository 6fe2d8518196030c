import { expect, test } from 'vitest'
import { readTyped } from './typed-phone.ts'

test.each([
  ['+52 55 1234 5678', '+525512345678'],
  ['0052 (55) 1234-5678', '+525512345678'],
  ['+52 1 55 1234 5678', '+525512345678'],
  ['5215512345678', '+525512345678'],
  ['525512345678', '+525512345678'],
  ['55 1234 5678', '+525512345678'],
  ['+54 9 11 2345-6789', '+5491123456789'],
  ['＋５５ 11 96123-4567', '+5511961234567'],
])('%s is read as %s in Mexico', (typed, e164) => {
  const read = readTyped(typed, 'MX')
  expect(read.ok && read.value.e164).toBe(e164)
})

test.each([
  ['11 2345', 'phone-country-missing'],
  ['34 600 11 22 33 44', 'phone-country-missing'],
  ['+999 1234 5678', 'phone-country-unknown'],
  ['+52 55 1234', 'phone-too-short'],
  ['+52 55 1234 5678 90', 'phone-too-long'],
  ['+52 quince', 'recipient-invalid'],
])('%s is refused: %s', (typed, code) => {
  const read = readTyped(typed, 'MX')
  expect(read.ok ? read.value : read.error[0]?.code).toBe(code)
})
