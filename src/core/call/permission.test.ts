import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#base/language.ts'
import { days, hours, type Instant, minutes, plus, seconds } from '#base/time.ts'
import { codesOf, idOf, scene } from '../loop/scene.ts'
import type { Call, Content } from '../message/content.ts'
import { wordsFor } from '../refusal/words.ts'
import { askAgainAt, callPermissionOf, requestLimits, unansweredCalls } from './permission.ts'

type Stage = ReturnType<typeof scene>
const BEGUN = scene().now()
const at = (minute: number): Instant => plus(BEGUN, minutes(minute))
const yes = (until: Instant | null): Content => ({ kind: 'call-answer', allowed: true, until, automatic: false })
const no = (automatic = false): Content => ({ kind: 'call-answer', allowed: false, until: null, automatic })
const REQUEST: Content = { kind: 'call-request', body: '¿Le llamamos?' }

const opened = () => {
  const stage = scene()
  stage.receive('w.1', 'hola')
  return stage
}
let keys = 0
const ask = (stage: Stage) => stage.write(`pregunta ${++keys}`, { content: REQUEST as never })
const asked = (stage: Stage) => idOf(ask(stage))
const callsOf = (stage: Stage) => stage.conversation().calls
const permission = (stage: Stage) => callPermissionOf(callsOf(stage), stage.now())
/** A call of ours: it begins, and this is how it ends. */
const callThem = (stage: Stage, id: string, minute: number, state: Call['state'], by: Call['by'] = 'us') => {
  const ringing: Call = { kind: 'call', by, state: 'ringing', seconds: null }
  stage.receive(id, ringing, { sentAt: at(minute) })
  const content: Call = { ...ringing, state, seconds: state === 'ended' ? 62 : null }
  const edit: Content = { kind: 'edit', targetWireId: id, content }
  stage.receive(`${id}/terminate`, edit, { sentAt: plus(at(minute), seconds(40)) })
}

type Said = readonly [minute: number, content: Content]
const until = at(10_000)
const cases: readonly [string, readonly Said[], number, ReturnType<typeof callPermissionOf>][] = [
  ['nobody said anything', [], 0, { kind: 'none' }],
  ['a yes holds until it ends', [[1, yes(until)]], 9_999, { kind: 'granted', at: at(1), until }],
  ['and at that very instant no more', [[1, yes(until)]], 10_000, { kind: 'expired', at: until }],
  ['a yes for good holds', [[1, yes(null)]], 900_000, { kind: 'permanent', at: at(1) }],
  ['a no holds', [[1, no()]], 2, { kind: 'refused', at: at(1) }],
  [
    'a yes after a no',
    [
      [1, no()],
      [2, yes(null)],
    ],
    3,
    { kind: 'permanent', at: at(2) },
  ],
  [
    'a no after a yes takes it back',
    [
      [1, yes(null)],
      [2, no()],
    ],
    3,
    { kind: 'revoked', at: at(2), automatic: false },
  ],
  [
    'WhatsApp takes it back',
    [
      [1, yes(until)],
      [2, no(true)],
    ],
    3,
    { kind: 'revoked', at: at(2), automatic: true },
  ],
  [
    'a no after it ended is a no',
    [
      [1, yes(at(5))],
      [6, no()],
    ],
    7,
    { kind: 'refused', at: at(6) },
  ],
  [
    'of both in one second, the no',
    [
      [1, yes(until)],
      [1, no()],
    ],
    2,
    { kind: 'revoked', at: at(1), automatic: false },
  ],
  [
    'of two yeses in one second, the longer',
    [
      [1, yes(at(5))],
      [1, yes(until)],
    ],
    7,
    { kind: 'granted', at: at(1), until },
  ],
  [
    'the newer yes counts',
    [
      [1, yes(at(5))],
      [2, yes(until)],
    ],
    7,
    { kind: 'granted', at: at(2), until },
  ],
]

