import { expect, test } from 'vitest'
import { newButton, newForm } from './form.ts'
import { subjectOf, suggestSample, withSamples } from './suggest-sample.ts'

test.each([
  ['Hola {{1}}, tu pago de {{2}} vence el {{3}} a las {{4}}.', ['name', 'amount', 'date', 'time']],
  ['Tu pedido {{1}} llega en {{2}} días', ['order', 'city']],
  ['Hi {{1}}, your order {{2}} arrives on {{3}}.', ['name', 'order', 'date']],
  ['Olá {{1}}, sua parcela {{2}} de R$ {{3}} vence', ['name', 'instalment', 'amount']],
  ['su cuota {{1}} por {{2}} vence el {{3}}', ['instalment', 'amount', 'date']],
])('%s is about %j', (text, subjects) => {
  expect(subjects.map((_, index) => subjectOf(text, String(index + 1)))).toEqual(subjects)
})

test('a name of its own says more than the words before it', () => {
  expect(suggestSample('Hola {{fecha_de_pago}}', 'fecha_de_pago', 'es_MX')).toBe('viernes 27 de noviembre')
  expect(suggestSample('Hola {{nombre}}', 'nombre', 'pt_BR')).toBe('Ana')
})

test('every missing example is filled and none that is there is touched', () => {
  const filled = withSamples({
    ...newForm('es_MX'),
    header: { kind: 'text', text: 'Pedido {{1}}', sample: '' },
    body: 'Hola {{1}}, tu pago de {{2}} llegó.',
    samples: { '1': 'Julián' },
    buttons: [{ ...newButton('URL'), url: 'https://a.mx/{{1}}' } as never],
  })
  expect(filled.samples).toEqual({ '1': 'Julián', '2': '$1,850.00' })
  expect(filled.header).toMatchObject({ sample: 'A-10293' })
  expect(filled.buttons[0]).toMatchObject({ sample: 'https://a.mx/a1b2' })
})
