import { expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { ConversationId, MessageId } from '#core/account/account.ts'
import { clientKeyOf } from '#contract/convert.ts'
import { messageOf, nextEntries, type OutboxEntry, withOutbox } from './entry.ts'

const entry = (key: string, conversation: string, at: number, change: Partial<OutboxEntry> = {}): OutboxEntry => ({
  key,
  accountId: 'a' as OutboxEntry['accountId'],
  agentId: 'ana' as OutboxEntry['agentId'],
  conversationId: conversation as ConversationId,
  lineId: 'l' as OutboxEntry['lineId'],
  at: instant(at),
  asked: { kind: 'text', text: key },
  shown: { kind: 'text', text: key },
  file: null,
  replyTo: null,
  seenUpTo: null,
  state: 'waiting',
  problem: null,
  attempts: 0,
  ...change,
})
const problem = { type: '', title: 'No', status: 409, code: 'window-closed', detail: 'd', requestId: '', errors: [] }

test('one entry of each conversation goes at a time, the oldest that waits', () => {
  const entries = [entry('b', '1', 2), entry('a', '1', 1), entry('c', '2', 3), entry('s', '2', 0, { state: 'stopped' })]
  expect(nextEntries(entries).map(({ key }) => key)).toEqual(['a', 'c'])
})

test('a stopped entry shows why, a waiting one is queued', () => {
  expect(messageOf(entry('a', '1', 1)).status).toBe('queued')
  expect(messageOf(entry('a', '1', 1, { problem })).problem).toBeNull()
  const stopped = messageOf(entry('a', '1', 1, { state: 'stopped', problem }))
  expect([stopped.status, stopped.problem?.code]).toEqual(['refused', 'window-closed'])
})

test('an entry whose message came back is shown once, whichever road was faster', () => {
  const waiting = entry('a', '1', 1)
  const actor = { kind: 'agent', agentId: waiting.agentId } as const
  const kept = { clientKey: clientKeyOf(actor, waiting.key), status: 'accepted' } as const
  const arrived = { ...messageOf(waiting), ...kept, messageId: 'real' as MessageId }
  expect(withOutbox([arrived], [waiting])).toEqual([arrived])
  expect(withOutbox([], [waiting]).map(({ messageId }) => messageId)).toEqual(['a'])
})
