import { expect, test } from 'vitest'
import { hasSound } from './sound.ts'

const latin = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0))
const box = (name: string, ...inside: number[]): number[] => [
  0,
  0,
  (inside.length + 8) >> 8,
  (inside.length + 8) & 255,
  ...latin(name),
  ...inside,
]
const track = (kind: string) => box('trak', ...box('mdia', ...box('hdlr', 0, 0, 0, 0, 0, 0, 0, 0, ...latin(kind))))
const film = (...tracks: number[][]) => [...box('ftyp', ...latin('isom')), ...box('moov', ...tracks.flat())]

test.each([
  ['pictures and sound', film(track('vide'), track('soun')), true],
  ['pictures alone', film(track('vide')), false],
  ['a film whose tracks are told of at its end', [...box('ftyp'), ...box('mdat', 1, 2, 3)], null],
  ['a film that is cut in the middle', film(track('vide'), track('soun')).slice(0, -4), null],
  ['a box without a size', [0, 0, 0, 0, ...latin('mdat')], null],
  ['nothing', [], null],
])('%s', (_, bytes, expected) => {
  expect(hasSound(Uint8Array.from(bytes))).toBe(expected)
})
