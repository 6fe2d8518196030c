import { afterAll, beforeAll, expect, test } from 'vitest'
import { hours, plus } from '#base/time.ts'
import type { FactBody } from '#core/loop/fact.ts'
import type { MessageStatus } from '#core/message/status.ts'
import { ACME, begun, BETA, conversationId, given, messageId, NOW, outbound, queued, SALES } from '../ledger.scene.ts'
import { testStore, type TestStore } from './test-store.ts'

let test_: TestStore
beforeAll(async () => {
  test_ = await testStore()
  await given(test_.store.ledger, begun)
})
afterAll(() => test_.drop())

const step = (id: number, before: MessageStatus, after: MessageStatus, code: string | null): FactBody => ({
  ...{ kind: 'message-progressed', conversationId: conversationId(1), messageId: messageId(id) },
  ...{ status: after, statusAt: NOW, before, after, wireId: null, pricing: null },
  problem: code === null ? null : { code, title: 'No', details: null },
})
/** A message that goes through these states, one commit each; the last with this code. */
async function sent(id: number, code: string | null, ...states: readonly MessageStatus[]): Promise<void> {
  const { ledger } = test_.store
  await given(ledger, [queued(outbound(id))], { conversations: [conversationId(1)] })
  for (const [index, after] of states.entries()) {
    const facts = [step(id, states[index - 1] ?? 'queued', after, index === states.length - 1 ? code : null)]
    await given(ledger, facts, { messages: [messageId(id)] })
  }
}
const numbers = () => test_.store.numbers
const NOTHING = { tried: 0, taken: 0, told: 0, firstAt: null, failures: [] }
async function counted(): Promise<void> {
  while (!(await numbers().count(ACME)).isDone);
}

test('each message counts once as tried, as told of and as failed, whoever counts and however often', async () => {
  await sent(10, null, 'sending', 'accepted', 'sent', 'delivered', 'read')
  await sent(11, '131026', 'sending', 'accepted', 'sent', 'failed')
  await sent(12, '131026', 'sending', 'accepted', 'failed')
  await sent(13, '131047', 'sending', 'refused')
  await sent(14, null, 'sending', 'unknown', 'delivered')
  await sent(15, 'window-closed', 'refused')
  await sent(16, null, 'sending', 'unknown')
  await Promise.all([counted(), counted(), counted()])
  await counted()
  const { tried, taken, told, firstAt, failures } = await numbers().sends(ACME, SALES, NOW)
  expect({ tried, taken, told, firstAt }).toEqual({ tried: 6, taken: 4, told: 4, firstAt: NOW })
  expect(failures.map(({ code, messages }) => [code, messages])).toEqual([
    ['131026', 2],
    ['131047', 1],
    ['window-closed', 1],
  ])
  expect(failures[0]).toMatchObject({ lastConversationId: conversationId(1), lastAt: NOW })
})

test('only what happened since, on this line and in this company, is told', async () => {
  await sent(20, '131026', 'sending', 'accepted', 'failed')
  await counted()
  expect(await numbers().sends(ACME, SALES, plus(NOW, hours(1)))).toEqual(NOTHING)
  expect(await numbers().sends(BETA, SALES, NOW)).toEqual(NOTHING)
  const { failures } = await numbers().sends(ACME, SALES, NOW)
  expect(failures[0]).toMatchObject({ code: '131026', messages: 3 })
})
