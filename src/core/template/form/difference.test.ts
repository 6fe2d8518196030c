import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TemplateBody } from '../body.ts'
import { differenceOf, wordDifference } from './difference.ts'

const of = (...components: object[]): TemplateBody => ({ name: 'x', language: 'es', category: 'UTILITY', components })
const BODY = { type: 'BODY', text: 'Hola {{1}}, tu pedido ya salió.' }

test('a text is compared word by word', () => {
  expect(wordDifference('tu pedido ya salió', 'tu compra ya salió hoy')).toEqual([
    { kind: 'same', text: 'tu ' },
    { kind: 'removed', text: 'pedido' },
    { kind: 'added', text: 'compra' },
    { kind: 'same', text: ' ya salió' },
    { kind: 'added', text: ' hoy' },
  ])
})

test('what is the same and removed is the text before; what is the same and added is the text after', () => {
  const text = fc
    .array(fc.constantFrom('hola', ' ', '{{1}}', '.', 'ñandú', '\n'), { maxLength: 40 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const words = wordDifference(before, after)
      const without = (kind: string) =>
        words
          .filter((word) => word.kind !== kind)
          .map((word) => word.text)
          .join('')
      expect([without('added'), without('removed')]).toEqual([before, after])
    }),
  )
})

test('components that came, went and changed are told in the order of a template', () => {
  const before = of(BODY, { type: 'FOOTER', text: 'Zapatería' })
  const after = {
    ...of(
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Ver', url: 'https://a.mx' }] },
      { type: 'HEADER', format: 'IMAGE' },
      { ...BODY, text: 'Hola {{1}}, tu pedido llegó.' },
    ),
    category: 'MARKETING',
  }
  expect(differenceOf(before, after).map(({ component, before: was, after: is }) => [component, was, is])).toEqual([
    ['category', 'UTILITY', 'MARKETING'],
    ['header', null, 'IMAGE'],
    ['body', 'Hola {{1}}, tu pedido ya salió.', 'Hola {{1}}, tu pedido llegó.'],
    ['footer', 'Zapatería', null],
    ['buttons.0', null, 'URL · Ver · https://a.mx'],
  ])
})

test('another example is no difference', () => {
  const shown = { ...BODY, example: { body_text: [['Lucía']] } }
  expect(differenceOf(of(BODY), of(shown))).toEqual([])
})
