import { describe, expect, test } from 'vitest'
import { days, type Instant, minutes, plus } from '#base/time.ts'
import { LUCIA, only, SALES, scene } from '../loop/scene.ts'
import type { CommandBody } from '../loop/command.ts'
import { UNASSIGNED } from '../loop/command.ts'
import type { Content } from '../message/content.ts'
import type { AddHistory, PastMessage } from './portion.ts'

type Stage = ReturnType<typeof scene>
const EFFECT = 'effect' as AddHistory['effectId']
const PERSON = { ...LUCIA, userId: null, name: null }
const ago = (stage: Stage, count: number): Instant => plus(stage.now(), days(-count))

const past = (wireId: string, sentAt: Instant, about: Partial<PastMessage> = {}): PastMessage => ({
  wireId,
  by: 'contact',
  sentAt,
  status: 'read',
  content: { kind: 'text', text: wireId },
  wireMedia: null,
  replyToWireId: null,
  forwarded: false,
  ...about,
})
const add = (stage: Stage, ...messages: readonly PastMessage[]) =>
  stage.play({ kind: 'add-history', effectId: EFFECT, line: SALES, threads: [{ person: PERSON, messages }] })
const echo = (stage: Stage, wireId: string, sentAt: Instant) =>
  stage.play({
    ...{ kind: 'receive-echo', line: SALES, wireId, recipient: LUCIA, sentAt },
    ...{ content: { kind: 'text', text: wireId }, wireMedia: null, replyToWireId: null, by: 'app' },
  } as CommandBody)
const order = (stage: Stage) =>
  stage
    .messages()
    .toSorted((a, b) => a.at - b.at || (a.messageId < b.messageId ? -1 : 1))
    .map(({ wireId }) => wireId)

test('it becomes a resolved conversation at its own time, with nothing unread, no window and nobody waiting', () => {
  const stage = scene()
  add(stage, past('b', ago(stage, 2), { by: 'us', status: 'delivered' }), past('a', ago(stage, 3)))
  expect(stage.conversation()).toMatchObject({
    ...{ state: 'resolved', openedAt: ago(stage, 3), sortAt: ago(stage, 2), customerWroteAt: null },
    ...{ unread: 0, waitingSince: null, failedSends: 0, lastInbound: null, lastAnswer: null },
    lastMessage: { preview: 'b', direction: 'out', status: 'delivered' },
  })
  expect(order(stage)).toEqual(['a', 'b'])
  expect(stage.messages().every(({ history }) => history === true)).toBe(true)
})

test('nothing is sent, answered or heeded because of it', () => {
  const stage = scene()
  const { effects, facts, finished } = add(stage, past('a', ago(stage, 1), { content: { kind: 'text', text: 'BAJA' } }))
  expect(effects).toEqual([])
  expect(facts.map(({ kind }) => kind)).toEqual(['contact-added', 'conversation-opened', 'history-added'])
  expect(finished).toEqual([EFFECT])
})

test('chunks in any order and twice make one thread, each message once', () => {
  const stage = scene()
  const chunks = [1, 2, 3].map((age) => [
    past(`q${age}`, ago(stage, age)),
    past(`a${age}`, plus(ago(stage, age), minutes(1)), { by: 'us', replyToWireId: `q${age}` }),
  ])
  for (const index of [1, 0, 1, 2, 2, 0]) add(stage, ...(chunks[index] ?? []))
  expect(order(stage)).toEqual(['q3', 'a3', 'q2', 'a2', 'q1', 'a1'])
  expect(stage.conversation()).toMatchObject({
    lastMessage: { preview: 'a1' },
    sortAt: plus(ago(stage, 1), minutes(1)),
  })
  const [question, reply] = stage.messages()
  expect(reply?.replyTo).toEqual({ wireId: 'q2', messageId: question?.messageId })
})

test('what is in the middle of a conversation already open changes nothing of its state', () => {
  const stage = scene()
  stage.receive('wamid.1', 'hola')
  const before = stage.conversation()
  add(stage, past('a', ago(stage, 9)), past('b', ago(stage, 8), { by: 'us' }))
  expect(stage.conversation()).toEqual(before)
  expect(order(stage)).toEqual(['a', 'b', 'wamid.1'])
})

test('whoever writes meanwhile opens the one conversation there is', () => {
  const stage = scene()
  add(stage, past('a', ago(stage, 9)))
  stage.receive('wamid.1', 'hola')
  add(stage, past('b', ago(stage, 8)))
  expect(stage.conversation()).toMatchObject({ state: 'open', unread: 1, customerWroteAt: stage.now() })
  expect(stage.messages()).toHaveLength(3)
})

