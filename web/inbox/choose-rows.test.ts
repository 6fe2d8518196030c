import { expect, test } from 'vitest'
import { hours, instant, plus } from '#base/time.ts'
import type { AgentId, ConversationId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { conversation, NOON } from '../thread/samples.ts'
import { belongs } from '../store/belongs.ts'
import { chooseRows } from './choose-rows.ts'

const now = instant(NOON)
const me = 'ana' as AgentId
const mapOf = (...all: Conversation[]) => new Map(all.map((one) => [one.conversationId, one]))
const idsOf = (rows: readonly Conversation[]) => rows.map(({ conversationId }) => conversationId)
const all = { view: 'all', lineId: null, q: '' } as const

test('rows come newest first, and those older than what is loaded wait for their page', () => {
  const conversations = mapOf(
    conversation('old', { sortAt: instant(NOON - 100) }),
    conversation('new', { sortAt: instant(NOON) }),
    conversation('mid', { sortAt: instant(NOON - 50) }),
  )
  const rows = (floor: number | null) =>
    idsOf(
      chooseRows({
        conversations,
        list: { ids: [], floor: floor === null ? null : instant(NOON + floor) },
        filter: all,
        me,
        open: null,
        now,
      }),
    )
  expect(rows(null)).toEqual(['new', 'mid', 'old'])
  expect(rows(-60)).toEqual(['new', 'mid'])
})

test('the open conversation stays in the list while it is open, though it was just resolved', () => {
  const conversations = mapOf(conversation('a', { state: 'resolved' }))
  const rows = (open: string | null) =>
    idsOf(
      chooseRows({
        conversations,
        list: { ids: ['a' as ConversationId], floor: null },
        filter: all,
        me,
        open: open as ConversationId | null,
        now,
      }),
    )
  expect(rows('a')).toEqual(['a'])
  expect(rows(null)).toEqual([])
})

test('a window is closing in its last hour, and no longer once it has closed', () => {
  const wrote = (ago: number) => conversation('a', { customerWroteAt: plus(now, hours(-ago)) })
  expect([22.9, 23.5, 24, 30].map((ago) => belongs(wrote(ago), 'closing', me, now))).toEqual([
    false,
    true,
    false,
    false,
  ])
})

test('each view holds what its name says', () => {
  const mine = conversation('a', { assigneeId: me, waitingSince: now, failedSends: 1 })
  const views = ['all', 'mine', 'unassigned', 'waiting', 'failed', 'resolved'] as const
  expect(views.filter((view) => belongs(mine, view, me, now))).toEqual(['all', 'mine', 'waiting', 'failed'])
  expect(views.filter((view) => belongs({ ...mine, state: 'resolved' }, view, me, now))).toEqual(['resolved'])
})
