import { describe, expect, test } from 'vitest'
import { checkNumber, type NumberAnswers, type PhoneKind, type ReadPhone } from './number.ts'

const ANSWERS: NumberAnswers = {
  phone: '+52 55 5000 3000',
  country: 'MX',
  use: 'none',
  keepsApp: false,
  hasVoiceMenu: false,
  moreReason: null,
}
const PHONE: ReadPhone = {
  e164: '+525550003000',
  shown: '+52 55 5000 3000',
  country: 'MX',
  kind: 'mobile',
  isValid: true,
}
const check = (change: Partial<NumberAnswers> = {}, kind: PhoneKind = 'mobile', own: readonly string[] = []) =>
  checkNumber({ ...ANSWERS, ...change }, { ...PHONE, kind }, own).map(({ severity, code }) => `${severity} ${code}`)

describe('a number for WhatsApp', () => {
  test.each<readonly [string, Partial<NumberAnswers>, PhoneKind, readonly string[]]>([
    ['a free mobile is fine', {}, 'mobile', []],
    ['a landline is told its code by a voice', {}, 'landline', ['advice number-voice']],
    [
      'a toll-free one too, and must take calls from abroad',
      {},
      'toll-free',
      ['advice number-voice', 'warning number-toll-free'],
    ],
    ['internet telephony may get no SMS', {}, 'internet', ['warning number-internet']],
    ['a premium or short number cannot', {}, 'other', ['error number-kind']],
    [
      'a voice menu must be off while the code comes',
      { hasVoiceMenu: true },
      'landline',
      ['advice number-voice', 'warning number-voice-menu'],
    ],
    ['in use in WhatsApp it has to be freed first', { use: 'personal-app' }, 'mobile', ['error number-in-app']],
    ['in the Business app as well', { use: 'business-app' }, 'mobile', ['error number-in-business-app']],
    [
      'or it stays there, beside Hilo',
      { use: 'business-app', keepsApp: true },
      'mobile',
      ['advice number-stays-in-app'],
    ],
    [
      'with another provider it can be brought along',
      { use: 'other-provider' },
      'mobile',
      ['warning number-elsewhere'],
    ],
    [
      'written nationally it is shown how customers dial it',
      { phone: '55 5000 3000' },
      'mobile',
      ['advice number-format'],
    ],
  ])('%s', (_name, change, kind, found) => {
    expect(check(change, kind)).toEqual(found)
  })
  test('what nobody can read is no number', () => {
    expect(checkNumber(ANSWERS, null, [])).toMatchObject([{ code: 'number-invalid', severity: 'error' }])
    expect(checkNumber(ANSWERS, { ...PHONE, isValid: false }, [])).toMatchObject([{ code: 'number-invalid' }])
  })
})

describe('a second number', () => {
  const own = ['525550001000']
  test.each<readonly [string, Partial<NumberAnswers>, readonly string[]]>([
    ['wants a reason', {}, ['error number-why-another']],
    ['for another area is justified', { moreReason: 'area' }, []],
    ['for more agents is not: one number carries them all', { moreReason: 'agents' }, ['warning number-not-needed']],
    ['for more messages neither', { moreReason: 'volume' }, ['warning number-not-needed']],
  ])('%s', (_name, change, found) => {
    expect(check(change, 'mobile', own)).toEqual(found)
  })
  test('is not one of ours', () => {
    expect(check({ moreReason: 'area' }, 'mobile', ['525550003000'])).toEqual(['error number-ours'])
  })
})
