import { afterAll, beforeAll, expect, test } from 'vitest'
import { plus, seconds } from '#base/time.ts'
import { ACME, begun, conversationId, given, messageId, NOW, outbound, queued } from '../ledger.scene.ts'
import { testStore, type TestStore } from './test-store.ts'

let test_: TestStore
beforeAll(async () => {
  test_ = await testStore()
})
afterAll(() => test_.drop())

test('a message is behind what the same hand wrote to the contact before, within a minute, until that begins to leave', async () => {
  const { ledger, views } = test_.store
  const needs = { conversations: [conversationId(1)] }
  const at = (after: number) => ({ at: plus(NOW, seconds(after)) })
  await given(ledger, begun)
  await given(ledger, [queued(outbound(2, at(1))), queued(outbound(3, at(2)))], needs)
  const agent = { kind: 'agent', agentId: messageId(99) as never } as const
  await given(ledger, [queued(outbound(4, { ...at(3), author: agent })), queued(outbound(5, at(63)))], needs)
  const behind = async () => {
    const keys = [2, 3, 4, 5].map((id) => ({ accountId: ACME, messageId: messageId(id) }))
    const found = await views.outgoing(keys)
    return found
      .filter(({ isBehind }) => isBehind)
      .map(({ message }) => message.messageId)
      .sort()
  }
  expect(await behind()).toEqual([messageId(3)])
  const accepted = {
    kind: 'message-progressed',
    conversationId: conversationId(1),
    messageId: messageId(2),
    before: 'queued',
    after: 'accepted',
    status: 'accepted',
    statusAt: NOW,
    wireId: 'wamid.2',
    pricing: null,
    problem: null,
  } as const
  await given(ledger, [accepted], { messages: [messageId(2)], wireIds: [] })
  expect(await behind()).toEqual([])
})
