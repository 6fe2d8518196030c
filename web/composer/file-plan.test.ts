import { expect, test } from 'vitest'
import { planOf } from './file-plan.ts'

const PHOTO = { width: 4000, height: 3000 }
const as = (kind: string, note: string | null = null) => ({ kind: 'as-it-is', as: kind, note })

const SQUARE = { width: 512, height: 512 }

test.each([
  ['a WebP as large as a sticker is one', 'image/webp', 90_000, SQUARE, as('sticker', 'is-sticker')],
  ['one too heavy is a picture', 'image/webp', 110_000, SQUARE, { kind: 'redraw' }],
  ['a photo goes as it is', 'image/jpeg', 4_000_000, PHOTO, as('image')],
  ['a photo too heavy is drawn smaller', 'image/jpeg', 9_000_000, PHOTO, { kind: 'redraw' }],
  ['a picture of another type is drawn anew', 'image/webp', 90_000, PHOTO, { kind: 'redraw' }],
  ['a photo of an iPhone is drawn anew where the browser can', 'image/heic', 2_000_000, null, { kind: 'redraw' }],
  ['a bomb is not decoded', 'image/png', 3_000, { width: 50_000, height: 50_000 }, as('document', 'picture-too-large')],
  ['a picture without a header is not decoded', 'image/png', 3_000, null, as('document', 'picture-not-read')],
  ['a drawing that could hold scripts is not drawn', 'image/svg+xml', 3_000, null, as('document', 'picture-not-read')],
  ['a moving picture would stand still', 'image/gif', 3_000, PHOTO, as('document', 'picture-moves')],
  ['a sound WhatsApp takes goes as it is', 'audio/mpeg', 3_000, null, as('audio')],
  ['a sound it does not take is written anew', 'audio/wav', 3_000, null, { kind: 'reencode' }],
  ['a sound too heavy is written anew', 'audio/mpeg', 17_000_000, null, { kind: 'reencode' }],
  ['a film of another type', 'video/webm', 3_000, null, as('document', 'film-not-taken')],
  ['a film too heavy', 'video/mp4', 17_000_000, null, as('document', 'film-too-large')],
  ['a PDF', 'application/pdf', 3_000, null, as('document')],
])('%s', (_name, type, size, pixels, plan) => {
  expect(planOf({ type, size, pixels, moves: false })).toEqual(plan)
})

test('a sticker that moves may weigh more', () => {
  const sticker = { type: 'image/webp', size: 512_000, pixels: SQUARE, moves: true }
  expect(planOf(sticker)).toEqual(as('sticker', 'is-sticker'))
  expect(planOf({ ...sticker, size: 512_001 })).toEqual({ kind: 'redraw' })
})
