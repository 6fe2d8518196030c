import { describe, expect, test } from 'vitest'
import { hours } from '#base/time.ts'
import type { Actor } from '../account/account.ts'
import { ANA, codesOf, DIEGO, idOf, scene } from '../loop/scene.ts'
import type { MessageId } from '../account/account.ts'

const ana: Actor = { kind: 'agent', agentId: ANA }
const diego: Actor = { kind: 'agent', agentId: DIEGO }

/** Ana's answer waits in the queue. */
function waiting() {
  const stage = scene()
  stage.receive('wamid.1', 'hola')
  const messageId = idOf(stage.write('1'))
  const cancel = (by: Actor = ana, mayAny = false, id: MessageId = messageId) =>
    stage.play({ kind: 'cancel-message', messageId: id, by, mayAny })
  return { ...stage, messageId, cancel }
}

test('a message that waits is taken back, and the claim finds nothing to send', () => {
  const stage = waiting()
  expect(codesOf(stage.cancel())).toEqual([])
  expect(stage.outbound(stage.messageId)).toMatchObject({ status: 'cancelled', problem: null })
  expect(stage.facts.at(-1)).toMatchObject({ kind: 'message-progressed', after: 'cancelled', by: ana })
  expect(codesOf(stage.begin(stage.messageId))).toEqual(['not-queued'])
  expect(stage.outbound(stage.messageId).status).toBe('cancelled')
})

test('once it is claimed it can no longer be taken back', () => {
  const stage = waiting()
  stage.begin(stage.messageId)
  expect(codesOf(stage.cancel())).toEqual(['message-not-waiting'])
  expect(stage.outbound(stage.messageId).status).toBe('sending')
})

test('twice is once, and nobody has to look after it', () => {
  const stage = waiting()
  stage.cancel()
  const facts = stage.facts.length
  expect(codesOf(stage.cancel())).toEqual([])
  expect(stage.facts).toHaveLength(facts)
  expect(stage.conversation()).toMatchObject({ failedSends: 0, lastMessage: { status: 'cancelled' } })
})

describe('it may be cancelled by', () => {
  test.each<[who: string, by: Actor, mayAny: boolean, codes: string[]]>([
    ['its writer', ana, false, []],
    ['a supervisor', diego, true, []],
    ['no colleague', diego, false, ['not-its-author']],
    ['no program', { kind: 'api', apiKeyId: ANA as never }, false, ['not-its-author']],
  ])('%s', (_, by, mayAny, codes) => {
    expect(codesOf(waiting().cancel(by, mayAny))).toEqual(codes)
  })
})

test('what a customer wrote, and what is not there, cannot be cancelled', () => {
  const stage = waiting()
  const [received] = stage.inbound()
  expect(codesOf(stage.cancel(ana, true, received?.messageId))).toEqual(['message-missing'])
  expect(codesOf(stage.cancel(ana, true, 'nowhere' as MessageId))).toEqual(['message-missing'])
})

test('what put off until its window closed can be taken back as well', () => {
  const stage = waiting()
  stage.begin(stage.messageId)
  const problem = { code: '130429', title: '', details: null }
  stage.settle(stage.messageId, { kind: 'again', notBefore: stage.now(), problem })
  stage.wait(hours(1))
  expect(codesOf(stage.cancel())).toEqual([])
  expect(stage.outbound(stage.messageId)).toMatchObject({ status: 'cancelled' })
})
