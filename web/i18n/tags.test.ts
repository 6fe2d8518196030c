import { expect, test } from 'vitest'
import { validTags } from './tags.ts'

test.each([
  ['tags stay as they are, in their order', ['pt-BR', 'es', 'es-419'], ['pt-BR', 'es', 'es-419']],
  ['what is no tag is left out', ['en-US@posix', 'es-MX', 'C', 'en_US', ''], ['es-MX']],
  ['of none that is one, none is left', ['en-US@posix'], []],
])('%s', (_, tags, valid) => {
  expect(validTags(tags)).toEqual(valid)
  expect(() => valid.map((tag) => new Intl.DateTimeFormat(tag))).not.toThrow()
})
