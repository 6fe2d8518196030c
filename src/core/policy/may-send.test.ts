import { describe, expect, test } from 'vitest'
import { days, hours, type Instant, instant, minutes, plus } from '#base/time.ts'
import type { AgentId, ConsentEntryId, ContactId, LineId, MessageId } from '../account/account.ts'
import type { ConsentStanding, Purpose } from '../consent/consent.ts'
import { addressKey, type Contact } from '../contact/contact.ts'
import { ANA, DIEGO, REMINDER, SALES } from '../loop/scene.ts'
import type { Standing } from '../notice/notice.ts'
import type { Template } from '../template/template.ts'
import { maySend, type Question, SEND_MARGIN } from './may-send.ts'
import type { Outreach } from './outreach.ts'
import { type ContactPolicy, lawsIn, type PolicyException } from './policy.ts'
import { type Covers, plainRights, type Rights } from './rights.ts'
import { PROACTIVE, weekOf } from './rule.ts'

/** Friday noon in Bogotá, and the Sunday after. */
const FRIDAY: Instant = instant(Date.UTC(2026, 10, 27, 17))
const SUNDAY: Instant = plus(FRIDAY, days(2))
const PHONE = { channel: 'whatsapp', kind: 'phone', value: '573001112233' } as const

const wordOn = (purpose: Purpose, change: ConsentStanding['change']): ConsentStanding => ({
  entryId: `entry-${purpose}` as ConsentEntryId,
  purpose,
  scope: { kind: 'brand' },
  change,
  at: plus(FRIDAY, days(-30)),
  until: null,
  means: 'form',
  isExpress: true,
  address: addressKey(PHONE),
})
const AGREED = PROACTIVE.map((purpose) => wordOn(purpose, 'given'))
const LUCIA: Contact = {
  accountId: SALES.accountId,
  contactId: 'lucia' as ContactId,
  name: 'Lucía',
  username: null,
  addresses: [PHONE],
  consents: AGREED,
  createdAt: FRIDAY,
}
const reached = (at: Instant, purpose: Purpose = 'marketing'): Outreach => ({
  messageId: `message-${at}` as MessageId,
  at,
  purpose,
  channel: 'whatsapp',
})

const NOTICE: Template = { ...REMINDER, purpose: 'account' }
const OFFER: Template = { ...REMINDER, category: 'MARKETING' }
const DEBT: Template = { ...REMINDER, purpose: 'collections' }
const CODE: Template = { ...REMINDER, category: 'AUTHENTICATION' }
const template = (asked: Template): Question['content'] => ({ kind: 'template', template: asked, filled: null })

const rightsWith = (policy: Partial<ContactPolicy> = {}, more: Partial<Rights> = {}): Rights => ({
  ...plainRights({ ...lawsIn('CO'), ...policy }),
  ...more,
})
const ask = (about: Partial<Question>) =>
  maySend({
    line: SALES,
    contact: LUCIA,
    conversation: null,
    content: template(NOTICE),
    by: { kind: 'agent', agentId: ANA },
    rights: rightsWith(),
    now: FRIDAY,
    margin: SEND_MARGIN,
    ...about,
  })
/** The answer in short: allowed, until when, and why not. */
const short = (about: Partial<Question>): string => {
  const verdict = ask(about)
  if (verdict.kind === 'allowed') return `allowed as ${verdict.category}`
  const reasons = verdict.reasons.map(({ code }) => code).join(' ')
  return verdict.kind === 'refused' ? `refused: ${reasons}` : `${new Date(verdict.until).toISOString()}: ${reasons}`
}
const inWindow = (now: Instant) => ({ customerWroteAt: plus(now, hours(-1)), freeEntryUntil: null, assigneeId: null })

