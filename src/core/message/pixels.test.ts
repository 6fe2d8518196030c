import { expect, test } from 'vitest'
import { hasTooManyPixels, isPicture, type Media } from './media.ts'
import { pixelsIn } from './pixels.ts'

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (pair) => parseInt(pair, 16))
const latin = (text: string): string =>
  [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('')
const riff = latin('RIFF') + '00000000' + latin('WEBP')

test.each([
  ['a PNG', '89504e470d0a1a0a 0000000d49484452 0000c350 0000c350 0806000000', { width: 50_000, height: 50_000 }],
  ['a GIF', `${latin('GIF89a')} ffff 0100 f00000`, { width: 65_535, height: 1 }],
  [
    'a JPEG behind a profile and fill bytes',
    'ffd8 ffe10004aaaa ffffff c2 0011 08 0bb8 0fa0 03 000000',
    { width: 4000, height: 3000 },
  ],
  ['a WebP of the plain sort', `${riff}${latin('VP8 ')} 00000000 000000 9d012a 0002 0001`, { width: 512, height: 256 }],
  ['a WebP without loss', `${riff}${latin('VP8L')} 00000000 2f ffc1ff0f 0000000000`, { width: 512, height: 16_384 }],
  ['a WebP that moves', `${riff}${latin('VP8X')} 0a000000 02000000 fe3f00 ff3f00`, { width: 16_383, height: 16_384 }],
  ['a drawing', latin('<svg width="1" height="1"></svg><!-- and some more -->'), null],
  ['a PNG cut short', '89504e470d0a1a0a 0000000d', null],
  ['a JPEG whose segments lead out of it', 'ffd8 ffe1fffe 0000 0000 0000 0000', null],
  ['nothing', '', null],
])('the measures of %s are in its header', (_name, hex, expected) => {
  expect(pixelsIn(bytes(hex))).toEqual(expected)
})

test('a picture without a readable header, of another type, or of thousands of millions of pixels is not drawn', () => {
  const file: Media = {
    mediaId: 'm' as Media['mediaId'],
    state: 'stored',
    mime: 'image/png',
    sizeBytes: 3_000,
    filename: null,
    sha256: null,
    problem: null,
  }
  expect(isPicture({ ...file, pixels: { width: 8_000, height: 6_000 } })).toBe(true)
  expect(isPicture(file)).toBe(false)
  expect(isPicture({ ...file, mime: 'image/svg+xml', pixels: { width: 1, height: 1 } })).toBe(false)
  const bomb = { ...file, pixels: { width: 50_000, height: 50_000 } }
  expect([isPicture(bomb), hasTooManyPixels(bomb), hasTooManyPixels(file)]).toEqual([false, true, false])
})
