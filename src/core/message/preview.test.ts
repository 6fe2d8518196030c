import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Call, Content, Media } from './content.ts'
import { callOutcomeOf, PREVIEW_LENGTH, previewOf } from './preview.ts'

const media: Media = {
  mediaId: '' as Media['mediaId'],
  state: 'waiting',
  mime: 'application/pdf',
  sizeBytes: null,
  filename: 'pago.pdf',
  sha256: null,
  problem: null,
}
const card = (name: string) => ({ name, phones: [], emails: [], organisation: null })

describe('the list shows', () => {
  const shown: [string, Content, string][] = [
    ['a text on one line', { kind: 'text', text: '  Hola\n\n¿qué   tal? ' }, 'Hola ¿qué tal?'],
    ['a caption', { kind: 'image', media, caption: 'La suela' }, 'La suela'],
    ['a file name where there is no caption', { kind: 'document', media, caption: null }, 'pago.pdf'],
    ['nothing for a voice note', { kind: 'audio', media, voice: true }, ''],
    ['names on cards', { kind: 'contacts', contacts: [card('Ana'), card('Bruno')] }, 'Ana, Bruno'],
    ['the title that was chosen', { kind: 'button-reply', id: 'si', title: 'Sí' }, 'Sí'],
    ['the new words of an edit', { kind: 'edit', targetWireId: 'w', content: { kind: 'text', text: '39' } }, '39'],
    ['words without their marks', { kind: 'text', text: '*Hola*, _Lucía_: ~39~ ```49```' }, 'Hola, Lucía: 39 49'],
    ['a caption without its marks', { kind: 'image', media, caption: '> *La suela*' }, 'La suela'],
    [
      'a file name as it is',
      { kind: 'document', media: { ...media, filename: '_v2_.pdf' }, caption: null },
      '_v2_.pdf',
    ],
    ['a title as it is', { kind: 'list-reply', id: 'a', title: '*Oferta*', description: null }, '*Oferta*'],
    [
      'nothing of a form, of which Meta says "Sent"',
      { kind: 'form-reply', name: 'flow', body: 'Sent', response: '{}' },
      '',
    ],
    [
      'the address that was given',
      { kind: 'form-reply', name: 'address_message', body: 'Calle 10', response: '{}' },
      'Calle 10',
    ],
    ['nothing of what it does not know', { kind: 'unknown', type: 'poll', raw: { text: 'x' } }, ''],
  ]
  test.each(shown)('%s', (_, content, expected) => {
    expect(previewOf(content)).toBe(expected)
  })
})

test('a long text ends in "…" and never inside a character', () => {
  const preview = previewOf({ kind: 'text', text: `${'a'.repeat(138)}👟👟` })
  expect(preview).toBe(`${'a'.repeat(138)}…`)
})

test('any text: at most 140 units, one line, whole characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const preview = previewOf({ kind: 'text', text })
      expect(preview.length).toBeLessThanOrEqual(PREVIEW_LENGTH)
      expect(preview).not.toMatch(/[\n\r\t]/)
      expect(preview.isWellFormed()).toBe(true)
    }),
  )
})

test('a list tells a call nobody took from others, and a yes to calls from a no', () => {
  const call = (state: Call['state']): Content => ({ kind: 'call', by: 'contact', state, seconds: null })
  const answer = (allowed: boolean): Content => ({ kind: 'call-answer', allowed, until: null, automatic: false })
  expect([call('ringing'), call('missed'), call('rejected'), call('ended')].map(callOutcomeOf)).toEqual([
    ...[null, 'missed', 'missed', null],
  ])
  expect([answer(true), answer(false)].map(callOutcomeOf)).toEqual(['allowed', 'denied'])
  expect(callOutcomeOf({ kind: 'call', by: 'us', state: 'missed', seconds: null })).toBe('unanswered')
  expect(callOutcomeOf({ kind: 'edit', targetWireId: 'w', content: call('missed') })).toBe('missed')
})
