import { describe, expect, test } from 'vitest'
import { days, hours, minutes, plus } from '#base/time.ts'
import type { Notice } from '../notice/notice.ts'
import { codesOf, idOf, LUCIA, only, REMINDER, SALES, scene } from '../loop/scene.ts'
import type { Purpose } from './consent.ts'
import { consentOf } from './consent-of.ts'
import type { Saying } from './entry.ts'
import { DEFAULT_CONSENT_SETTINGS, type Invitation } from './settings.ts'

type Stage = ReturnType<typeof scene>

const entriesOf = (stage: Stage) =>
  stage.facts.flatMap((fact) => (fact.kind === 'consent-recorded' ? [fact.entry] : []))
const said = (stage: Stage) =>
  entriesOf(stage).flatMap(({ purpose, change }) => (purpose === 'service' ? [] : [`${purpose} ${change}`]))
const answers = (stage: Stage) =>
  stage
    .messages()
    .flatMap((message) =>
      message.direction === 'out' && message.content.kind === 'text' ? [message.content.text] : [],
    )
const consent = (stage: Stage, purpose: Purpose, contact = stage.contacts()[0]) =>
  contact ? consentOf(contact, purpose, SALES, stage.now()).kind : 'nobody'
const yes = (about: Partial<Saying> = {}, purpose: Purpose = 'marketing'): Saying => ({
  words: [{ purpose, scope: { kind: 'brand' }, change: 'given', until: null }],
  at: 0 as Saying['at'],
  means: 'form',
  isExpress: true,
  wording: { text: 'Acepto recibir promociones de Aurora', version: '2026-11' },
  evidence: { kind: 'form', url: 'https://aurora.example/alta', ip: '203.0.113.7', userAgent: null },
  by: { kind: 'system' },
  ...about,
})

describe('whoever writes may be answered', () => {
  test('which is written down once, and proves itself by the message', () => {
    const stage = scene()
    stage.receive('w1', 'Hola')
    stage.receive('w2', '¿Hay alguien?')
    const entry = only(entriesOf(stage))
    expect(entry).toMatchObject({ purpose: 'service', change: 'given', means: 'message', isExpress: false })
    expect(entry.evidence).toMatchObject({ kind: 'message', wireId: 'w1' })
    expect(consent(stage, 'service')).toBe('given')
    expect(consent(stage, 'marketing')).toBe('none')
  })
  test('and came by an ad, if one brought them', () => {
    const stage = scene()
    const referral = { sourceType: 'ad', sourceId: '12', sourceUrl: 'https://fb.me/x', headline: null, body: null }
    stage.receive('w1', 'Hola', {
      referral: { ...referral, imageUrl: null, videoUrl: null, greeting: null, clickId: null },
    })
    expect(only(entriesOf(stage))).toMatchObject({ means: 'ad', evidence: { kind: 'ad', sourceId: '12' } })
  })
})

describe('stop', () => {
  test('takes back all that we send by ourselves, and is confirmed once, in its own language', () => {
    const stage = scene()
    stage.receive('w1', 'Hola')
    stage.receive('w2', 'BAJA')
    stage.receive('w3', 'baja!')
    expect(said(stage).slice(0, 3)).toEqual(['notices withdrawn', 'marketing withdrawn', 'collections withdrawn'])
    expect(answers(stage)).toEqual([DEFAULT_CONSENT_SETTINGS.confirmations.withdrawn.es])
    expect(consent(stage, 'service')).toBe('given')
  })
  test('is repeated by nobody when its webhook comes again', () => {
    const stage = scene()
    stage.receive('w1', 'stop')
    stage.receive('w1', 'stop')
    expect(said(stage)).toHaveLength(3)
    expect(answers(stage)).toHaveLength(1)
  })
  test('that came late is heeded without being answered', () => {
    const stage = scene()
    stage.receive('w1', 'SAIR', { sentAt: plus(stage.now(), hours(-30)) })
    expect(consent(stage, 'notices')).toBe('withdrawn')
    expect(answers(stage)).toEqual([])
  })
  test('and start give back what had been taken; start by itself means nothing', () => {
    const stage = scene()
    stage.receive('w0', 'start')
    expect(said(stage)).toEqual([])
    stage.receive('w1', 'stop')
    stage.wait(minutes(1))
    stage.receive('w2', 'START')
    expect(PROACTIVE_NOW(stage)).toEqual(['given', 'given', 'given'])
    expect(answers(stage)).toEqual([
      DEFAULT_CONSENT_SETTINGS.confirmations.withdrawn.en,
      DEFAULT_CONSENT_SETTINGS.confirmations.given.en,
    ])
  })
  test('to advertising leaves the rest', () => {
    const stage = scene()
    stage.receive('w1', 'no quiero recibir publicidad')
    expect(PROACTIVE_NOW(stage)).toEqual(['none', 'withdrawn', 'none'])
    expect(answers(stage)).toEqual([DEFAULT_CONSENT_SETTINGS.confirmations['withdrawn-marketing'].es])
  })
  test.each([
    ['a quick reply of a template', { kind: 'template-reply', payload: 'x', text: 'Stop promotions' } as const],
    ['a button', { kind: 'button-reply', id: '1', title: 'No más promociones' } as const],
  ])('pressed as %s', (_, content) => {
    const stage = scene()
    stage.receive('w1', content)
    expect(consent(stage, 'marketing')).toBe('withdrawn')
  })
})

