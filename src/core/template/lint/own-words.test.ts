import { expect, test } from 'vitest'
import { readOwnWord } from './own-words.ts'

test.each([
  ['Zapatiquín', 'zapatiquín'],
  [' MERCADO ', 'mercado'],
  ['nin\u0303o', 'niño'],
  ["l'or", "l'or"],
])('%s is one word of our own', (text, word) => {
  expect(readOwnWord(text)).toBe(word)
})

test.each(['', ' ', 'dos palabras', '{{1}}', 'a.example', '@aurora', 'x', '123', 'a'.repeat(61), '<b>hola</b>'])(
  '%j is none',
  (text) => {
    expect(readOwnWord(text)).toBeNull()
  },
)
