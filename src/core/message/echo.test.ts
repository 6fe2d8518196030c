import { expect, test } from 'vitest'
import { minutes, plus } from '#base/time.ts'
import { LUCIA, only, SALES, scene } from '../loop/scene.ts'
import type { CommandBody } from '../loop/command.ts'
import type { Content } from './content.ts'

type Stage = ReturnType<typeof scene>
type Echo = Extract<CommandBody, { kind: 'receive-echo' }>
const echo = (stage: Stage, wireId: string, content: Content | string, about: Partial<Echo> = {}) =>
  stage.play({
    kind: 'receive-echo',
    line: SALES,
    wireId,
    recipient: LUCIA,
    sentAt: stage.now(),
    content: typeof content === 'string' ? { kind: 'text', text: content } : content,
    wireMedia: null,
    replyToWireId: null,
    by: 'app',
    ...about,
  })

test('an answer from the app stands in the thread as ours, and nobody waits any more', () => {
  const stage = scene()
  stage.receive('wamid.1', 'hola')
  stage.wait(minutes(1))
  for (let times = 0; times < 3; times += 1) echo(stage, 'wamid.2', 'buenas')
  expect(stage.conversation()).toMatchObject({
    waitingSince: null,
    lastMessage: { preview: 'buenas', direction: 'out' },
  })
  expect(stage.messages()).toHaveLength(2)
  expect(stage.messages()[1]).toMatchObject({ direction: 'out', author: { kind: 'app' }, status: 'sent' })
})

test('it is never sent by us', () => {
  const stage = scene()
  echo(stage, 'wamid.2', 'buenas')
  expect(stage.effects.filter(({ kind }) => kind === 'deliver')).toEqual([])
})

test('it begins a conversation, and opens no window', () => {
  const stage = scene()
  echo(stage, 'wamid.2', 'buenas')
  expect(stage.conversation()).toMatchObject({ customerWroteAt: null, unread: 0 })
  expect(only(stage.contacts()).addresses).not.toEqual([])
})

test('what was heard of it before it came is known of it then', () => {
  const stage = scene()
  stage.report('wamid.2', 'read')
  echo(stage, 'wamid.2', 'buenas', { by: 'assistant' })
  expect(only(stage.messages())).toMatchObject({ status: 'read', author: { kind: 'assistant' } })
})

test('an edit, a reaction and a revocation made there touch what they are about', () => {
  const stage = scene()
  stage.receive('wamid.1', 'hola')
  echo(stage, 'wamid.2', 'buenas')
  echo(stage, 'wamid.3', { kind: 'edit', targetWireId: 'wamid.2', content: { kind: 'text', text: 'buenos días' } })
  echo(stage, 'wamid.4', { kind: 'reaction', targetWireId: 'wamid.1', emoji: '👍' })
  expect(stage.messages()).toHaveLength(2)
  expect(stage.messages()[1]?.content).toEqual({ kind: 'text', text: 'buenos días' })
  expect(stage.messages()[0]?.reactions).toMatchObject([{ by: 'us', emoji: '👍' }])
  echo(stage, 'wamid.5', { kind: 'revoke', targetWireId: 'wamid.2' }, { sentAt: plus(stage.now(), minutes(1)) })
  expect(stage.messages()[1]?.revokedAt).not.toBeNull()
})
