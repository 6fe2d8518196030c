import { describe, expect, test } from 'vitest'
import { days, hours, instant, minutes, plus } from '#base/time.ts'
import type { MessageId } from '../account/account.ts'
import type { Sender } from '../contact/contact.ts'
import { codesOf, idOf, REMINDER, SALES, scene } from '../loop/scene.ts'
import { lawsIn } from '../policy/policy.ts'
import { plainRights, type Rights } from '../policy/rights.ts'
import { weekOf } from '../policy/rule.ts'
import type { Template } from '../template/template.ts'
import type { OutboundContent } from './content.ts'

/** The scene begins on a Sunday morning, 2026-11-22, 5:42 in Bogotá. */
const MONDAY_SEVEN = instant(Date.UTC(2026, 10, 23, 12, 1))
const JULIAN: Sender = { userId: null, phone: '573001112233', name: 'Julián', username: null }
const DEBT: Template = { ...REMINDER, purpose: 'collections' }
const content: OutboundContent = {
  kind: 'template',
  template: {
    name: DEBT.name,
    language: DEBT.language,
    category: DEBT.category,
    named: false,
    values: [{ part: 'body', buttonIndex: null, name: '1', value: 'Julián' }],
    rendered: { header: null, body: 'Hola Julián, le recordamos su cuota.', footer: null, buttons: [] },
  },
}

/** Of a Colombian company to which Julián has agreed that it may collect. */
function collecting(rights: Partial<Rights> = {}) {
  const policy = { ...lawsIn('CO'), exceptions: [{ ...CONSENT_SET_ASIDE }] }
  const stage = scene([SALES], undefined, { ...plainRights(policy), ...rights })
  stage.addTemplate(DEBT)
  let count = 0
  const collect = (sender = JULIAN) =>
    stage.write(`${++count}`, { to: { kind: 'person', line: SALES, sender }, content, template: DEBT })
  const begin = (messageId: MessageId) => stage.begin(messageId, DEBT)
  const contacted = () => stage.contactWith('573001112233')?.outreach?.map(({ messageId }) => messageId) ?? []
  const delivers = () => stage.effects.filter(({ kind }) => kind === 'deliver').map(({ dueAt }) => dueAt)
  return { ...stage, collect, begin, contacted, delivers }
}
const CONSENT_SET_ASIDE = {
  exceptionId: '1',
  pack: 'CO',
  part: 'consent',
  reason: 'Los contratos de la cartera la autorizan.',
  by: 'admin' as never,
  at: instant(0),
  until: null,
} as const

describe('what may not leave yet', () => {
  test('is queued until it may, with the reasons', () => {
    const stage = collecting()
    const messageId = idOf(stage.collect())
    expect(stage.outbound(messageId)).toMatchObject({
      status: 'queued',
      right: { kind: 'deferred', until: MONDAY_SEVEN, reasons: [{ code: 'contact-on-closed-day', field: 'CO' }] },
    })
    expect(stage.delivers()).toEqual([MONDAY_SEVEN])
  })

  test('is asked again when it begins, and waits once more if it must', () => {
    const stage = collecting()
    const messageId = idOf(stage.collect())
    expect(codesOf(stage.begin(messageId))).toEqual(['contact-on-closed-day'])
    expect(stage.outbound(messageId).status).toBe('queued')
    expect(stage.delivers()).toEqual([MONDAY_SEVEN, MONDAY_SEVEN])
    stage.wait(days(1.1))
    expect(codesOf(stage.begin(messageId))).toEqual([])
    expect(stage.outbound(messageId)).toMatchObject({ status: 'sending', right: { kind: 'allowed' } })
  })

  test('is put off once, though two workers have taken the same effect', () => {
    const stage = collecting()
    const [first, second] = [idOf(stage.collect()), idOf(stage.collect())]
    stage.wait(days(1.1))
    stage.begin(first)
    const begin = () =>
      stage.play({
        ...{ kind: 'begin-send', messageId: second, effectId: 'effect' as never, dueAt: MONDAY_SEVEN },
        ...{ priority: 0, template: DEBT },
      })
    expect(codesOf(begin())).toEqual(['contacted-today'])
    expect(codesOf(begin())).toEqual(['contacted-today'])
    expect(stage.delivers().filter((dueAt) => dueAt > MONDAY_SEVEN)).toHaveLength(1)
  })

  test('goes at once when the person writes meanwhile: they began', () => {
    const stage = collecting()
    const messageId = idOf(stage.collect())
    stage.receive('wamid.1', 'ya pagué', { sender: JULIAN })
    expect(codesOf(stage.begin(messageId))).toEqual([])
    expect(stage.contacted()).toEqual([])
  })

  test('leaves only if the contact is still as it was read', () => {
    const stage = collecting()
    stage.receive('wamid.hola', 'hola', { sender: JULIAN })
    const messageId = idOf(stage.collect())
    expect([...stage.world.relied]).toEqual([])
    stage.begin(messageId)
    expect([...stage.world.relied]).toEqual([stage.contactWith('573001112233')?.contactId])
  })

  test('and is refused when nobody may write to them any more', () => {
    let isBarred = false
    const stage = collecting({ barred: () => (isBarred ? 'everything' : null) })
    const messageId = idOf(stage.collect())
    isBarred = true
    stage.wait(days(1.1))
    expect(codesOf(stage.begin(messageId))).toEqual(['do-not-contact'])
    expect(stage.outbound(messageId)).toMatchObject({ status: 'refused', right: { kind: 'refused' } })
  })
})

