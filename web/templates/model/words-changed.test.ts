import { expect, test } from 'vitest'
import { wordsChanged } from './words-changed.ts'

const shown = (before: string, after: string): string =>
  wordsChanged(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('')

test.each([
  ['Hola {{1}}, va', 'Hola {{1}}, va', 'Hola {{1}}, va'],
  ['Tu pago vence', 'Su pago vence hoy', '[-Tu][+Su] pago vence[+ hoy]'],
  ['Aproveche 10% ya', 'Gracias', '[-Aproveche 10% ya][+Gracias]'],
  ['uno dos tres', 'uno tres', 'uno [-dos ]tres'],
  ['', 'Nuevo', '[+Nuevo]'],
  ['Viejo', '', '[-Viejo]'],
  ['', '', ''],
])('%j → %j', (before, after, expected) => {
  expect(shown(before, after)).toBe(expected)
})

test('nothing of either text is lost', () => {
  const [before, after] = ['Hola {{1}}, tu pago de {{2}} vence.', 'Estimada {{1}}: su cuota {{2}} por {{3}} vence hoy.']
  const stretches = wordsChanged(before, after)
  const of = (kind: string) => stretches.filter((each) => each.kind === 'same' || each.kind === kind)
  expect(
    of('removed')
      .map(({ text }) => text)
      .join(''),
  ).toBe(before)
  expect(
    of('added')
      .map(({ text }) => text)
      .join(''),
  ).toBe(after)
})
