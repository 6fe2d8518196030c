import { expect, test } from 'vitest'
import { segmentsOf } from './segments.ts'

const shown = (text: string, ...spans: (readonly [number, number])[]) =>
  segmentsOf(
    text,
    spans.map(([start, end]) => ({ span: { start, end }, severity: 'warning' as const, isShown: false })),
  ).map(
    ({ text: part, field, severity, isMark }) =>
      `${part}${field ? `:${field}` : ''}${severity ? '!' : ''}${isMark ? '·' : ''}`,
  )

test.each([
  ['', [], []],
  ['Hola', [], ['Hola']],
  ['Hola {{1}}, va', [], ['Hola ', '{{:open', '1:name', '}}:close', ', va']],
  ['pague ya o', [[6, 8]], ['pague ', 'ya!', ' o']],
  ['Hola {{1}} y', [[0, 10]], ['Hola !', '{{:open!', '1:name!', '}}:close!', ' y']],
  ['un *gran* día', [], ['un ', '*·', 'gran', '*·', ' día']],
  ['2 * 3 * 4', [], ['2 * 3 * 4']],
] as const)('%j with findings at %j', (text, spans, expected) => {
  expect(shown(text, ...spans)).toEqual(expected)
})

test('joined again the stretches are the text, whatever the findings', () => {
  const text = '{{1}}{{2}} *a* ~b~ ```c``` {{mal nombre}} 😀 fin'
  const marks = [0, 3, 9, 20, 60, 999].map((start) => ({
    span: { start, end: start + 7 },
    severity: 'error' as const,
    isShown: false,
  }))
  expect(
    segmentsOf(text, marks)
      .map((each) => each.text)
      .join(''),
  ).toBe(text)
})
