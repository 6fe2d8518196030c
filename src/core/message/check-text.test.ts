import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const rule = { field: 'text', maxLength: 5, required: true }

test.each([
  ['five units', 'abcde', []],
  ['six units', 'abcdef', ['text-too-long']],
  ['an emoji counts as two', '👟👟👟', ['text-too-long']],
  ['nothing', '', ['text-empty']],
  ['only what cannot be seen', '\u200d\u202e \n', ['text-empty']],
  ['half a character', 'a\udc00', ['content-not-sendable']],
  ['too long and broken', 'abcdef\ud83d', ['text-too-long', 'content-not-sendable']],
])('%s', (_, text, codes) => {
  expect(checkText(text, rule).map(({ code }) => code)).toEqual(codes)
})

test('nothing is fine where nothing is asked for', () => {
  expect(checkText('', { ...rule, required: false })).toEqual([])
})
