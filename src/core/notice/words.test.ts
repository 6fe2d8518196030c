import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#base/language.ts'
import { isNoticeCode, NOTICES, type NoticeCode } from './codes.ts'
import type { Notice } from './notice.ts'
import { valueWords } from './values.ts'
import { noticeWords } from './words.ts'

const notice = (code: NoticeCode, given: Partial<Notice> = {}): Notice => ({
  code,
  about: { kind: 'group' },
  from: null,
  to: null,
  details: [],
  until: null,
  standing: [],
  ...given,
})

describe('every kind of notice', () => {
  test.each(Object.keys(NOTICES) as NoticeCode[])('%s says what happened and what to do, in every language', (code) => {
    const { title, advice } = NOTICES[code]
    for (const words of [title, advice]) {
      for (const each of words) expect(each).toMatch(/^\p{Lu}.{6,150}\.$/u)
      expect(new Set(words).size).toBe(3)
    }
    const places = title.map((words) => [...words.matchAll(/\{\w+\}/g)].map(([place]) => place).sort())
    expect(places[1]).toEqual(places[0])
    expect(places[2]).toEqual(places[0])
    for (const language of LANGUAGES) expect(noticeWords(notice(code), null, language).title).not.toMatch(/[{}]/)
  })
})

test('names what it speaks of, in words', () => {
  const about = { kind: 'template', name: 'pedido_listo', language: 'es_MX' } as const
  expect(
    noticeWords(notice('template-category-announced', { about, from: 'UTILITY', to: 'MARKETING' }), null, 'es').title,
  ).toBe('Meta cambiará la plantilla pedido_listo de utilidad a marketing.')
  expect(noticeWords(notice('limit-lowered', { to: 'TIER_2K' }), 'Ventas', 'en').title).toContain('2,000 people')
  expect(
    noticeWords(notice('line-flagged', { about: { kind: 'line', address: '5255' } }), 'Ventas', 'pt-BR').title,
  ).toBe('A qualidade do número Ventas está baixa.')
})

test('what Meta says besides stands in the sentence or below it, never twice', () => {
  const details = ['INVALID_FORMAT', 'Adjacent variables']
  expect(noticeWords(notice('template-rejected', { details }), null, 'en').details).toEqual([
    'wrong format',
    'Adjacent variables',
  ])
  const alert = { details: ['PROFILE_PICTURE_LOST', 'The picture has to be set again.'] }
  expect(noticeWords(notice('alert-warning', alert), null, 'es')).toMatchObject({
    title: 'Alerta de Meta: se perdió la foto de perfil.',
    details: ['The picture has to be set again.'],
  })
  const restricted = noticeWords(
    notice('account-restricted', { details: ['RESTRICTED_UTILITY_TEMPLATES'] }),
    null,
    'en',
  )
  expect(restricted).toMatchObject({
    title: 'Meta restricted the account: no utility templates can be made.',
    details: [],
  })
})

test('a name that was refused is helped by the reason Meta gives', () => {
  const refused = (details: string[]) =>
    noticeWords(notice('name-rejected', { to: 'La mejor', details }), 'Ventas', 'es')
  expect(refused(['NAME_NOT_CONSISTENT'])).toEqual({
    title: 'Meta rechazó el nombre «La mejor» del número Ventas.',
    advice: 'No coincide con la marca: pida el nombre tal como aparece en la web de la empresa.',
    details: [],
  })
  expect(refused([]).advice).toMatch(/^Meta no dice por qué/)
})

test('a value that is not on the list stays as Meta wrote it', () => {
  expect(valueWords('TIER_3B', 'es')).toBe('TIER_3B')
  expect(isNoticeCode('toString')).toBe(false)
})
