import { expect, test } from 'vitest'
import type { LineId } from '../account/account.ts'
import type { Invitation } from './settings.ts'
import { CODE_LENGTH, CODE_LETTERS, codeIn, confirmationText, isCode } from './sign-up.ts'

const invitation = (token: string, keyword: string): Invitation => ({
  ...{ token, keyword, name: token, lineId: 'line' as LineId, purposes: ['marketing'] },
  ...{ scope: { kind: 'brand' }, wording: { text: 'Sí', version: '1' }, language: 'es' },
})
const club = invitation('club', 'ALTA CLUB')
const news = invitation('news', 'Avísame!')

test.each([
  ['as the link writes it', confirmationText('ALTA CLUB', '7KQ2MP'), 'club', '7KQ2MP'],
  ['in small letters, as some keyboards do', 'alta club 7kq2mp', 'club', '7KQ2MP'],
  ['with accents and a full stop of its own', 'Avísame! 7KQ2MP ', 'news', '7KQ2MP'],
  ['on two lines', 'Alta Club\n7KQ2MP', 'club', '7KQ2MP'],
] as const)('a code is found %s', (_, text, token, code) => {
  const found = codeIn(text, [club, news])
  expect([found?.invitation.token, found?.code]).toEqual([token, code])
})

test.each([
  ['the keyword alone', 'ALTA CLUB'],
  ['a code alone', '7KQ2MP'],
  ['a word of six letters without a digit', 'ALTA CLUB PRENSA'],
  ['letters no code has', 'ALTA CLUB 7KQ0MP'],
  ['too short a code', 'ALTA CLUB 7KQ2M'],
  ['another keyword', 'BAJA CLUB 7KQ2MP'],
  ['words after the code', 'ALTA CLUB 7KQ2MP gracias'],
  ['a very long text', `${'ALTA CLUB '.repeat(5_000)}7KQ2MP`],
  ['nothing', ''],
])('no code is found in %s', (_, text) => {
  expect(codeIn(text, [club, news])).toBeNull()
})

test('a code has a digit and no letter that is taken for another', () => {
  expect(isCode('7KQ2MP')).toBe(true)
  expect(['KQMPRS', '7KQ2M', '7kq2mp', '7KQ2MU', '7KQ2MPX', '"><b>7'].filter(isCode)).toEqual([])
  expect([CODE_LENGTH, [...CODE_LETTERS].some((letter) => 'IOU01L'.includes(letter))]).toEqual([6, false])
})
