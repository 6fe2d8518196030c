import { expect, test } from 'vitest'
import { formFields } from './form-fields.ts'

const read = (value: unknown) => formFields(JSON.stringify(value))?.map(({ name, value: words }) => `${name}: ${words}`)

test('answers come in their order, without what is for programs', () => {
  expect(read({ flow_token: 'a', nombre: 'Lucía', acepta: true, monto: 925, vacio: '' })).toEqual([
    'nombre: Lucía',
    'acepta: ✓',
    'monto: 925',
  ])
})

test('names and choices of the platform’s own editor are read as people wrote them', () => {
  expect(read({ screen_0_Nombre_completo_0: 'Lucía', screen_1_Interesa_2: ['0_Crédito', '1_Seguro'] })).toEqual([
    'Nombre completo: Lucía',
    'Interesa: Crédito, Seguro',
  ])
})

test('what lies deeper is named by its way; an address lies in "values"', () => {
  expect(read({ visita: { dia: '2026-12-01' } })).toEqual(['visita › dia: 2026-12-01'])
  expect(read({ saved_address_id: '', values: { name: 'Asha', in_pin_code: '400063' } })).toEqual([
    'name: Asha',
    'in pin code: 400063',
  ])
})

test.each(['', '[]', '"a"', 'null', '{'])('%j is no form', (text) => {
  expect(formFields(text)).toBeNull()
})

test('depth and size are bounded', () => {
  const deep = JSON.parse('{"a":'.repeat(50) + '1' + '}'.repeat(50)) as unknown
  expect(read(deep)).toHaveLength(1)
  expect(read(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, 'x'])))).toHaveLength(100)
})
