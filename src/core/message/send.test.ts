import { describe, expect, test } from 'vitest'
import { hours, milliseconds, minutes, plus, seconds } from '#base/time.ts'
import { SEND_MARGIN } from '../policy/may-send.ts'
import { A_DAY, ANA, codesOf, DIEGO, idOf, REMINDER, SALES, scene } from '../loop/scene.ts'
import type { OutboundContent } from './content.ts'

const started = () => {
  const stage = scene()
  stage.receive('wamid.1', 'hola')
  return stage
}
const diego = { by: { kind: 'agent' as const, agentId: DIEGO } }
const accepted = (wireId: string) => ({ kind: 'accepted' as const, wireId, recipient: { userId: null, phone: null } })
const reminder: OutboundContent = {
  kind: 'template',
  template: {
    name: REMINDER.name,
    language: REMINDER.language,
    category: REMINDER.category,
    named: false,
    values: [{ part: 'body', buttonIndex: null, name: '1', value: 'Lucía' }],
    rendered: { header: null, body: 'Hola Lucía, le recordamos su cuota.', footer: null, buttons: [] },
  },
}

describe('the window', () => {
  test('free text may go until a minute before the 24 hours are over, and not at that very instant', () => {
    const stage = started()
    stage.wait(milliseconds(A_DAY - SEND_MARGIN - 1))
    expect(codesOf(stage.write('justo a tiempo'))).toEqual([])
    stage.wait(milliseconds(1))
    expect(codesOf(stage.write('tarde'))).toEqual(['window-closed'])
  })

  test('a message queued in time whose window closes before it leaves is refused, and says so', () => {
    const stage = started()
    stage.wait(hours(23.9))
    const messageId = idOf(stage.write('casi'))
    stage.wait(minutes(10))
    expect(codesOf(stage.begin(messageId))).toEqual(['window-closed'])
    expect(stage.outbound(messageId)).toMatchObject({ status: 'refused', problem: { code: 'window-closed' } })
    expect(stage.conversation().failedSends).toBe(1)
  })

  test('a message is claimed only if it can still reach Meta in time: half a minute of lag, half a minute on the way', () => {
    for (const [leftMs, codes] of [
      [60_001, []],
      [60_000, ['window-closed']],
    ] as const) {
      const stage = started()
      stage.wait(milliseconds(A_DAY - 120_000))
      const messageId = idOf(stage.write('casi'))
      stage.wait(milliseconds(120_000 - leftMs))
      expect(codesOf(stage.begin(messageId))).toEqual(codes)
    }
  })

  test('an approved template goes outside the window, a paused one does not', () => {
    const stage = started()
    stage.wait(A_DAY)
    stage.addTemplate(REMINDER)
    expect(codesOf(stage.write('plantilla', { content: reminder, template: REMINDER }))).toEqual([])
    stage.addTemplate({ ...REMINDER, status: 'PAUSED' })
    const again = { content: reminder, template: REMINDER, clientKey: 'other' }
    expect(codesOf(stage.write('plantilla', again))).toEqual(['template-not-approved'])
  })

  test('all reasons are told at once', () => {
    const line = { ...SALES, state: { kind: 'disconnected' as const, reason: 'token' } }
    const stage = scene([line])
    stage.receive('wamid.1', 'hola')
    stage.wait(A_DAY)
    expect(codesOf(stage.write('hola'))).toEqual(['line-disconnected', 'window-closed'])
  })
})

describe('keys', () => {
  test('the same key and request twice is one message', () => {
    const stage = started()
    const first = idOf(stage.write('buenas'))
    const second = stage.write('buenas')
    expect(idOf(second)).toBe(first)
    expect(second.facts).toEqual([])
  })

  test('the same key with another request is refused', () => {
    const stage = started()
    stage.write('buenas')
    expect(codesOf(stage.write('malas', { clientKey: 'key-buenas' }))).toEqual(['idempotency-key-reused'])
  })
})

