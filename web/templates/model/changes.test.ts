import { expect, test } from 'vitest'
import { changesOf } from './changes.ts'
import { newButton, newForm } from './form.ts'

const FORM = { ...newForm('es_MX'), name: 'a_b', body: 'Hola {{1}}, va', footer: 'Aurora' }

test('what reads otherwise is told place by place, and what is the same is not', () => {
  const changed = {
    ...FORM,
    body: 'Hola {{1}}, ya va',
    header: { kind: 'text', text: 'Pedido', sample: '' } as const,
    buttons: [{ ...newButton('QUICK_REPLY'), text: 'Bien' }],
    samples: { '1': 'Ana' },
  }
  expect(changesOf(FORM, changed).map(({ place }) => place)).toEqual(['header', 'body', 'buttons.0'])
  expect(changesOf(FORM, FORM)).toEqual([])
})

test('a part that is gone is told as taken out', () => {
  expect(changesOf(FORM, { ...FORM, footer: '' })).toEqual([
    { place: 'footer', stretches: [{ kind: 'removed', text: 'Aurora' }] },
  ])
})