describe('hours', () => {
  test.each<[string, Partial<Question>, string]>([
    ['advertising on a working day', { content: template(OFFER) }, 'allowed as marketing'],
    [
      'advertising on Sunday waits for Monday',
      { content: template(OFFER), now: SUNDAY },
      '2026-11-30T12:01:00.000Z: contact-on-closed-day',
    ],
    ['so do collections', { content: template(DEBT), now: SUNDAY }, '2026-11-30T12:01:00.000Z: contact-on-closed-day'],
    ['a notice about an order does not', { now: SUNDAY }, 'allowed as utility'],
    ['nor a code that was asked for', { content: template(CODE), now: SUNDAY }, 'allowed as authentication'],
    ['nor an answer', { content: { kind: 'text' }, conversation: inWindow(SUNDAY), now: SUNDAY }, 'allowed as service'],
    [
      'nor a template while the window is open: the person began',
      { content: template(DEBT), conversation: inWindow(SUNDAY), now: SUNDAY },
      'allowed as utility',
    ],
  ])('%s', (_, about, answer) => expect(short(about)).toBe(answer))

  test('a company may be stricter, for notices too', () => {
    const rights = rightsWith({ own: { ...lawsIn('CO').own, hours: weekOf([9, 12], null, null) } })
    expect(short({ rights, now: plus(FRIDAY, hours(-1)) })).toBe('allowed as utility')
    expect(short({ rights, now: plus(FRIDAY, hours(1)) })).toBe('2026-11-30T14:01:00.000Z: contact-outside-hours')
  })
})

describe('whose hours', () => {
  const mexican = { ...LUCIA, addresses: [{ ...PHONE, value: '525512345678' }], consents: [] }
  test.each<[string, Contact | null, Partial<ContactPolicy>, string]>([
    ['a person elsewhere lives by the law of elsewhere', mexican, {}, 'allowed as utility'],
    [
      'somebody without a number by the law of the company',
      { ...LUCIA, addresses: [{ ...PHONE, value: '999123456' }], consents: [] },
      {},
      'refused: consent-missing contact-on-closed-day',
    ],
    [
      'a user id tells the country too',
      { ...LUCIA, addresses: [{ ...PHONE, kind: 'user-id', value: 'CO.123' }], consents: [] },
      { country: 'MX', zone: 'America/Mexico_City' },
      'refused: consent-missing contact-on-closed-day',
    ],
    [
      'a person we do not know yet, by the law of the company',
      null,
      {},
      'refused: consent-missing contact-on-closed-day',
    ],
  ])('%s', (_, contact, policy, answer) => {
    expect(short({ contact, content: template(DEBT), now: SUNDAY, rights: rightsWith(policy) })).toBe(answer)
  })

  test('a zone that was noted goes before what the number tells', () => {
    const early = instant(Date.UTC(2026, 10, 27, 11, 30))
    expect(short({ content: template(DEBT), now: early })).toMatch(/contact-outside-hours$/)
    expect(short({ content: template(DEBT), now: early, contact: { ...LUCIA, zone: 'Europe/Madrid' } })).toBe(
      'allowed as utility',
    )
    expect(short({ content: template(DEBT), now: early, contact: { ...LUCIA, zone: 'Somewhere/Else' } })).toMatch(
      /contact-outside-hours$/,
    )
  })
})

describe('consent and lists', () => {
  const barred = (covers: Covers) => rightsWith({}, { barred: ({ value }) => (value === PHONE.value ? covers : null) })
  const without = { ...LUCIA, consents: [] }
  const withdrawn = (purpose: Purpose) => ({ ...LUCIA, consents: [wordOn(purpose, 'withdrawn')] })
  test.each<[string, Partial<Question>, string]>([
    ['advertising nobody agreed to', { content: template(OFFER), contact: without }, 'refused: consent-missing'],
    [
      'not even while the window is open',
      { content: template(OFFER), contact: without, conversation: inWindow(FRIDAY) },
      'refused: consent-missing',
    ],
    ['a notice nobody agreed to', { contact: without }, 'allowed as utility'],
    [
      'a notice, where the company asks for consent',
      { contact: without, rights: rightsWith({ consentFor: ['notices'] }) },
      'refused: consent-missing',
    ],
    ['a notice that was refused', { contact: withdrawn('notices') }, 'refused: consent-withdrawn'],
    [
      'an answer to somebody who refused advertising',
      { content: { kind: 'text' }, contact: withdrawn('marketing'), conversation: inWindow(FRIDAY) },
      'allowed as service',
    ],
    [
      'advertising to somebody on a list',
      { content: template(OFFER), rights: barred('marketing') },
      'refused: do-not-contact',
    ],
    ['a notice to them', { rights: barred('marketing') }, 'allowed as utility'],
    ['a notice to somebody nobody may write to', { rights: barred('everything') }, 'refused: do-not-contact'],
    [
      'an answer to them',
      { content: { kind: 'text' }, rights: barred('everything'), conversation: inWindow(FRIDAY) },
      'allowed as service',
    ],
    [
      'advertising to the United States',
      { content: template(OFFER), contact: { ...LUCIA, addresses: [{ ...PHONE, value: '12125550100' }] } },
      'refused: consent-missing marketing-not-delivered',
    ],
  ])('%s', (_, about, answer) => expect(short(about)).toBe(answer))
})

