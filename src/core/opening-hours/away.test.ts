import { describe, expect, test } from 'vitest'
import { between, hours as hoursLong, type Instant, instant } from '#base/time.ts'
import { codesOf, idOf, LUCIA, MEXICAN, SALES, scene } from '../loop/scene.ts'
import type { Content } from '../message/content.ts'
import type { OutboundMessage } from '../message/message.ts'
import { plainRights, type Rights } from '../policy/rights.ts'
import type { Away } from './away.ts'
import { STILL_THERE } from './say-away.ts'
import { hoursOf, weekOf } from './test-hours.ts'

const AWAY: Away = {
  texts: {
    es: { body: 'Ahora no estamos. Abrimos {{opens}}.', buttons: ['Déjenme un mensaje'] },
    en: { body: 'We are closed and open {{opens}}.', buttons: [] },
    'pt-BR': null,
  },
}
/** The scene begins on Sunday 2026-11-22 at 10:42 UTC, 4:42 in Mexico City, where it opens on Monday at 9:00. */
const OFFICE = hoursOf('America/Mexico_City', weekOf('9:00-14:00 16:00-19:00'))
const closed = (rights: Partial<Rights> = {}) =>
  scene([SALES], undefined, { ...plainRights(MEXICAN), hoursOf: () => ({ hours: OFFICE, away: AWAY }), ...rights })

const at = (iso: string): Instant => instant(Date.parse(iso))
const toldIn = (stage: ReturnType<typeof scene>) =>
  stage.facts.flatMap((fact) =>
    fact.kind === 'message-queued' && (fact.message as OutboundMessage).rule === 'away' ? [fact.message] : [],
  ) as OutboundMessage[]
const until = (stage: ReturnType<typeof scene>, iso: string) => {
  stage.wait(between(stage.now(), at(iso)))
}

test('whoever writes while it is closed is told when it opens, once in that time, and again in the next', () => {
  const stage = closed()
  stage.receive('wamid.1', 'hola')
  stage.receive('wamid.2', '¿están?')
  expect(toldIn(stage).map(({ content }) => content)).toMatchObject([
    {
      kind: 'buttons',
      body: 'Ahora no estamos. Abrimos mañana a las 9:00.',
      buttons: [{ id: 'away-1', title: 'Déjenme un mensaje' }],
    },
  ])
  until(stage, '2026-11-23T15:30Z')
  stage.receive('wamid.3', 'buenos días')
  expect(toldIn(stage)).toHaveLength(1)
  until(stage, '2026-11-23T20:30Z')
  stage.receive('wamid.4', '¿comiendo?')
  expect(toldIn(stage)).toHaveLength(2)
  expect(toldIn(stage)[1]?.content).toMatchObject({ body: 'Ahora no estamos. Abrimos hoy a las 16:00.' })
})

test('it is no answer: they go on waiting, and no draft of an agent is made stale by it', () => {
  const stage = closed()
  stage.receive('wamid.1', 'hola')
  const [told] = toldIn(stage)
  expect(told).toMatchObject({ author: { kind: 'system' }, rule: 'away', status: 'queued' })
  expect(stage.conversation()).toMatchObject({ lastAnswer: null, unread: 1, awayAt: stage.now() })
  expect(stage.conversation().waitingSince).not.toBeNull()
  expect(codesOf(stage.write('aquí estoy', { seenUpTo: stage.inbound()[0]?.messageId ?? null }))).toEqual([])
})

