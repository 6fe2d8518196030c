import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { opusSeconds } from './opus-length.ts'

const text = (words: string): number[] => [...words].map((sign) => sign.charCodeAt(0))
/** A page with these packets; `isCut`: the last goes on upon the next page. */
function page(packets: readonly (readonly number[])[], isCut = false): number[] {
  const lacing = packets.flatMap((packet, index) => {
    const full = Array.from({ length: Math.floor(packet.length / 255) }, () => 255)
    return isCut && index === packets.length - 1 ? full : [...full, packet.length % 255]
  })
  return [...text('OggS'), ...Array.from({ length: 22 }, () => 0), lacing.length, ...lacing, ...packets.flat()]
}
const HEAD = page([text('OpusHead........')])
const TAGS = page([text('OpusTags....')])
const secondsOf = (...pages: readonly (readonly number[])[]) =>
  opusSeconds(Uint8Array.from([HEAD, TAGS, ...pages].flat()))
/** Configuration and code of a packet. */
const toc = (configuration: number, code: number) => configuration * 8 + code

test.each([
  ['one frame of 20 ms', [page([[toc(1, 0), 0]])], 0.02],
  ['two frames of 60 ms', [page([[toc(3, 1), 0]])], 0.12],
  ['forty-eight frames of 2.5 ms', [page([[toc(16, 3), 48, 0]])], 0.12],
  ['packets on several pages', [page([[toc(1, 0)], [toc(1, 0)]]), page([[toc(0, 0)]])], 0.05],
  ['a packet that goes on upon the next page', [page([Array(255).fill(toc(1, 0))], true), page([[0, 0]])], 0.02],
  ['empty packets', [page([[], []])], 0],
  ['nothing after the headers', [], 0],
  ['something else behind the last page', [page([[toc(1, 0)]]), text('OggX and more')], 0.02],
])('%s', (_name, pages, seconds) => {
  expect(secondsOf(...pages)).toBeCloseTo(seconds, 9)
})

test('a recording of a telephone is as long as it sounds', () => {
  const bytes = readFileSync(new URL('../../emulator/samples/voice.ogg', import.meta.url))
  expect(opusSeconds(bytes)).toBeCloseTo(5.64, 2)
})

test.each([
  ['nothing', []],
  ['no Ogg', text('ID3 something that is long enough')],
  ['Ogg with another sound', page([text('\u0001vorbis.....')])],
  ['half a page', HEAD.slice(0, 20)],
])('%s is none', (_name, bytes) => {
  expect(opusSeconds(Uint8Array.from(bytes))).toBeNull()
})

test('a file cut off anywhere is read as far as it goes', () => {
  const whole = [HEAD, TAGS, page([[toc(1, 0), 1, 2], [toc(1, 0)]])].flat()
  for (let end = 0; end < whole.length; end++)
    expect(() => opusSeconds(Uint8Array.from(whole.slice(0, end)))).not.toThrow()
})
