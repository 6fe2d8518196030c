import { describe, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { ContactId } from '../account/account.ts'
import type { Address, Contact } from './contact.ts'
import { LIKENESS_KINDS } from './evidence.ts'
import { proposalsFor } from './propose.ts'
import { evidenceWords } from './evidence-words.ts'

const AT = instant(Date.UTC(2026, 10, 29))
const phone = (value: string): Address => ({ channel: 'whatsapp', kind: 'phone', value })
const person = (id: string, about: Partial<Contact> = {}): Contact => ({
  ...{ accountId: 'a' as never, contactId: id as ContactId, name: null, username: null },
  ...{ addresses: [], consents: [], createdAt: AT },
  ...about,
})
const kinds = (one: Partial<Contact>, other: Partial<Contact>) =>
  proposalsFor(person('one', one), [person('other', other)]).map(({ evidence }) => evidence.map(({ kind }) => kind))

describe('two contacts are proposed to be one', () => {
  test.each([
    ['Mexico with and without 1', '5215512345678', '525512345678'],
    ['Brazil with and without the ninth digit', '5511987654321', '551187654321'],
    ['Argentina with and without 9', '5491162000010', '541162000010'],
  ])('for spellings of one number: %s', (_, own, other) => {
    expect(kinds({ addresses: [phone(own)] }, { addresses: [phone(other)] })).toEqual([['spelling']])
  })

  test('for a phone that one gave as their own and the other has, whoever is looked at', () => {
    const claim = (contactId: string) => ({ claims: [{ contactId: contactId as ContactId, phone: '5215500', at: AT }] })
    expect(kinds(claim('other'), {})).toEqual([['claimed-phone']])
    expect(kinds(claim('part'), { merged: ['part' as ContactId] })).toEqual([['claimed-phone']])
    expect(kinds({ merged: ['part' as ContactId] }, claim('part'))).toEqual([['claimed-phone']])
    expect(kinds(claim('other'), claim('one'))).toEqual([['claimed-phone']])
    expect(kinds(claim('third'), {})).toEqual([])
  })

  test('for a phone that one had before the other, and for a username', () => {
    const past = [{ ...phone('573001112233'), until: AT }]
    expect(kinds({ past }, { addresses: [phone('573001112233')] })).toEqual([['former-phone']])
    expect(kinds({ addresses: [phone('573001112233')] }, { past })).toEqual([['former-phone']])
    expect(kinds({ username: '@Lucia' }, { username: '@lucia' })).toEqual([['username']])
  })

  test('never for their names alone, which only support', () => {
    const named = { name: 'Lucía Paredes', listed: { name: 'Lucía (obra)', at: AT } }
    expect(kinds(named, named)).toEqual([])
    expect(kinds({ ...named, username: '@lu' }, { ...named, username: '@lu' })).toEqual([
      ['username', 'listed-name', 'name'],
    ])
    expect(kinds({ name: ' ' }, { name: '' })).toEqual([])
  })

  test('the strongest first', () => {
    const one = person('one', { username: '@lu', addresses: [phone('525512345678')] })
    const others = [person('alike', { username: '@lu' }), person('same', { addresses: [phone('5215512345678')] })]
    expect(proposalsFor(one, others).map(({ contact }) => contact.contactId)).toEqual(['same', 'alike'])
  })
})

describe('two contacts are not proposed', () => {
  const alike = { username: '@lu' }
  test.each<[string, Partial<Contact>, Partial<Contact>]>([
    ['when one was erased', { ...alike, erasedAt: AT }, alike],
    ['when the other was', alike, { ...alike, erasedAt: AT }],
    ['when they are one and the same', alike, { ...alike, contactId: 'one' as ContactId }],
    ['when the other is a part of a third', alike, { ...alike, joined: { into: 'third' as ContactId, at: AT } }],
    [
      'while somebody is asked about them',
      { ...alike, succeeds: { contactId: 'other' as ContactId, since: AT, because: 'identity-changed' } },
      alike,
    ],
    [
      'while somebody is asked about one who is a part of the other',
      { ...alike, succeeds: { contactId: 'part' as ContactId, since: AT, because: 'identity-changed' } },
      { ...alike, merged: ['part' as ContactId] },
    ],
    ['when one is a group', alike, { ...alike, group: {} as Contact['group'] & object }],
    [
      'for what somebody has seen and said no to',
      { ...alike, name: 'Lu', apart: [{ contactId: 'other' as ContactId, evidence: ['username'] }] },
      { ...alike, name: 'Lu' },
    ],
    [
      'for what was said no to of the other, which the one has forgotten',
      alike,
      { ...alike, apart: [{ contactId: 'one' as ContactId, evidence: ['username'] }] },
    ],
  ])('%s', (_, one, other) => {
    expect(kinds(one, other)).toEqual([])
  })

  test('again but for new evidence', () => {
    const apart = [{ contactId: 'other' as ContactId, evidence: ['username'] as const }]
    const own = { ...alike, apart, addresses: [phone('525512345678')] }
    expect(kinds(own, { ...alike, addresses: [phone('5215512345678')] })).toEqual([['spelling', 'username']])
  })
})

test.each(LIKENESS_KINDS)('%s has words in three languages that name what is alike', (kind) => {
  const evidence = { kind, strength: 'fair', own: 'uno', other: 'otro' } as const
  const words = (['es', 'en', 'pt-BR'] as const).map((language) => evidenceWords(evidence, language))
  expect(new Set(words).size).toBe(3)
  for (const sentence of words) expect(sentence).toContain('uno')
})
