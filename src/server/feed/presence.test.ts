import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Presence, presenceAfter, type PresenceChange } from '#contract/feed.ts'
import type { AgentId, ConversationId } from '#core/account/account.ts'
import { createPresence } from './presence.ts'

const [ANA, DIEGO] = ['ana', 'diego'] as unknown as [AgentId, AgentId]
const THREAD = 'thread' as ConversationId

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A colleague's desk that hears every change from the beginning. */
function boardWithListener() {
  const changes: PresenceChange[] = []
  let seen: readonly Presence[] = []
  const board = createPresence<string>((change) => {
    changes.push(change)
    seen = presenceAfter(seen, change)
  })
  return {
    board,
    changes,
    seen: () => seen.map(({ agentId, conversationId, typing }) => [agentId, conversationId, typing]),
  }
}

test('who hears only the changes knows as much as who is told everything', () => {
  const { board, seen } = boardWithListener()
  board.arrive('a', ANA)
  board.arrive('b', DIEGO)
  vi.advanceTimersByTime(100)
  board.move('a', THREAD, true)
  board.leave('b')
  vi.advanceTimersByTime(100)
  expect(seen()).toEqual([[ANA, THREAD, true]])
  expect(board.all().map(({ agentId }) => agentId)).toEqual([ANA])
})

test('changes that come together are told together, and what changed nothing is not told', () => {
  const { board, changes } = boardWithListener()
  board.arrive('a', ANA)
  board.move('a', THREAD, false)
  board.move('a', null, false)
  vi.advanceTimersByTime(100)
  board.move('a', null, false)
  vi.advanceTimersByTime(100)
  expect(changes.map(({ moved, gone }) => [moved.length, gone.length])).toEqual([[1, 0]])
})

test('two desks of one agent are two; one that comes and goes at once is only gone', () => {
  const { board, changes, seen } = boardWithListener()
  board.arrive('a', ANA)
  board.arrive('other', ANA)
  board.arrive('c', DIEGO)
  board.leave('c')
  board.leave('never here')
  vi.advanceTimersByTime(100)
  expect(seen()).toEqual([
    [ANA, null, false],
    [ANA, null, false],
  ])
  expect(changes[0]?.gone).toHaveLength(1)
})

test('somebody who stops typing without a word is not typing after six seconds', () => {
  const { board, seen } = boardWithListener()
  board.arrive('a', ANA)
  board.move('a', THREAD, true)
  vi.advanceTimersByTime(5_900)
  expect(seen()).toEqual([[ANA, THREAD, true]])
  vi.advanceTimersByTime(300)
  expect(seen()).toEqual([[ANA, THREAD, false]])
})

test('with many desks changes wait a little longer for each other', () => {
  const { board, changes } = boardWithListener()
  for (let desk = 0; desk < 500; desk++) board.arrive(`desk ${desk}`, ANA)
  vi.advanceTimersByTime(1_000)
  const before = changes.length
  board.move('desk 1', THREAD, false)
  vi.advanceTimersByTime(150)
  expect(changes).toHaveLength(before)
  vi.advanceTimersByTime(100)
  expect(changes).toHaveLength(before + 1)
})
