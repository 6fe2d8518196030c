import { expect, test } from 'vitest'
import { newForm } from './form.ts'
import { nextField, withFieldName, withNames } from './fields.ts'

const NUMBERED = {
  ...newForm('es_MX'),
  header: { kind: 'text', text: 'Pedido {{1}}', sample: 'A-1' },
  body: 'Hola {{1}}, tu pago de {{2}} vence el {{3}}. Gracias, {{1}}.',
  samples: { '1': 'Lucía', '2': '$10' },
} as const

test('numbered fields get names by what they are about, and go back to numbers', () => {
  const named = withNames(NUMBERED, true)
  expect(named.body).toBe('Hola {{nombre}}, tu pago de {{monto}} vence el {{fecha}}. Gracias, {{nombre}}.')
  expect(named.samples).toEqual({ nombre: 'Lucía', monto: '$10' })
  expect(named.header).toMatchObject({ text: 'Pedido {{pedido}}', sample: 'A-1' })
  expect(withNames(named, false)).toEqual(NUMBERED)
})

test('a field can be called otherwise, but not like another nor by something Meta refuses', () => {
  const named = withNames(NUMBERED, true)
  expect(withFieldName(named, 'monto', 'Total a pagar').body).toContain('{{total_a_pagar}}')
  expect(withFieldName(named, 'monto', 'nombre')).toBe(named)
  expect(withFieldName(named, 'monto', '9')).toBe(named)
})

test.each([
  ['', false, '1'],
  ['{{1}} y {{3}}', false, '4'],
  ['', true, 'nombre'],
  ['{{nombre}}', true, 'monto'],
])('after %j the next field is {{%s}} → %s', (text, isNamed, expected) => {
  expect(nextField(text, { isNamed, language: 'es_MX' })).toBe(expected)
})
