import { expect, test } from 'vitest'
import { isTooLarge, kindOf, misfitOf } from './file-kinds.ts'

test.each([
  ['image/jpeg', 4_000_000, 'image'],
  ['image/jpeg', 6_000_000, 'document'],
  ['image/webp', 1000, 'document'],
  ['video/mp4', 15_000_000, 'video'],
  ['audio/mpeg', 1000, 'audio'],
  ['application/pdf', 1000, 'document'],
  ['', 1000, 'document'],
])('a %s of %i bytes goes as %s', (type, size, kind) => {
  expect(kindOf({ type, size })).toBe(kind)
})

test('nothing above 100 MB can go', () => {
  expect(isTooLarge({ size: 100_000_001 })).toBe(true)
})

test.each([
  ['image', 'image/webp', 1000, 'type'],
  ['image', 'image/png', 5_000_001, 'size'],
  ['image', 'image/png', 0, 'empty'],
  ['gif', 'video/mp4', 3_600_000, 'size'],
  ['gif', 'image/gif', 1000, 'type'],
  ['document', 'application/zip', 1000, null],
] as const)('as a %s of a template, a %s of %i bytes is refused for its %s', (kind, type, size, misfit) => {
  expect(misfitOf({ type, size }, kind)).toBe(misfit)
})
