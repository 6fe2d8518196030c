import { expect, test } from 'vitest'
import type { Refusal } from '../refusal/refusal.ts'
import { checkSlot } from './fill-slots.ts'
import { checkValue } from './fill-value.ts'
import type { TemplateSlot } from './template.ts'
import { EXPECTED, valueMisfitsOf } from './value-misfit.ts'

const slot = (kind: TemplateSlot['kind']): TemplateSlot => ({
  ...{ part: 'header', card: null, buttonIndex: null, name: null, isNeeded: true, kind },
})
const code = (value: string) => checkValue('1', value, 15, { isCode: true })
const kindsOf = (refusals: readonly Refusal[]) => refusals.flatMap(valueMisfitsOf).map(({ kind }) => kind)

const CASES: readonly (readonly [string, readonly Refusal[], readonly string[]])[] = [
  ['a line break and a tab', checkValue('1', 'a\nb\tc', 15), ['line-breaks', 'tabs']],
  ['many spaces', checkValue('1', 'a     b', 15), ['spaces-in-a-row']],
  ['a mark that turns the direction', checkValue('1', 'a\u202eb', 15), ['turned-direction']],
  ['a control character', checkValue('1', 'a\u0007', 15), ['control-characters']],
  ['a space in the end of an address', checkValue('1', 'a b', 15, { isButton: true }), ['spaces']],
  ['an address in a code', code('http://a.mx'), ['address-or-emoji']],
  ['a link that leads to nobody', checkSlot(slot('image'), { kind: 'link', url: 'http://a' }), ['public-address']],
  ['an id with a space', checkSlot(slot('thumbnail'), { kind: 'thumbnail', productId: 'a b' }), ['id']],
]

test.each(CASES)('%s is told as what it is', (_, refusals, kinds) => {
  expect(kindsOf(refusals)).toEqual(kinds)
})

test('what is too long says how much fits', () => {
  expect(checkValue('1', 'a'.repeat(16), 15).flatMap(valueMisfitsOf)).toEqual([{ kind: 'too-long', max: 15 }])
})

test('each expectation is shown by a value that lacks it', () => {
  const shown = new Set(CASES.flatMap(([, , kinds]) => kinds))
  expect(Object.keys(EXPECTED).filter((kind) => !shown.has(kind))).toEqual([])
})