describe('the send protocol', () => {
  test('only one worker may begin', () => {
    const stage = started()
    const messageId = idOf(stage.write('buenas'))
    expect(codesOf(stage.begin(messageId))).toEqual([])
    expect(codesOf(stage.begin(messageId))).toEqual(['not-queued'])
  })

  test('on a paused line nobody may write, and what is queued goes on waiting', () => {
    const lines = [{ ...SALES }]
    const stage = scene(lines)
    stage.receive('wamid.1', 'hola')
    const messageId = idOf(stage.write('buenas'))
    lines[0] = { ...SALES, pausedAt: stage.now() }
    expect(codesOf(stage.write('más', { clientKey: 'other' }))).toEqual(['line-paused'])
    const begun = stage.begin(messageId)
    expect(codesOf(begun)).toEqual(['line-paused'])
    expect([begun.facts, begun.finished]).toEqual([[], []])
    expect(stage.outbound(messageId).status).toBe('queued')
    lines[0] = SALES
    expect(codesOf(stage.begin(messageId))).toEqual([])
  })

  test('a beginning without an end becomes unknown and is never repeated by itself', () => {
    const stage = started()
    const messageId = idOf(stage.write('buenas'))
    stage.begin(messageId)
    const timer = stage.effects.find((effect) => effect.kind === 'settle-send')
    expect(timer?.dueAt).toBe(plus(stage.now(), seconds(60)))
    stage.settle(messageId, { kind: 'unknown' })
    expect(stage.outbound(messageId).status).toBe('unknown')
    expect(codesOf(stage.begin(messageId))).toEqual(['not-queued'])
    expect(stage.effects.filter((effect) => effect.kind === 'deliver')).toHaveLength(1)
  })

  test('the timer of an earlier attempt does not touch a later one', () => {
    const stage = started()
    const messageId = idOf(stage.write('buenas'))
    const problem = { code: '131056', title: 'Pair rate', details: null }
    stage.begin(messageId)
    stage.settle(messageId, { kind: 'again', notBefore: plus(stage.now(), seconds(4)), problem })
    expect(stage.outbound(messageId).status).toBe('queued')
    stage.begin(messageId)
    stage.settle(messageId, { kind: 'unknown' }, 1)
    expect(stage.outbound(messageId)).toMatchObject({ status: 'sending', attempts: 2 })
    stage.settle(messageId, accepted('wamid.out'), 2)
    expect(stage.outbound(messageId)).toMatchObject({ status: 'accepted', problem: null })
  })

  test('a message that goes back into the queue is shown as queued in the list, too', () => {
    const stage = started()
    const messageId = idOf(stage.write('buenas'))
    const problem = { code: '130429', title: 'Rate', details: null }
    stage.begin(messageId)
    stage.settle(messageId, { kind: 'again', notBefore: plus(stage.now(), seconds(1)), problem })
    expect(stage.conversation().lastMessage?.status).toBe('queued')
  })

  test('an acceptance that comes after the timer still counts', () => {
    const stage = started()
    const messageId = idOf(stage.write('buenas'))
    stage.begin(messageId)
    stage.settle(messageId, { kind: 'unknown' })
    stage.settle(messageId, accepted('wamid.out'))
    expect(stage.outbound(messageId)).toMatchObject({ status: 'accepted', wireId: 'wamid.out' })
    expect(stage.conversation().failedSends).toBe(0)
  })

  test('sending again makes a new message, once, and settles the old one', () => {
    const stage = started()
    const messageId = stage.deliver('buenas', 'wamid.out')
    stage.report('wamid.out', 'failed', { problem: { code: '131026', title: 'Undeliverable', details: null } })
    const retry = (newMessageId: string) =>
      stage.play({
        kind: 'retry-message',
        messageId,
        newMessageId: newMessageId as never,
        by: { kind: 'agent', agentId: ANA },
        template: null,
      })
    expect(stage.conversation().lastFailure).toEqual({ messageId, code: '131026' })
    const next = idOf(retry('00000000-0000-7000-8000-0000000000f1'))
    expect(stage.conversation().lastFailure).toBeNull()
    expect(stage.outbound(messageId).supersededBy).toBe(next)
    expect(stage.outbound(next)).toMatchObject({ status: 'queued', wireId: null })
    expect(stage.conversation().failedSends).toBe(0)
    expect(codesOf(retry('00000000-0000-7000-8000-0000000000f2'))).toEqual(['not-retryable'])
    stage.report('wamid.out', 'delivered')
    expect(stage.conversation().failedSends).toBe(0)
    expect(stage.outbound(messageId).status).toBe('delivered')
    expect(stage.outbound(next).status).toBe('queued')
  })
})

describe('several agents', () => {
  test('answering takes a conversation nobody has', () => {
    const stage = started()
    stage.write('buenas')
    expect(stage.conversation().assigneeId).toBe(ANA)
    stage.write('yo también', diego)
    expect(stage.conversation().assigneeId).toBe(ANA)
  })

  test('a draft begun before a colleague answered is refused, one’s own answer does not count', () => {
    const stage = started()
    const seen = stage.inbound()[0]?.messageId ?? null
    stage.write('uno', { seenUpTo: seen })
    expect(codesOf(stage.write('dos', { seenUpTo: seen }))).toEqual([])
    expect(codesOf(stage.write('tres', { ...diego, seenUpTo: seen }))).toEqual(['thread-moved-on'])
  })
})

describe('people we write to first', () => {
  const to = {
    kind: 'person' as const,
    line: SALES,
    sender: { userId: null, phone: '573001112233', name: null, username: null },
  }

  test('free text to somebody who never wrote is refused and adds nobody', () => {
    const stage = scene()
    expect(codesOf(stage.write('hola', { to }))).toEqual(['window-closed'])
    expect(stage.contacts()).toEqual([])
  })

  test('a template adds the person and opens the conversation', () => {
    const stage = scene()
    stage.addTemplate(REMINDER)
    idOf(stage.write('p', { to, content: reminder, template: REMINDER }))
    expect(stage.contactWith('573001112233')).toBeDefined()
    expect(stage.conversation().lastMessage?.status).toBe('queued')
  })
})
