import { expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { Fact, FactBody } from '#core/loop/fact.ts'
import { conversation, NOON, ours, theirs } from '../thread/samples.ts'
import { applyFacts, withMessage } from './apply-facts.ts'
import { type DeskState, EMPTY_DESK, EMPTY_THREAD } from './desk-state.ts'

const C = conversation('c')
const contact = {
  accountId: C.accountId,
  contactId: C.contactId,
  name: 'Lucía',
  username: null,
  addresses: [],
  consents: [],
  createdAt: instant(NOON),
}
const desk: DeskState = {
  ...EMPTY_DESK,
  seq: 10,
  conversations: new Map([[C.conversationId, C]]),
  contacts: new Map([[contact.contactId, contact]]),
  threads: new Map([[C.conversationId, { ...EMPTY_THREAD, state: 'ready', messages: [ours('a', 0)] }]]),
}
const fact = (seq: number, body: FactBody): Fact => ({ ...body, accountId: C.accountId, at: instant(NOON), seq })
const received = (seq: number, id: string, atMs: number) =>
  fact(seq, { kind: 'message-received', conversationId: C.conversationId, message: theirs(id, atMs) })

test('a message reaches the thread and the list, once, whatever is repeated', () => {
  const facts = [received(11, 'b', 5), received(12, 'c', 6)]
  const once = applyFacts(desk, facts).state
  const twice = applyFacts(once, facts).state
  expect(twice).toBe(once)
  expect(once.seq).toBe(12)
  expect(once.threads.get(C.conversationId)?.messages.map(({ messageId }) => messageId)).toEqual(['a', 'b', 'c'])
  expect(once.conversations.get(C.conversationId)).toMatchObject({ unread: 2, lastMessage: { messageId: 'c' } })
})

test('a conversation nobody has loaded is asked for', () => {
  const stranger = fact(11, { kind: 'message-received', conversationId: 'x' as never, message: theirs('m', 1) })
  expect([...applyFacts(desk, [stranger]).wanted.conversations]).toEqual(['x'])
})

test('a status turns the ticks of the message and of the row', () => {
  const queued = fact(11, { kind: 'message-queued', conversationId: C.conversationId, message: ours('b', 9) })
  const read = fact(12, {
    kind: 'message-progressed',
    conversationId: C.conversationId,
    messageId: ours('b', 9).messageId,
    status: 'read',
    statusAt: instant(NOON),
    wireId: null,
    problem: null,
    pricing: null,
    before: 'sent',
    after: 'read',
  })
  const { state } = applyFacts(desk, [queued, read])
  expect(state.threads.get(C.conversationId)?.messages.at(-1)).toMatchObject({ status: 'read' })
  expect(state.conversations.get(C.conversationId)?.lastMessage?.status).toBe('read')
})

test('a late message takes its place by time', () => {
  const messages = withMessage([theirs('a', 0), theirs('c', 9)], theirs('b', 5))
  expect(messages.map(({ messageId }) => messageId)).toEqual(['a', 'b', 'c'])
})

test('a conversation that is another contact’s from now on has its thread read again', () => {
  const whose = {
    contactId: 'lucia' as never,
    of: null,
    earlier: ['e' as never],
    continuedBy: null,
    waitingSince: null,
    unread: 1,
  }
  const arranged = { kind: 'conversation-arranged', conversationId: C.conversationId, ...whose } as const
  const { state, wanted } = applyFacts(desk, [fact(11, arranged)])
  expect(state.conversations.get(C.conversationId)).toMatchObject({ contactId: 'lucia', earlier: ['e'] })
  expect(state.threads.get(C.conversationId)).toMatchObject({ stale: true, patchy: true })
  expect([...wanted.conversations]).toEqual([C.conversationId])
})

test('of an erased person nothing stays on the desk: not in the list, not in the open thread', () => {
  const erased = fact(12, { kind: 'contact-erased', contactId: C.contactId, requestId: 'r' as never })
  const { state, wanted } = applyFacts(desk, [received(11, 'b', 5), erased])
  expect(state.contacts.get(C.contactId)).toMatchObject({ name: null, addresses: [], erasedAt: NOON })
  expect(state.threads.get(C.conversationId)?.messages).toEqual([])
  expect(state.conversations.get(C.conversationId)).toMatchObject({ state: 'resolved', lastMessage: null, unread: 0 })
  expect([...wanted.forgotten]).toEqual([C.conversationId])
})