describe('how often', () => {
  test('what was sent counts, by purpose', () => {
    const once = { ...LUCIA, outreach: [reached(plus(FRIDAY, hours(-3)))] }
    expect(short({ content: template(OFFER), contact: once })).toBe('2026-11-28T13:01:00.000Z: contacted-today')
    expect(short({ contact: once })).toBe('allowed as utility')
  })

  test('all reasons are told, and the last of them decides', () => {
    const often = { ...LUCIA, outreach: [reached(plus(SUNDAY, hours(-3)))] }
    const rights = rightsWith({ own: { ...lawsIn('CO').own, perWeek: 1 } })
    expect(short({ content: template(OFFER), contact: often, now: SUNDAY, rights })).toBe(
      '2026-12-07T12:01:00.000Z: contact-on-closed-day contacted-today contacted-this-week',
    )
  })
})

test('a spent budget stops what it is for, and answers only if an administrator says so', () => {
  const stop = { budgetId: 'b', name: 'Campañas', lineId: null, category: null }
  const stopped = (stops: 'templates' | 'everything') => rightsWith({}, { budgetStops: [{ ...stop, stops }] })
  const answer = { content: { kind: 'text' } as const, conversation: inWindow(FRIDAY) }
  expect(short({ rights: stopped('templates') })).toBe('refused: budget-exhausted')
  expect(short({ rights: stopped('templates'), content: template(CODE) })).toBe('allowed as authentication')
  expect(short({ ...answer, rights: stopped('templates') })).toBe('allowed as service')
  expect(short({ ...answer, rights: stopped('everything') })).toBe('refused: budget-exhausted')
})

describe('the line', () => {
  const standing = (...list: Standing[]) => rightsWith({}, { standing: () => list })
  const access = (value: string, until: Instant | null = null): Standing => ({ aspect: 'access', value, until })
  const limit = (value: string): Standing => ({ aspect: 'limit', value, until: null })
  const answer = { content: { kind: 'text' } as const, conversation: inWindow(FRIDAY) }
  test.each<[string, Partial<Question>, string]>([
    ['disabled by the platform', { rights: standing(access('DISABLED')) }, 'refused: line-banned'],
    ['nor may it answer', { ...answer, rights: standing(access('DISABLED')) }, 'refused: line-banned'],
    ['may not begin', { rights: standing(access('RESTRICTED_BIZ_INITIATED_MESSAGING')) }, 'refused: line-restricted'],
    ['but answer', { ...answer, rights: standing(access('RESTRICTED_BIZ_INITIATED_MESSAGING')) }, 'allowed as service'],
    [
      'may not answer',
      { ...answer, rights: standing(access('RESTRICTED_CUSTOMER_INITIATED_MESSAGING')) },
      'refused: line-restricted',
    ],
    ['may do neither', { ...answer, rights: standing(access('RESTRICTED_MESSAGING')) }, 'refused: line-restricted'],
    [
      'until the restriction is over',
      { rights: standing(access('RESTRICTED_BIZ_INITIATED_MESSAGING', FRIDAY)) },
      'allowed as utility',
    ],
    ['restricted in something else', { rights: standing(access('RESTRICTED')) }, 'allowed as utility'],
    [
      'sends no template of another account',
      { content: template({ ...NOTICE, groupKey: '102290129340999' }) },
      'refused: template-elsewhere',
    ],
    [
      'has written to as many as it may',
      { rights: { ...standing(limit('TIER_250')), reached: () => 250 } },
      '2026-11-27T17:15:00.000Z: reach-used-up',
    ],
    [
      'has room for one more',
      { rights: { ...standing(limit('TIER_2K')), reached: () => 1_999 } },
      'allowed as utility',
    ],
    ['has no limit', { rights: { ...standing(limit('TIER_UNLIMITED')), reached: () => 1e6 } }, 'allowed as utility'],
    [
      'has written to this very person already',
      {
        rights: { ...standing(limit('TIER_250')), reached: () => 250 },
        contact: { ...LUCIA, outreach: [reached(plus(FRIDAY, minutes(-30)))] },
      },
      'allowed as utility',
    ],
    [
      'has written to this person, but from another portfolio',
      {
        rights: { ...standing(limit('TIER_250')), reached: () => 250, sharing: (lineId: LineId) => [lineId] },
        contact: {
          ...LUCIA,
          outreach: [{ ...reached(plus(FRIDAY, minutes(-30))), lineId: 'elsewhere' as LineId }],
        },
      },
      '2026-11-27T17:15:00.000Z: reach-used-up',
    ],
    [
      'an answer is not counted',
      { ...answer, rights: { ...standing(limit('TIER_250')), reached: () => 250 } },
      'allowed as service',
    ],
  ])('%s', (_, about, expected) => expect(short(about)).toBe(expected))
})

