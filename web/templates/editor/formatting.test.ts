import { expect, test } from 'vitest'
import { type Chosen, putField, toggleFormat } from './formatting.ts'

/** `[` and `]` are where the choice begins and ends. */
const chosen = (shown: string): Chosen => {
  const start = shown.indexOf('[')
  const end = shown.indexOf(']') - 1
  return { text: shown.replace('[', '').replace(']', ''), start, end }
}
const show = ({ text, start, end }: Chosen): string =>
  `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`

test.each([
  ['un [gran] día', 'un *[gran]* día'],
  ['un *[gran]* día', 'un [gran] día'],
  ['un [*gran*] día', 'un [gran] día'],
  ['un[ gran ]día', 'un *[gran]* día'],
  ['hola []', 'hola *[]*'],
  ['[hola]', '*[hola]*'],
])('bold: %s → %s', (before, after) => {
  expect(show(toggleFormat(chosen(before), 'bold'))).toBe(after)
})

test.each([
  ['hola [] va', 'hola {{1}}[] va'],
  ['hola[]', 'hola {{1}}[]'],
  ['[nombre], va', '{{1}}[], va'],
  ['hola []va', 'hola {{1}} []va'],
])('a field at %s', (before, after) => {
  expect(show(putField(chosen(before), '1'))).toBe(after)
})
