import { expect, test } from 'vitest'
import { fillTemplate } from './fill.ts'
import type { Template } from './template.ts'
import { readText } from './text.ts'

const of = (...components: object[]): Template =>
  ({
    ...{ name: 'recibo', language: 'es_MX', category: 'UTILITY' },
    ...readText({ name: 'recibo', language: 'es_MX', category: 'UTILITY', components }),
  }) as unknown as Template
const NAMED = {
  type: 'BODY',
  text: 'Hola {{nombre}}, debe {{monto}}.',
  example: {
    body_text_named_params: [
      { param_name: 'nombre', example: 'Lucía' },
      { param_name: 'monto', example: '$45' },
    ],
  },
}

test.each([
  ['numbers where there are names', of(NAMED), '1', { '1': 'Lucía' }, '{"nombre":"Lucía","monto":"$45"}'],
  [
    'names where there are numbers',
    of({ type: 'BODY', text: 'Hola {{1}}.' }),
    'nombre',
    { nombre: 'Lucía' },
    '{"1":"…"}',
  ],
  [
    'a place that is not there',
    of({ type: 'HEADER', format: 'IMAGE' }, { type: 'BODY', text: 'Hola {{1}}.' }),
    'header.1',
    { '1': 'Lucía', 'header.1': 'bota.jpg', header: { kind: 'link', url: 'https://a.mx/b.jpg' } },
    '{"1":"…","header":{"mediaId":"…"}}',
  ],
  ['anything where nothing is asked for', of({ type: 'BODY', text: 'Hola.' }), '1', { '1': 'Lucía' }, '{}'],
] as const)('who gives %s is shown the right form', (_, template, field, values, expected) => {
  const filled = fillTemplate(template, values)
  const refusals = filled.ok ? [] : filled.error
  expect(refusals).toContainEqual({
    code: 'template-field-unknown',
    field,
    expected,
  })
})
