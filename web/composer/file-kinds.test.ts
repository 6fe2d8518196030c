import { expect, test } from 'vitest'
import { isTooLarge, kindOf } from './file-kinds.ts'

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
