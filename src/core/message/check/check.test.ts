import { describe, expect, test } from 'vitest'
import type { Content } from '../content.ts'
import { check } from './check.ts'
import { FILE } from './test-contents.ts'

const found = (content: Content) => check(content).map(({ code, field }) => `${code} ${field}`)
const media = (mime: string, sizeBytes: number | null = 1_000) => ({ ...FILE, mime, sizeBytes })
const card = { name: 'Ana', phones: [], emails: [], organisation: null }
const buttons = (...list: [string, string][]): Content => ({
  kind: 'buttons',
  header: null,
  body: '¿Vienes?',
  footer: null,
  buttons: list.map(([id, title]) => ({ id, title })),
})
const list = (sections: [string | null, number][], about: object = {}): Content => ({
  kind: 'list',
  header: null,
  body: 'Elige',
  footer: null,
  button: 'Ver',
  sections: sections.map(([title, count], at) => ({
    title,
    rows: Array.from({ length: count }, (_, index) => ({ id: `${at}-${index}`, title: 'Una', description: null })),
  })),
  ...about,
})

describe('goes through', () => {
  const good: [string, Content][] = [
    ['a text of 4,096 units', { kind: 'text', text: 'a'.repeat(4096) }],
    ['a caption of 1,024 units', { kind: 'image', media: media('image/png'), caption: 'a'.repeat(1024) }],
    ['a file of unknown size', { kind: 'video', media: media('video/mp4', null), caption: null }],
    ['a type with parameters', { kind: 'audio', media: media('Audio/OGG; codecs=opus'), voice: true }],
    ['a document of any type', { kind: 'document', media: media('application/x-cad'), caption: null }],
    ['a family as one emoji', { kind: 'reaction', targetWireId: 'w', emoji: '👨‍👩‍👧‍👦' }],
    ['a flag', { kind: 'reaction', targetWireId: 'w', emoji: '🇲🇽' }],
    ['a key', { kind: 'reaction', targetWireId: 'w', emoji: '1️⃣' }],
    ['a reaction taken back', { kind: 'reaction', targetWireId: 'w', emoji: null }],
    ['257 cards', { kind: 'contacts', contacts: Array.from({ length: 257 }, () => card) }],
    ['three buttons', buttons(['1', 'a'], ['2', 'b'], ['3', 'c'.repeat(20)])],
    ['ten rows', list([[null, 10]])],
    ['the poles', { kind: 'location', latitude: -90, longitude: 180, name: null, address: null }],
  ]
  test.each(good)('%s', (_, content) => {
    expect(check(content)).toEqual([])
  })
})

describe('is refused, with the place', () => {
  const bad: [string, Content, string[]][] = [
    ['nothing visible', { kind: 'text', text: ' \u200b\n' }, ['text-empty text']],
    ['a text of 4,097 units', { kind: 'text', text: 'a'.repeat(4097) }, ['text-too-long text']],
    ['half an emoji', { kind: 'text', text: 'a\ud83d' }, ['content-not-sendable text']],
    [
      'a caption and a file that are too large',
      { kind: 'image', media: media('image/png', 5 * 1024 * 1024 + 1), caption: 'a'.repeat(1025) },
      ['caption-too-long caption', 'media-too-large media'],
    ],
    ['a GIF', { kind: 'image', media: media('image/gif'), caption: null }, ['media-type-not-allowed media']],
    [
      'a still sticker as large as a moving one may be',
      { kind: 'sticker', media: media('image/webp', 200_000), animated: false },
      ['media-too-large media'],
    ],
    [
      'a document without a type',
      { kind: 'document', media: media(''), caption: null },
      ['media-type-not-allowed media'],
    ],
    ['two emoji', { kind: 'reaction', targetWireId: 'w', emoji: '👍👍' }, ['content-not-sendable emoji']],
    ['a word', { kind: 'reaction', targetWireId: 'w', emoji: 'ok' }, ['content-not-sendable emoji']],
    ['no cards', { kind: 'contacts', contacts: [] }, ['contacts-invalid contacts']],
    [
      '258 cards',
      { kind: 'contacts', contacts: Array.from({ length: 258 }, () => card) },
      ['contacts-invalid contacts'],
    ],
    [
      'a card without a name',
      { kind: 'contacts', contacts: [{ ...card, name: ' ' }] },
      ['contacts-invalid contacts.0.name'],
    ],
    [
      'a place off the globe',
      { kind: 'location', latitude: 90.1, longitude: Number.NaN, name: null, address: null },
      ['location-invalid latitude', 'location-invalid longitude'],
    ],
    ['no buttons', buttons(), ['too-many-buttons buttons']],
    ['four buttons', buttons(['1', 'a'], ['2', 'b'], ['3', 'c'], ['4', 'd']), ['too-many-buttons buttons']],
    [
      'buttons that cannot be told apart',
      buttons(['1', 'a'], ['1', 'a']),
      ['button-invalid buttons.1.id', 'button-invalid buttons.1.title'],
    ],
    [
      'a button too long',
      buttons(['i'.repeat(257), 'a'.repeat(21)]),
      ['button-invalid buttons.0.id', 'button-invalid buttons.0.title'],
    ],
    [
      'eleven rows over two sections',
      list([
        ['Norte', 6],
        ['Sur', 5],
      ]),
      ['list-invalid rows'],
    ],
    ['no rows', list([]), ['list-invalid sections', 'list-invalid rows']],
    [
      'two sections, one without a title',
      list([
        ['Norte', 1],
        [null, 1],
      ]),
      ['list-invalid sections.1.title'],
    ],
    [
      'a section without rows',
      list([
        ['Norte', 1],
        ['Sur', 0],
      ]),
      ['list-invalid sections.1.rows'],
    ],
    [
      'a frame too long',
      list([[null, 1]], { header: 'h'.repeat(61), body: '', footer: 'f'.repeat(61), button: '' }),
      ['text-too-long header', 'text-empty body', 'text-too-long footer', 'list-invalid button'],
    ],
    ['what only contacts send', { kind: 'revoke', targetWireId: 'w' }, ['content-not-sendable kind']],
  ]
  test.each(bad)('%s', (_, content, expected) => {
    expect(found(content)).toEqual(expected)
  })

  test('and with what was found and what was expected', () => {
    expect(check({ kind: 'text', text: 'a'.repeat(5000) })).toEqual([
      { code: 'text-too-long', field: 'text', found: '5000', expected: 'at most 4096' },
    ])
  })
})