const PROACTIVE_NOW = (stage: Stage) =>
  (['notices', 'marketing', 'collections'] as const).map((purpose) => consent(stage, purpose))

describe('what is queued when somebody says stop', () => {
  test('does not leave, though their very word opened the window', () => {
    const stage = scene()
    stage.addTemplate(REMINDER)
    stage.receive('w1', 'Hola')
    const { name, language, groupKey } = REMINDER
    const rendered = { header: null, body: 'Hola Ana', footer: null, buttons: [] }
    const values = [{ part: 'body' as const, buttonIndex: null, name: '1', value: 'Ana' }]
    const template = { groupKey, name, language }
    const content = {
      kind: 'template' as const,
      template: { name, language, category: REMINDER.category, values, named: false, rendered },
    }
    const messageId = idOf(stage.write('aviso', { content, template }))
    stage.receive('w2', 'STOP')
    const begun = stage.play({ kind: 'begin-send', messageId, effectId: 'e' as never, priority: 0, template })
    expect(codesOf(begun)).toContain('consent-withdrawn')
    expect(stage.outbound(messageId).status).toBe('refused')
    expect(codesOf(stage.write('aviso otra vez', { content, template }))).toContain('consent-withdrawn')
    expect(codesOf(stage.write('Con gusto, ¿en qué le ayudo?'))).toEqual([])
  })
})

describe('alta', () => {
  test('gives marketing, expressly', () => {
    const stage = scene()
    stage.receive('w1', 'ALTA')
    expect(said(stage)).toEqual(['marketing given'])
    expect(answers(stage)).toEqual([DEFAULT_CONSENT_SETTINGS.confirmations.given.es])
  })
  test('by the keyword of an invitation gives what it says, to its very words', () => {
    const wording = { text: 'Quiero los avisos del Club Aurora', version: '3' }
    const club: Invitation = {
      token: 't',
      name: 'Cartel',
      lineId: SALES.lineId,
      keyword: 'Alta club',
      purposes: ['notices', 'marketing'],
      scope: { kind: 'line', lineId: SALES.lineId },
      wording,
      language: 'es',
    }
    const stage = scene([SALES], { ...DEFAULT_CONSENT_SETTINGS, invitations: [club] })
    stage.receive('w1', '¡ALTA CLUB!')
    expect(said(stage)).toEqual(['notices given', 'marketing given'])
    expect(entriesOf(stage).at(-1)).toMatchObject({ means: 'link', wording, evidence: { text: '¡ALTA CLUB!' } })
  })
})

describe('the platform tells', () => {
  const choice = (code: Notice['code'], about: { userId: string | null; phone: string | null }): Notice => ({
    ...{ code, about: { kind: 'contact', ...about }, from: null, to: code, details: [], until: null, standing: [] },
  })
  const told = (stage: Stage, notice: ReturnType<typeof choice>, toldAt = stage.now()) =>
    stage.play({ kind: 'receive-notice', line: SALES, field: 'user_preferences', value: {}, notice, toldAt })

  test('that somebody stopped marketing, and resumed it, in whatever order it comes', () => {
    const stage = scene()
    stage.receive('w1', 'Hola')
    const about = { userId: LUCIA.userId, phone: null }
    told(stage, choice('marketing-resumed', about))
    told(stage, choice('marketing-stopped', about), plus(stage.now(), minutes(-5)))
    told(stage, choice('marketing-resumed', about))
    expect(said(stage)).toEqual(['marketing given', 'marketing withdrawn'])
    expect(consent(stage, 'marketing')).toBe('given')
  })
  test('of somebody we have never heard of, who is remembered', () => {
    const stage = scene()
    told(stage, choice('marketing-stopped', { userId: 'MX.9', phone: '525500000009' }))
    expect(consent(stage, 'marketing')).toBe('withdrawn')
  })
  test('by the failure of a message of ours', () => {
    const stage = scene()
    stage.receive('w1', 'Hola')
    stage.deliver('¿Le interesa?', 'out1')
    const problem = { code: '131050', title: 'User stopped', details: null }
    stage.report('out1', 'failed', { problem })
    stage.report('out1', 'failed', { problem })
    expect(said(stage)).toEqual(['marketing withdrawn'])
    expect(entriesOf(stage).at(-1)).toMatchObject({ means: 'platform', evidence: { kind: 'report', what: '131050' } })
  })
  test('before we know that Meta took the message', () => {
    const stage = scene()
    stage.receive('w1', 'Hola')
    const messageId = idOf(stage.write('¿Le interesa?'))
    stage.begin(messageId)
    stage.report('out1', 'failed', { problem: { code: '131050', title: 'User stopped', details: null } })
    stage.settle(messageId, { kind: 'accepted', wireId: 'out1', recipient: { userId: null, phone: null } })
    expect(consent(stage, 'marketing')).toBe('withdrawn')
  })
})

