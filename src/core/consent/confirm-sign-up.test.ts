import { expect, test } from 'vitest'
import { hours, instant } from '#base/time.ts'
import type { EffectId } from '../account/account.ts'
import { only, SALES, scene } from '../loop/scene.ts'
import { consentOf } from './consent-of.ts'
import { DEFAULT_CONSENT_SETTINGS, type Invitation } from './settings.ts'
import { confirmationText, SIGN_UP_LIFE, type SignUp } from './sign-up.ts'

const CLUB: Invitation = {
  ...{ token: 't', name: 'Cartel', lineId: SALES.lineId, keyword: 'ALTA CLUB', purposes: ['notices', 'marketing'] },
  ...{ scope: { kind: 'brand' }, wording: { text: 'Lo que dice hoy', version: '2' }, language: 'es' },
}
const CODE = '7KQ2MP'

/** Lucía sends the code of a form; `about`: what the form keeps, null when it keeps nothing. */
function play(about: Partial<SignUp> | null, { before = [] as readonly string[] } = {}) {
  const stage = scene([SALES], { ...DEFAULT_CONSENT_SETTINGS, invitations: [CLUB] })
  before.forEach((text, nth) => {
    stage.receive(`before-${nth}`, text)
    stage.wait(hours(1))
  })
  const text = confirmationText('Alta club', CODE.toLowerCase())
  stage.receive('w1', text)
  const effect = only(stage.effects.filter(({ kind }) => kind === 'confirm-sign-up'))
  const messageId = stage.inbound().find(({ wireId }) => wireId === 'w1')?.messageId
  const { name, language, wording } = { name: 'Lucía', language: 'en', wording: { text: 'Yes', version: '1' } } as const
  const signUp: SignUp | null = about && {
    ...{ code: CODE, token: 't', phone: '525512345678', name, purposes: ['marketing'], scope: { kind: 'brand' } },
    ...{ wording, language, at: instant(stage.now() - hours(1)), url: 'https://aurora.example/alta/t' },
    ...{ ipHash: 'a1', userAgent: null },
    ...about,
  }
  const decide = () =>
    stage.play({
      kind: 'confirm-sign-up',
      ...{ effectId: 'effect' as EffectId, messageId: messageId ?? ('none' as never), line: SALES },
      ...{ token: 't', text, signUp },
    })
  const decision = decide()
  const entries = () =>
    stage.facts.flatMap((fact) =>
      fact.kind === 'consent-recorded' && fact.entry.purpose !== 'service' ? [fact.entry] : [],
    )
  const answers = () =>
    stage
      .messages()
      .flatMap(({ direction, content }) => (direction === 'out' && content.kind === 'text' ? [content.text] : []))
  const consent = (purpose: 'notices' | 'marketing') =>
    consentOf(only(stage.contacts()), purpose, SALES, stage.now()).kind
  return { stage, effect, decision, decide, entries, answers, consent }
}

test('the code from the number it was given for is consent to what was ticked, in the words that were read', () => {
  const { decision, effect, entries, answers, consent, stage } = play({})
  expect(effect).toMatchObject({ token: 't', code: CODE })
  expect(only(entries())).toMatchObject({
    ...{ purpose: 'marketing', change: 'given', means: 'form', isExpress: true, at: stage.now() },
    wording: { text: 'Yes', version: '1' },
    evidence: { kind: 'sign-up', wireId: 'w1', text: 'Alta club 7kq2mp', ipHash: 'a1', name: 'Lucía' },
    by: { kind: 'contact' },
  })
  expect([consent('marketing'), consent('notices')]).toEqual(['given', 'none'])
  expect(answers()).toEqual([DEFAULT_CONSENT_SETTINGS.confirmations.given.en])
  expect(decision.outcome).toMatchObject({ ok: true, value: { contactId: only(stage.contacts()).contactId } })
  expect(decision.finished).toEqual(['effect'])
})

test('decided twice, it is written down and confirmed once', () => {
  const { decide, entries, answers } = play({})
  decide()
  expect([entries().length, answers().length]).toEqual([1, 1])
})

test.each([
  ['is of another number', { phone: '5215500000000' }],
  ['is too old, at the very instant it ends', { at: instant(Date.UTC(2026, 10, 22, 10, 42) - SIGN_UP_LIFE) }],
  ['is known to no form', null],
] as const)('a code that %s gives nothing, and says how to agree without it, once', (_, about) => {
  const { decision, decide, entries, answers, consent } = play(about)
  decide()
  expect([entries(), consent('marketing')]).toEqual([[], 'none'])
  expect(answers()).toEqual([
    'Ese código es de otro número o ya venció. Para aceptar desde este número, escribe ALTA CLUB.',
  ])
  expect(decision.outcome).toMatchObject({ ok: true, value: { contactId: null } })
})

test('a code that comes again when all is agreed already is passed over', () => {
  const { answers } = play(null, { before: ['ALTA CLUB'] })
  expect(answers()).toEqual([DEFAULT_CONSENT_SETTINGS.confirmations.given.es])
})

test('who said stop and then confirms is written to again', () => {
  const { consent } = play({}, { before: ['ALTA CLUB', 'BAJA'] })
  expect(consent('marketing')).toBe('given')
})

test('the instant before its life ends it is good', () => {
  const { consent } = play({ at: instant(Date.UTC(2026, 10, 22, 10, 42) - SIGN_UP_LIFE + 1) })
  expect(consent('marketing')).toBe('given')
})