describe('nobody is told', () => {
  const welcome: Content = { kind: 'welcome' }
  test.each<[string, Content | string, object]>([
    ['of a reaction', { kind: 'reaction', targetWireId: 'wamid.x', emoji: '👍' }, {}],
    ['of what the platform reports', welcome, {}],
    ['of a note of the platform', { kind: 'system', change: 'customer_changed_number', text: '' }, {}],
    ['of what is said in a group', 'hola a todos', { circumstances: { group: '120363' } }],
    ['of what is said to the platform’s assistant', 'hola', { circumstances: { standby: true } }],
    ['of what is years old', 'hola', { sentAt: at('2020-01-01T00:00Z') }],
    ['who says stop with it', 'BAJA', {}],
  ])('%s', (_, content, about) => {
    const stage = closed()
    stage.receive('wamid.1', content, about)
    expect(toldIn(stage)).toEqual([])
  })

  test('of what was written while it was open and comes late', () => {
    const stage = closed()
    until(stage, '2026-11-24T05:00Z')
    stage.receive('wamid.1', 'hola', { sentAt: at('2026-11-24T00:59:59Z') })
    expect(toldIn(stage)).toEqual([])
    stage.receive('wamid.2', '¿hola?', { sentAt: at('2026-11-24T01:00Z') })
    expect(toldIn(stage)).toHaveLength(1)
  })

  test('when it comes late out of a time that was closed into one that is open', () => {
    const stage = closed()
    until(stage, '2026-11-23T16:00Z')
    stage.receive('wamid.1', 'hola', { sentAt: at('2026-11-23T08:00Z') })
    expect(toldIn(stage)).toEqual([])
  })

  test('by a status, however often it comes, nor by the same message again', () => {
    const stage = closed()
    until(stage, '2026-11-23T16:00Z')
    stage.receive('wamid.1', 'hola')
    stage.deliver('buenas', 'wamid.out')
    until(stage, '2026-11-24T05:00Z')
    stage.report('wamid.out', 'read')
    stage.receive('wamid.1', 'hola')
    expect(toldIn(stage)).toEqual([])
  })

  test('who is blocked, on the list, or said no to anything', () => {
    const barred = closed({ barred: () => 'marketing' })
    barred.receive('wamid.1', 'hola')
    expect(toldIn(barred)).toEqual([])

    const stopped = closed()
    stopped.receive('wamid.1', 'BAJA')
    stopped.wait(hoursLong(1))
    stopped.receive('wamid.2', 'pero una pregunta')
    expect(toldIn(stopped)).toEqual([])

    const blocked = closed()
    until(blocked, '2026-11-23T16:00Z')
    blocked.receive('wamid.1', 'hola')
    const { contactId } = blocked.conversation()
    blocked.play({
      kind: 'block-contact',
      contactId,
      lineId: SALES.lineId,
      by: { kind: 'system' },
      reason: 'spam',
      through: [],
    })
    until(blocked, '2026-11-24T05:00Z')
    blocked.receive('wamid.2', 'hola')
    expect(toldIn(blocked)).toEqual([])
  })

  test('while an agent who answered a moment ago is still there', () => {
    const stage = closed()
    until(stage, '2026-11-24T00:50Z')
    stage.receive('wamid.1', 'hola')
    stage.deliver('buenas', 'wamid.out')
    until(stage, '2026-11-24T01:05Z')
    stage.receive('wamid.2', '¿y mañana?')
    expect(toldIn(stage)).toEqual([])
    stage.wait(STILL_THERE)
    stage.receive('wamid.3', '¿hola?')
    expect(toldIn(stage)).toHaveLength(1)
  })

  test('where nobody said when it is open, or nothing is to be said', () => {
    const silent = closed({ hoursOf: () => ({ hours: OFFICE, away: null }) })
    silent.receive('wamid.1', 'hola')
    expect(toldIn(silent)).toEqual([])
  })
})

describe('what waited', () => {
  const queuedThen = (iso: string) => {
    const stage = closed()
    until(stage, '2026-11-23T14:00Z')
    stage.receive('wamid.1', 'hola')
    const [told] = toldIn(stage)
    until(stage, iso)
    return { stage, told: told ?? expect.fail('nobody was told') }
  }

  test('does not leave once it is open, nor in the minute before', () => {
    const { stage, told } = queuedThen('2026-11-23T14:59Z')
    expect(codesOf(stage.begin(told.messageId))).toEqual(['not-away'])
    expect(stage.outbound(told.messageId)).toMatchObject({ status: 'cancelled', problem: null })
    expect(stage.conversation().failedSends).toBe(0)
  })

  test('leaves while it is closed', () => {
    const { stage, told } = queuedThen('2026-11-23T14:58:59Z')
    expect(codesOf(stage.begin(told.messageId))).toEqual([])
  })

  test('sent once more by a person it is theirs', () => {
    const { stage, told } = queuedThen('2026-11-23T14:58Z')
    stage.begin(told.messageId)
    stage.settle(told.messageId, { kind: 'refused', problem: { code: '131000', title: '', details: null } })
    const again = stage.play({
      ...{ kind: 'retry-message', messageId: told.messageId, template: null },
      newMessageId: '00000000-0000-7000-8000-0000000000f1' as never,
      by: { kind: 'system' },
    })
    expect(stage.outbound(idOf(again)).rule).toBeUndefined()
  })
})

test('people are spoken to in the language of their number, else in the company’s', () => {
  const said = (phone: string) => {
    const stage = closed()
    stage.receive('wamid.1', 'hola', { sender: { ...LUCIA, userId: null, phone } })
    const [told] = toldIn(stage)
    return told && 'body' in told.content ? told.content.body : told?.content
  }
  expect(said('12125550101')).toEqual({ kind: 'text', text: 'We are closed and open tomorrow at 9:00.' })
  expect(said('5511987654321')).toBe('Ahora no estamos. Abrimos mañana a las 9:00.')
  expect(said('33612345678')).toBe('Ahora no estamos. Abrimos mañana a las 9:00.')
})

test('what goes for weeks without opening is told once in it', () => {
  const stage = closed({ hoursOf: () => ({ hours: hoursOf('America/Mexico_City', weekOf('')), away: AWAY }) })
  stage.receive('wamid.1', 'hola')
  stage.wait(hoursLong(24 * 20))
  stage.receive('wamid.2', 'hola')
  expect(toldIn(stage).map(({ content }) => content)).toMatchObject([{ body: 'Ahora no estamos. Abrimos pronto.' }])
})