describe('whether we may call', () => {
  test.each(cases)('%s', (_, said, minute, expected) => {
    const orders = [said, said.toReversed(), [...said, ...said.toReversed()]]
    for (const order of orders) {
      const stage = scene()
      order.forEach(([sentAt, content], index) => stage.receive(`a.${index}`, content, { sentAt: at(sentAt) }))
      expect(callPermissionOf(stage.conversations()[0]?.calls, at(minute))).toEqual(expected)
    }
  })
  test('once asked we wait for seven days, and then we do not', () => {
    const stage = opened()
    asked(stage)
    expect(permission(stage)).toEqual({ kind: 'asked', at: BEGUN, until: plus(BEGUN, days(7)) })
    stage.wait(days(7))
    expect(permission(stage)).toEqual({ kind: 'none' })
  })
  test('a request that did not arrive asked nothing, until it turns out that it did', () => {
    const stage = opened()
    const messageId = asked(stage)
    stage.begin(messageId)
    stage.settle(messageId, { kind: 'accepted', wireId: 'o.1', recipient: { userId: null, phone: null } })
    stage.report('o.1', 'failed')
    expect(permission(stage)).toEqual({ kind: 'none' })
    stage.report('o.1', 'delivered')
    expect(permission(stage).kind).toBe('asked')
  })
  test('the answer to a request is what holds, and a later request waits beside a no', () => {
    const stage = opened()
    asked(stage)
    stage.wait(hours(1))
    stage.receive('a.1', no())
    expect(permission(stage).kind).toBe('refused')
    stage.wait(hours(23))
    asked(stage)
    expect(permission(stage).kind).toBe('asked')
  })
  test('nothing is kept where nothing was said', () => {
    expect(opened().conversation()).not.toHaveProperty('calls')
  })
})

describe('asking', () => {
  test('is refused a second time in a day and a third in a week, in words', () => {
    const stage = opened()
    asked(stage)
    expect(codesOf(ask(stage))).toEqual(['call-asked-lately'])
    expect(askAgainAt(callsOf(stage), stage.now())).toBe(plus(BEGUN, days(1)))
    stage.wait(days(1))
    stage.receive('w.2', 'sigo aquí')
    asked(stage)
    stage.wait(days(1))
    stage.receive('w.3', 'sigo aquí')
    expect(codesOf(ask(stage))).toEqual(['call-asked-lately'])
    expect(requestLimits(callsOf(stage), stage.now())).toEqual([
      { within: days(1), max: 1, used: 0, until: null },
      { within: days(7), max: 2, used: 2, until: plus(BEGUN, days(7)) },
    ])
  })
  test('is refused with the limits themselves in its words', () => {
    expect(LANGUAGES.map((language) => wordsFor('call-asked-lately', language))).toEqual([
      expect.stringContaining(': 1 en 24 horas y 2 en 7 días.'),
      expect.stringContaining(': 1 in 24 hours and 2 in 7 days.'),
      expect.stringContaining(': 1 em 24 horas e 2 em 7 dias.'),
    ])
  })
  test('counts from the beginning once we have spoken', () => {
    const stage = opened()
    asked(stage)
    callThem(stage, 'wacid.1', 30, 'ended', 'contact')
    stage.wait(hours(1))
    expect(codesOf(ask(stage))).toEqual([])
  })
  test('goes again when it was refused, and then counts', () => {
    const stage = opened()
    const messageId = asked(stage)
    stage.begin(messageId)
    const problem = { code: '131000', title: 'x', details: null }
    stage.settle(messageId, { kind: 'refused', problem })
    expect(codesOf(ask(stage))).toEqual([])
    expect(codesOf(ask(stage))).toEqual(['call-asked-lately'])
  })
  test('is of no use once calls are allowed for good', () => {
    const stage = opened()
    stage.receive('a.1', yes(null))
    expect(codesOf(ask(stage))).toEqual(['calls-allowed'])
    stage.wait(minutes(1))
    stage.receive('a.2', no())
    expect(codesOf(ask(stage))).toEqual([])
  })
  test('says all there is against it at once', () => {
    const stage = opened()
    asked(stage)
    stage.wait((hours(24) - minutes(1)) as never)
    expect(codesOf(ask(stage))).toEqual(['window-closed', 'call-asked-lately'])
  })
})

describe('calls of ours that nobody takes', () => {
  const count = (stage: Stage) => unansweredCalls(callsOf(stage))
  test('are counted, each once, whichever order we hear of them in', () => {
    const stage = opened()
    callThem(stage, 'wacid.2', 20, 'missed')
    callThem(stage, 'wacid.1', 10, 'rejected')
    callThem(stage, 'wacid.1', 10, 'missed')
    expect(count(stage)).toBe(2)
  })
  test('begin anew after one in which we spoke', () => {
    const stage = opened()
    callThem(stage, 'wacid.3', 30, 'missed')
    callThem(stage, 'wacid.1', 10, 'missed')
    callThem(stage, 'wacid.2', 20, 'ended')
    expect(count(stage)).toBe(1)
  })
  test('are never theirs', () => {
    const stage = opened()
    callThem(stage, 'wacid.1', 10, 'missed', 'contact')
    expect(count(stage)).toBe(0)
  })
})
