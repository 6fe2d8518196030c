import { expect, test } from 'vitest'
import type { FormScreen } from '../control/types.ts'
import { payloadOf, valuesIn } from './form-values.ts'

const field = (name: string, input: 'text' | 'several' | 'yes') =>
  ({ kind: 'field', name, label: name, input, isRequired: false, options: [] }) as const
const end = {
  label: 'Seguir',
  does: 'data_exchange',
  next: '',
  payload: { nombre: '${form.nombre}', dias: '${form.dias}', acepta: '${form.acepta}', fijo: 17 },
} as const
const screen: FormScreen = {
  id: 'A',
  title: 'A',
  parts: [field('nombre', 'text'), field('dias', 'several'), field('acepta', 'yes')],
  end,
}

test('what was entered goes where the payload names it', () => {
  const entered = new FormData()
  entered.set('nombre', 'Lucía')
  entered.append('dias', 'lunes')
  entered.append('dias', 'martes')
  expect(payloadOf(end, valuesIn(screen, entered))).toEqual({
    nombre: 'Lucía',
    dias: ['lunes', 'martes'],
    acepta: false,
    fijo: 17,
  })
})