describe('somebody writes down what a person said', () => {
  test('the same again is the same', () => {
    const stage = scene()
    const of = { kind: 'person', channel: 'whatsapp', sender: { ...LUCIA, userId: null } } as const
    stage.play({ kind: 'record-consent', of, saying: yes() })
    const again = stage.play({ kind: 'record-consent', of, saying: yes() })
    expect(again.outcome).toMatchObject({ ok: true, value: { repeated: true } })
    expect(said(stage)).toEqual(['marketing given'])
  })
  test('of a contact nobody knows is refused', () => {
    const of = { kind: 'contact', channel: 'whatsapp', contactId: 'nobody' } as never
    expect(codesOf(scene().play({ kind: 'record-consent', of, saying: yes() }))).toEqual(['contact-missing'])
  })
  test('in a time to come counts from now on', () => {
    const stage = scene()
    stage.receive('w1', 'Hola')
    const of = { kind: 'person', channel: 'whatsapp', sender: LUCIA } as const
    stage.play({ kind: 'record-consent', of, saying: yes({ at: plus(stage.now(), days(9)) }) })
    stage.wait(minutes(1))
    stage.receive('w2', 'stop')
    expect(consent(stage, 'marketing')).toBe('withdrawn')
  })
})

describe('a number passes to somebody else', () => {
  const record = (stage: Stage) => {
    const of = { kind: 'person', channel: 'whatsapp', sender: LUCIA } as const
    stage.play({ kind: 'record-consent', of, saying: yes({ at: stage.now() }) })
  }
  test('who writes from it under another user id: no consent is theirs', () => {
    const stage = scene()
    stage.receive('w1', 'Hola')
    record(stage)
    stage.wait(days(90))
    stage.receive('w2', 'Buenas', { sender: { ...LUCIA, userId: 'MX.7777', name: 'Otro' } })
    const [lucia, other] = stage.contacts()
    expect([consent(stage, 'marketing', lucia), consent(stage, 'marketing', other)]).toEqual(['given', 'none'])
  })
  test('the platform says the id behind it has changed: a new identity, with none; its no stays', () => {
    const stage = scene()
    stage.receive('w1', 'Hola')
    record(stage)
    stage.wait(minutes(1))
    stage.play({
      kind: 'record-consent',
      of: { kind: 'person', channel: 'whatsapp', sender: LUCIA },
      saying: yes({
        at: stage.now(),
        words: [{ purpose: 'notices', scope: { kind: 'brand' }, change: 'withdrawn', until: null }],
      }),
    })
    stage.wait(minutes(1))
    const after = { ...LUCIA, userId: 'MX.7777' }
    stage.play({
      ...{ kind: 'change-identity', line: SALES, wireId: 'c1', sentAt: stage.now(), before: LUCIA, after },
      ...{ change: 'user_changed_user_id', text: '' },
    })
    expect(stage.contacts()).toHaveLength(1)
    expect([consent(stage, 'marketing'), consent(stage, 'notices')]).toEqual(['none', 'withdrawn'])
  })
  test('what they said under the new number before we heard of the move goes with them', () => {
    const stage = scene()
    stage.receive('w1', 'Hola')
    stage.receive('w2', 'stop', { sender: { ...LUCIA, userId: null, phone: '5215599999999' } })
    const after = { ...LUCIA, phone: '5215599999999' }
    stage.play({
      ...{ kind: 'change-identity', line: SALES, wireId: 'c1', sentAt: stage.now(), before: LUCIA, after },
      ...{ change: 'user_changed_number', text: '' },
    })
    expect(consent(stage, 'marketing', stage.contactWith('5215599999999'))).toBe('withdrawn')
  })
})