describe('how often somebody is contacted', () => {
  const onMonday = () => {
    const stage = collecting()
    stage.wait(days(1.1))
    return stage
  }

  test('is counted when a message is claimed, so that two queued at once cannot both leave that day', () => {
    const stage = onMonday()
    const [first, second] = [idOf(stage.collect()), idOf(stage.collect())]
    expect(codesOf(stage.begin(first))).toEqual([])
    expect(stage.contacted()).toEqual([first])
    expect(codesOf(stage.begin(second))).toEqual(['contacted-today'])
    expect(stage.delivers().at(-1)).toBe(plus(MONDAY_SEVEN, days(1)))
  })

  test.each([
    ['refused', { kind: 'refused', problem: { code: '131026', title: '', details: null } }, []],
    [
      'to go again',
      { kind: 'again', notBefore: instant(0), problem: { code: '130429', title: '', details: null } },
      [],
    ],
    ['of unknown fate', { kind: 'unknown' }, ['it']],
    ['accepted', { kind: 'accepted', wireId: 'wamid.out', recipient: { userId: null, phone: null } }, ['it']],
  ] as const)('a message that is %s counts only if it may have left', (_, outcome, counted) => {
    const stage = onMonday()
    const messageId = idOf(stage.collect())
    stage.begin(messageId)
    stage.settle(messageId, outcome)
    expect(stage.contacted()).toEqual(counted.map(() => messageId))
  })

  test('an answer while the window is open is no contact of ours', () => {
    const stage = onMonday()
    stage.receive('wamid.1', 'hola', { sender: JULIAN })
    const messageId = idOf(stage.collect())
    expect(codesOf(stage.begin(messageId))).toEqual([])
    expect(stage.contacted()).toEqual([])
  })

  test('only as much is remembered as a rule can ask for', () => {
    const stage = onMonday()
    for (let each = 0; each < 12; each++) {
      stage.begin(idOf(stage.collect()))
      stage.wait(days(1))
    }
    expect(stage.contacted().length).toBeLessThanOrEqual(8)
  })
})

test('where somebody lives is noted once, and taken back', () => {
  const stage = collecting()
  stage.collect()
  const contactId = stage.contactWith('573001112233')?.contactId ?? expect.fail('nobody was added')
  const place = (zone: string | null) => stage.play({ kind: 'place-contact', contactId, zone }).facts.length
  expect([place('Europe/Madrid'), place('Europe/Madrid')]).toEqual([1, 0])
  expect(stage.contactWith('573001112233')?.zone).toBe('Europe/Madrid')
  expect(place(null)).toBe(1)
  expect(stage.contactWith('573001112233')).not.toHaveProperty('zone')
})

test('people begun with in this very batch count towards the limit of a day', () => {
  const standing = () => [{ aspect: 'limit' as const, value: 'TIER_2', until: null }]
  const stage = collecting({ standing, reached: () => 1 })
  stage.wait(days(1.1))
  const [first, second] = ['573001112233', '573002223344'].map((phone) => idOf(stage.collect({ ...JULIAN, phone })))
  if (!first || !second) return expect.fail('nothing was queued')
  expect(codesOf(stage.begin(first))).toEqual([])
  expect(codesOf(stage.begin(second))).toEqual(['reach-used-up'])
  expect(stage.delivers().at(-1)).toBe(plus(stage.now(), minutes(15)))
})

test('a company’s own hours hold for notices and never for an answer', () => {
  const policy = { ...lawsIn('MX'), own: { ...lawsIn('MX').own, hours: weekOf([9, 18], null, null) } }
  const stage = scene([SALES], undefined, plainRights(policy))
  stage.addTemplate(REMINDER)
  stage.receive('wamid.1', 'hola')
  expect(codesOf(stage.write('buenas noches'))).toEqual([])
  stage.wait(hours(5 * 24 + 8))
  const messageId = idOf(stage.write('p', { content, template: REMINDER }))
  expect(stage.outbound(messageId).right?.kind).toBe('allowed')
  stage.wait(days(1))
  expect(stage.outbound(idOf(stage.write('q', { content, template: REMINDER }))).right?.kind).toBe('deferred')
})
