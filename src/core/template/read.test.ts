import { expect, test } from 'vitest'
import { fieldKey, fieldNamesIn, fieldsOf, isNamed } from './read.ts'

test.each([
  ['Hola {{1}}, son {{2}}, {{1}}', ['1', '2']],
  ['Hola {{nombre}} y {{ oferta_2 }}', ['nombre', 'oferta_2']],
  ['{{}} {{a b}} {1} {{{3}}} {{#x}}', ['3']],
  ['nada', []],
])('%j has the fields %j', (text, names) => {
  expect(fieldNamesIn(text)).toEqual(names)
})

test('fields are found in header, body and buttons, in this order, and have keys', () => {
  const fields = fieldsOf({
    header: { kind: 'text', text: '{{1}}' },
    body: '{{1}} {{2}}',
    buttons: [
      { kind: 'QUICK_REPLY', text: '{{9}}', url: null },
      { kind: 'URL', text: 'Ver', url: 'https://example.mx/{{1}}' },
      { kind: 'COPY_CODE', text: 'Copiar', url: null },
    ],
  })
  expect(fields.map(fieldKey)).toEqual(['header.1', '1', '2', 'button.1.1', 'button.2.1'])
  expect(isNamed(fields)).toBe(false)
})

test('a header that is a picture has no fields', () => {
  expect(fieldsOf({ header: { kind: 'image' }, body: 'Hola', buttons: [] })).toEqual([])
})