describe('a message that comes by itself, too, is one message, and counts as having come', () => {
  const ways: readonly [string, readonly ('live' | 'past')[]][] = [
    ['first by itself', ['live', 'past', 'live']],
    ['first in the history', ['past', 'live', 'past', 'live']],
  ]
  test.each(ways)('%s: of a contact', (_, ways_) => {
    const stage = scene()
    const at = stage.now()
    for (const way of ways_) {
      if (way === 'live') stage.receive('wamid.1', 'wamid.1', { sentAt: at })
      else add(stage, past('wamid.1', at))
    }
    expect(stage.conversation()).toMatchObject({ state: 'open', unread: 1, waitingSince: at, customerWroteAt: at })
    expect(only(stage.messages()).history).toBeUndefined()
  })
  test.each(ways)('%s: of ours', (_, ways_) => {
    const stage = scene()
    stage.receive('wamid.0', 'hola')
    stage.wait(minutes(1))
    const at = stage.now()
    for (const way of ways_) {
      if (way === 'live') echo(stage, 'wamid.1', at)
      else add(stage, past('wamid.1', at, { by: 'us' }))
    }
    expect(stage.conversation()).toMatchObject({ waitingSince: null, lastMessage: { preview: 'wamid.1' } })
    expect(stage.messages()).toHaveLength(2)
    expect(stage.messages()[1]?.history).toBeUndefined()
  })
})

test('somebody the history knows by number alone is the same person when their message comes with an id', () => {
  const stage = scene()
  add(stage, past('wamid.1', stage.now()))
  stage.receive('wamid.1', 'hola', { sender: { userId: 'MX.1349', phone: null, name: 'Lucía', username: null } })
  expect(only(stage.contacts()).addresses.map(({ value }) => value)).toContain('MX.1349')
  expect(stage.conversations()).toHaveLength(1)
})

describe('a file that came as a placeholder', () => {
  const file = { mediaId: UNASSIGNED, state: 'waiting', mime: 'image/jpeg', sizeBytes: null } as const
  const image: Content = {
    kind: 'image',
    caption: 'el ticket',
    media: { ...file, filename: null, sha256: null, problem: null },
  }
  const wireMedia = { wireMediaId: '900', mime: 'image/jpeg' }
  const placeholder = (stage: Stage) => past('f', ago(stage, 3), { content: { kind: 'placeholder' } })
  const whole = (stage: Stage) => past('f', ago(stage, 3), { content: image, wireMedia })

  test.each([
    ['after its place', [placeholder, whole, placeholder, whole]],
    ['before its place', [whole, placeholder]],
  ])('is fetched once and shown, %s', (_, steps) => {
    const stage = scene()
    for (const step of steps) add(stage, step(stage))
    expect(only(stage.messages())).toMatchObject({ content: { kind: 'image', caption: 'el ticket' }, history: true })
    expect(stage.conversation().lastMessage).toMatchObject({ kind: 'image', preview: 'el ticket' })
    const fetched = only(stage.effects.filter(({ kind }) => kind === 'fetch-media'))
    expect(fetched).toMatchObject({ wireMediaId: '900' })
  })
  test('in one portion is one message', () => {
    const stage = scene()
    add(stage, placeholder(stage), whole(stage))
    expect(only(stage.messages()).content.kind).toBe('image')
  })
})

test('reactions, edits and revocations of the history reach their messages, before or after them', () => {
  const stage = scene()
  const at = ago(stage, 1)
  const touch = (content: Content) => past(`t-${content.kind}`, plus(at, minutes(5)), { content })
  add(stage, touch({ kind: 'reaction', targetWireId: 'a', emoji: '👍' }))
  add(stage, past('a', at), past('b', at))
  add(stage, touch({ kind: 'revoke', targetWireId: 'b' }))
  const [a, b] = stage.messages()
  expect(a?.reactions).toMatchObject([{ by: 'contact', emoji: '👍' }])
  expect(b?.revokedAt).toBe(plus(at, minutes(5)))
  expect(stage.messages()).toHaveLength(2)
})

test('one sent from here, of which the history tells before Meta has answered, is settled by its reports all the same', () => {
  const stage = scene()
  stage.receive('wamid.1', 'hola')
  const { outcome } = stage.write('buenas')
  const messageId = (outcome.ok && outcome.value.messageId) || ('none' as never)
  stage.begin(messageId)
  add(stage, past('wamid.2', stage.now(), { by: 'us' }))
  stage.report('wamid.2', 'delivered', { messageId })
  expect(stage.world.messages.get(messageId)).toMatchObject({ status: 'delivered', wireId: 'wamid.2' })
})

test('one of ours that failed long ago needs nobody and is never sent again', () => {
  const stage = scene()
  add(stage, past('a', ago(stage, 1), { by: 'us', status: 'failed' }))
  const { messageId } = only(stage.messages())
  expect(stage.conversation().failedSends).toBe(0)
  const retry = { messageId, newMessageId: 'new' as typeof messageId, template: null }
  const { outcome } = stage.play({ kind: 'retry-message', by: { kind: 'system' }, ...retry })
  expect(outcome).toMatchObject({ ok: false, error: [{ code: 'not-retryable' }] })
})

test('what a channel read only waits its turn', () => {
  const stage = scene()
  const threads = [{ person: PERSON, messages: [past('a', ago(stage, 1))] }]
  const told = { phase: 0, progress: 40, problem: null }
  stage.play({ kind: 'receive-history', line: SALES, threads, told })
  expect(stage.messages()).toEqual([])
  expect(only(stage.effects)).toMatchObject({ kind: 'add-history', lineId: SALES.lineId, threads, told })
})

test('both are asked for, within a day', () => {
  const stage = scene()
  stage.play({ kind: 'sync-app', lineId: SALES.lineId })
  const until = plus(stage.now(), days(1))
  expect(stage.effects).toMatchObject([
    { kind: 'ask-app', subject: 'contacts', until },
    { kind: 'ask-app', subject: 'history', until },
  ])
})
