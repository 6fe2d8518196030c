import { describe, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { AccountId, LineId } from '../account/account.ts'
import { type Answers, type Guide, type GuideEvent, type GuideId, newGuide, noted } from './guide.ts'
import { nextOf, type Seen, stepsOf } from './steps.ts'

const AT = instant(1_796_000_000_000)
const EMPTY = newGuide('a' as AccountId, 'g' as GuideId, AT)
const SEEN: Seen = {
  phone: { e164: '+525550003000', shown: '+52 55 5000 3000', country: 'MX', kind: 'mobile', isValid: true },
  ownNumbers: [],
  isPublic: true,
}
const ANSWERS = {
  activity: { topics: [], accepted: false },
  company: {
    legalName: 'Financiera Aurora',
    taxId: '',
    portfolioId: '',
    website: 'https://aurora.example',
    verification: 'verified',
  },
  number: {
    phone: '+52 55 5000 3000',
    country: 'MX',
    use: 'none',
    keepsApp: false,
    hasVoiceMenu: false,
    moreReason: null,
  },
  name: { displayName: 'Aurora Cobros', siteText: '', siteFrom: null },
} as const satisfies Answers
const NUMBER = { key: '1', groupKey: '2', appId: '3', address: '+52 55 5000 3000', isOnApp: false }

const stateOf = (guide: Partial<Guide>, seen: Partial<Seen> = {}) =>
  Object.fromEntries(
    stepsOf({ ...EMPTY, ...guide }, { ...SEEN, ...seen }).map(({ name, state, who }) => [name, `${state} ${who}`]),
  )
type Kind = GuideEvent['kind']
const after = (...kinds: Kind[]): GuideEvent[] => kinds.map((kind) => ({ kind, at: AT, by: null }) as GuideEvent)

describe('the guide', () => {
  test('begins with nothing done', () => {
    expect(new Set(Object.values(stateOf({})))).toEqual(new Set(['todo you']))
    expect(nextOf(stepsOf(EMPTY, SEEN))).toBe('fit')
  })
  test('has done what was answered well', () => {
    expect(stateOf({ answers: ANSWERS })).toMatchObject({
      activity: 'done you',
      company: 'done you',
      number: 'done you',
      name: 'done you',
      connect: 'todo you',
    })
  })
  test('goes on while the company is only being verified', () => {
    const guide = { ...EMPTY, answers: { company: { ...ANSWERS.company, verification: 'in-review' } } } as const
    expect(stateOf(guide)).toMatchObject({ company: 'waiting meta' })
    expect(nextOf(stepsOf({ ...guide, answers: { ...ANSWERS, ...guide.answers } }, SEEN))).toBe('fit')
  })
  test('stops at an activity Meta does not admit until somebody accepts that', () => {
    expect(stateOf({ answers: { activity: { topics: ['tobacco'], accepted: false } } })).toMatchObject({
      activity: 'stopped you',
    })
    expect(stateOf({ answers: { activity: { topics: ['tobacco'], accepted: true } } })).toMatchObject({
      activity: 'done you',
    })
  })
  test('a number nobody can read stops it', () => {
    expect(stateOf({ answers: ANSWERS }, { phone: null })).toMatchObject({ number: 'stopped you' })
  })
  test('what Meta says of the name counts more than what we think', () => {
    expect(stateOf({ nameStatus: 'PENDING_REVIEW' })).toMatchObject({ name: 'waiting meta' })
    expect(stateOf({ answers: ANSWERS, nameStatus: 'DECLINED' })).toMatchObject({ name: 'stopped you' })
  })
  test('is connected once Meta has knocked at our door', () => {
    expect(stateOf({ number: NUMBER })).toMatchObject({ connect: 'waiting meta', number: 'done you' })
    expect(stateOf({ number: NUMBER }, { isPublic: false })).toMatchObject({ connect: 'waiting you' })
    expect(stateOf({ number: NUMBER, events: after('connected', 'handshake') })).toMatchObject({ connect: 'done hilo' })
  })
  test('a code on its way waits for whoever holds the telephone', () => {
    expect(stateOf({ events: after('code-asked') })).toMatchObject({ activate: 'waiting you' })
    expect(stateOf({ events: after('code-asked', 'verified', 'registered') })).toMatchObject({ activate: 'done hilo' })
  })
  test('is proven by a message delivered, an answer, and a healthy number: all three', () => {
    expect(stateOf({ events: after('test-sent', 'test-delivered') })).toMatchObject({ prove: 'waiting you' })
    const events = after('test-sent', 'test-delivered', 'answered', 'healthy')
    expect(stateOf({ events, lineId: 'l' as LineId })).toMatchObject({ prove: 'done hilo' })
  })
})

describe('what happened', () => {
  test('once is kept once', () => {
    const [answered] = after('answered')
    const twice = noted(noted(EMPTY, answered!), answered!)
    expect(twice.events).toHaveLength(1)
  })
  test('too often pushes old refusals out, never what counts', () => {
    const refused: GuideEvent = { kind: 'refused', step: 'activate', code: '133005', words: '', at: AT, by: null }
    let guide = noted(EMPTY, { kind: 'code-asked', method: 'sms', at: AT, by: null })
    for (let count = 0; count < 400; count += 1) guide = noted(guide, refused)
    expect(guide.events).toHaveLength(300)
    expect(guide.events[0]).toMatchObject({ kind: 'code-asked' })
  })
})