describe('who may write', () => {
  const owned = { ...inWindow(FRIDAY), assigneeId: DIEGO as AgentId }
  const asked = { content: { kind: 'text' } as const, conversation: owned }
  test.each<[string, Partial<Question>, string]>([
    ['anybody, unless the company says otherwise', asked, 'allowed as service'],
    ['only who has it', { ...asked, rights: rightsWith({ isOwnerOnly: true }) }, 'refused: conversation-taken'],
    [
      'whoever has it',
      { ...asked, rights: rightsWith({ isOwnerOnly: true }), by: { kind: 'agent', agentId: DIEGO } },
      'allowed as service',
    ],
    [
      'anybody, when nobody has it',
      { content: { kind: 'text' }, conversation: inWindow(FRIDAY), rights: rightsWith({ isOwnerOnly: true }) },
      'allowed as service',
    ],
    [
      'programs are no agents',
      { ...asked, rights: rightsWith({ isOwnerOnly: true }), by: { kind: 'system' } },
      'allowed as service',
    ],
    [
      'at the claim it was asked before',
      { ...asked, rights: rightsWith({ isOwnerOnly: true }), by: null },
      'allowed as service',
    ],
  ])('%s', (_, about, expected) => expect(short(about)).toBe(expected))
})

describe('a part of a law may be set aside, with a reason', () => {
  const exception = (part: PolicyException['part'], more: Partial<PolicyException> = {}): PolicyException => ({
    exceptionId: 'exception',
    pack: 'CO',
    part,
    reason: 'El cliente firmó que se le escriba en domingo.',
    by: ANA,
    at: FRIDAY,
    until: null,
    ...more,
  })
  const offer = (exceptions: readonly PolicyException[], about: Partial<Question> = {}) =>
    short({ content: template(OFFER), now: SUNDAY, rights: rightsWith({ exceptions }), ...about })
  test('that part only, of that law only, and no longer than said', () => {
    expect(offer([exception('hours')])).toBe('allowed as marketing')
    expect(offer([exception('hours', { until: SUNDAY })])).toMatch(/contact-on-closed-day$/)
    expect(offer([exception('hours', { pack: 'CL' })])).toMatch(/contact-on-closed-day$/)
    const christmas = instant(Date.UTC(2026, 11, 25, 17))
    expect(offer([exception('hours')], { now: christmas })).toMatch(/contact-on-holiday$/)
    const once = { ...LUCIA, outreach: [reached(plus(FRIDAY, hours(-3)))] }
    expect(offer([exception('frequency')], { now: FRIDAY, contact: once })).toBe('allowed as marketing')
  })

  test('but never that advertising needs consent', () => {
    expect(offer([exception('consent')], { now: FRIDAY, contact: { ...LUCIA, consents: [] } })).toBe(
      'refused: consent-missing',
    )
  })
})

test('a field that came to a template after it was filled is a reason', () => {
  const filled = { name: 'x', language: 'es', category: 'UTILITY', values: [], named: false } as never
  expect(short({ content: { kind: 'template', template: REMINDER, filled } })).toBe('refused: template-field-missing')
})

test('who is blocked on the line is written nothing by it, not even an answer; another line may', () => {
  const blocks = [
    { lineId: SALES.lineId, at: FRIDAY, by: { kind: 'agent', agentId: ANA }, reason: 'Insultos' },
  ] as const
  const contact: Contact = { ...LUCIA, blocks }
  const answer = { content: { kind: 'text' }, conversation: inWindow(FRIDAY), contact } as const
  expect(short(answer)).toBe('refused: contact-blocked')
  expect(short({ contact })).toBe('refused: contact-blocked')
  expect(short({ ...answer, line: { ...SALES, lineId: 'another' as typeof SALES.lineId } })).toBe('allowed as service')
})
