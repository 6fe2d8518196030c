import { describe, expect, test } from 'vitest'
import { hours, type Instant, minutes, plus } from '#base/time.ts'
import type { ContactId, MessageId, PrivacyRequestId } from '../account/account.ts'
import { DEFAULT_CONSENT_SETTINGS } from '../consent/settings.ts'
import type { FactBody } from '../loop/fact.ts'
import { codesOf, idOf, LUCIA, MEXICAN, REMINDER, SALES, scene } from '../loop/scene.ts'
import { maySend } from '../policy/may-send.ts'
import { type Former, plainRights, type Rights } from '../policy/rights.ts'
import { erasedFact, refusesAfterwards } from './erased.ts'

const REQUEST = 'request' as PrivacyRequestId

/** Lucía has written; `erase` erases her, and from then on her addresses are known as those of an erased person. */
function stageOf(covers: Former['covers'] = null) {
  let erasedAt: Instant | null = null
  const rights: Rights = {
    ...plainRights(MEXICAN),
    formerly: ({ value }, at) =>
      erasedAt !== null && at < erasedAt && (value === LUCIA.phone || value === LUCIA.userId)
        ? { erasedAt, covers }
        : null,
  }
  const stage = scene([SALES], DEFAULT_CONSENT_SETTINGS, rights)
  stage.receive('w1', 'Hola')
  const contactId = stage.contacts()[0]?.contactId as ContactId
  const erase = () => {
    erasedAt = stage.now()
    return stage.play({ kind: 'erase-contact', contactId, requestId: REQUEST })
  }
  return { ...stage, contactId, erase, rights }
}

describe('an erased person', () => {
  test('is nobody: no name, no address, nothing they said; erased again, nothing more happens', () => {
    const stage = stageOf()
    const first = stage.erase()
    expect(first.facts.map(({ kind }) => kind)).toEqual(['contact-erased'])
    expect(stage.contacts()[0]).toMatchObject({ name: null, addresses: [], consents: [], erasedAt: stage.now() })
    expect(stage.world.contactByAddress.size).toBe(0)
    expect(stage.erase().facts).toEqual([])
  })

  test('cannot be written to, and what was still to be sent does not leave', () => {
    const stage = stageOf()
    const queued = idOf(stage.write('Buenas'))
    stage.erase()
    expect(codesOf(stage.write('¿Sigue ahí?'))).toContain('contact-erased')
    expect(codesOf(stage.begin(queued))).toContain('contact-erased')
  })

  test('who writes again is somebody new, with no consent but to be answered', () => {
    const stage = stageOf()
    stage.erase()
    stage.wait(minutes(1))
    stage.receive('w2', 'Soy yo')
    const [, again] = stage.contacts()
    expect(again?.contactId).not.toBe(stage.contactId)
    expect(again?.consents.map(({ purpose, change }) => `${purpose} ${change}`)).toEqual(['service given'])
  })

  test('is not brought back by what they said before, however often it comes', () => {
    const stage = stageOf()
    const before = stage.now()
    stage.wait(hours(1))
    stage.erase()
    for (const wireId of ['w1', 'w0'])
      expect(stage.receive(wireId, 'Hola', { sentAt: before }).facts.length).toBeLessThan(2)
    expect(stage.contacts()).toHaveLength(1)
  })

  test('leaves nothing waiting when a status comes for a message that is no more', () => {
    const stage = stageOf()
    stage.erase()
    const messageId = 'gone' as MessageId
    stage.report('out-1', 'read', { messageId, recipient: { userId: null, phone: LUCIA.phone } })
    expect(stage.world.parked.size).toBe(0)
    stage.report('out-2', 'read', { recipient: { userId: null, phone: LUCIA.phone } })
    expect(JSON.stringify([...stage.world.parked.values()])).not.toContain(LUCIA.phone)
  })
})

describe('what they had refused', () => {
  const covers = (stage: ReturnType<typeof stageOf>) => {
    const [contact] = stage.contacts()
    return contact ? refusesAfterwards(contact, null) : undefined
  }
  test('is nothing when they said nothing, and what they said otherwise', () => {
    const stage = stageOf()
    expect(covers(stage)).toBeNull()
    stage.receive('w2', 'BAJA')
    expect(covers(stage)).not.toBeNull()
  })

  test('holds on for the number, until they say yes again in so many words', () => {
    const stage = stageOf('marketing')
    stage.erase()
    stage.wait(minutes(1))
    stage.receive('w2', 'Hola')
    const [, again] = stage.contacts()
    const question = {
      ...{ line: SALES, contact: again ?? null, conversation: null, by: null, now: stage.now(), margin: minutes(0) },
      content: {
        kind: 'template' as const,
        filled: null,
        template: { ...REMINDER, category: 'MARKETING' as const, fields: [] },
      },
      rights: stage.rights,
    }
    const codes = () => {
      const verdict = maySend({ ...question, contact: stage.contacts()[1] ?? null })
      return verdict.kind === 'refused' ? verdict.reasons.map(({ code }) => code) : []
    }
    expect(codes()).toContain('do-not-contact')
    stage.wait(minutes(1))
    stage.play({
      kind: 'record-consent',
      of: { kind: 'contact', contactId: again?.contactId as ContactId, channel: 'whatsapp' },
      saying: {
        words: [{ purpose: 'marketing', scope: { kind: 'brand' }, change: 'given', until: null }],
        ...{ at: plus(stage.now(), minutes(0)), means: 'form', isExpress: true, wording: null },
        ...{ evidence: { kind: 'statement', text: 'Sí' }, by: { kind: 'system' } },
      },
    })
    expect(codes()).not.toContain('do-not-contact')
  })
})

test('somebody who turns out to be two contacts is named by the one that is left', () => {
  const stage = scene()
  const at = stage.now()
  const [before, after] = [
    { ...LUCIA, userId: null, phone: '5215511111111' },
    { ...LUCIA, userId: null, phone: '5215522222222' },
  ]
  stage.receive('w1', 'Hola', { sender: before })
  stage.receive('w2', 'Cambié de número', { sender: after })
  const [first, second] = stage.contacts()
  stage.play({
    ...{ kind: 'change-identity', line: SALES, wireId: 'w3', sentAt: at, before, after },
    ...{ change: 'user_changed_number', text: '' },
  })
  stage.joinMoved()
  expect(stage.contactWith('5215522222222')).toMatchObject({ contactId: first?.contactId, merged: [second?.contactId] })
})

test('of a fact about them only its number is left; of others nothing is touched', () => {
  const stage = stageOf()
  const mine = {
    contactId: stage.contactId,
    conversationIds: new Set([...stage.world.conversations.keys()]),
    addresses: ['5215512345678'],
  }
  const left = stage.facts.map((fact) => erasedFact(fact, mine)?.kind ?? fact.kind)
  expect(new Set(left)).toEqual(new Set(['fact-erased', 'conversation-opened']))
  const other = {
    ...mine,
    contactId: 'other' as ContactId,
    conversationIds: new Set<never>(),
    addresses: ['5215500000000'],
  }
  expect(stage.facts.map((fact) => erasedFact(fact, other))).toEqual(stage.facts.map(() => null))
  const notice: FactBody = {
    kind: 'platform-notice-received',
    lineId: null,
    field: 'x',
    value: { wa_id: '5215512345678' },
  }
  expect(erasedFact(notice, mine)?.kind).toBe('fact-erased')
  expect(erasedFact(notice, other)).toBeNull()
})
