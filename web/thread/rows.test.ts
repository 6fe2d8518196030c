import { expect, test } from 'vitest'
import type { Content } from '#core/message/content.ts'
import type { MessageId } from '#core/account/account.ts'
import { firstUnread, type Row, threadRows } from './rows.ts'
import { ours, theirs } from './samples.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const words = (row: Row): string => {
  if (row.kind === 'message') return `${row.message.messageId}${row.first ? '<' : ''}${row.last ? '>' : ''}`
  return row.kind === 'album' ? row.messages.map(({ messageId }) => messageId).join('+') : row.kind
}
const rowsOf = (...messages: Parameters<typeof threadRows>[0][number][]) => threadRows(messages, null).map(words)
const picture: Content = {
  kind: 'image',
  caption: null,
  media: {
    mediaId: 'm' as never,
    state: 'stored',
    mime: 'image/png',
    sizeBytes: 1,
    filename: null,
    sha256: null,
    problem: null,
  },
}

test('messages of one author within two minutes are one run', () => {
  expect(rowsOf(theirs('a', 0), theirs('b', 2 * MINUTE), theirs('c', 5 * MINUTE), ours('d', 5 * MINUTE))).toEqual([
    'day',
    'a<',
    'b>',
    'c<>',
    'd<>',
  ])
})

test('two agents never share a run', () => {
  expect(rowsOf(ours('a', 0, 'ana'), ours('b', 1, 'diego'))).toEqual(['day', 'a<>', 'b<>'])
})

test('a new day begins with its name', () => {
  expect(rowsOf(theirs('a', 0), theirs('b', DAY))).toEqual(['day', 'a<>', 'day', 'b<>'])
})

test('a reaction is seen on its target; without the target it has a line of its own, unless it was taken back', () => {
  const to = (targetWireId: string, emoji: string | null): Content => ({ kind: 'reaction', targetWireId, emoji })
  expect(rowsOf(theirs('a', 0), theirs('r', 1, to('wamid.a', '👍')))).toEqual(['day', 'a<>'])
  expect(rowsOf(theirs('a', 0), theirs('r', 1, to('wamid.gone', '👍')))).toEqual(['day', 'a<>', 'line'])
  expect(rowsOf(theirs('a', 0), theirs('r', 1, to('wamid.gone', null)))).toEqual(['day', 'a<>'])
})

test('pictures without words that come together are one wall; a picture with words stands alone', () => {
  expect(rowsOf(theirs('a', 0, picture), theirs('b', 1, picture), theirs('c', 2))).toEqual(['day', 'a+b', 'c>'])
  expect(rowsOf(theirs('a', 0, picture), theirs('b', 1, { ...picture, caption: 'ja' }))).toEqual(['day', 'a<', 'b>'])
})

test('the unread line stands before the first unread message, also when fewer are loaded than are unread', () => {
  const messages = [theirs('a', 0), ours('b', 1), theirs('c', 2), theirs('d', 3)]
  expect(firstUnread(messages, 2)).toBe('c')
  expect(firstUnread(messages, 99)).toBe('a')
  expect(firstUnread(messages, 0)).toBeNull()
  expect(threadRows(messages, 'c' as MessageId).map(words)).toEqual(['day', 'a<>', 'b<>', 'unread', 'c<', 'd>'])
})

test('the app’s history stands between two lines, and is never in one run with what came by itself', () => {
  const past = (id: string, at: number) => ({ ...theirs(id, at), history: true as const })
  expect(rowsOf(past('a', 0), past('b', MINUTE), theirs('c', 2 * MINUTE))).toEqual([
    'day',
    'history',
    'a<',
    'b>',
    'history',
    'c<>',
  ])
  expect(rowsOf(past('a', 0))).toEqual(['day', 'history', 'a<>', 'history'])
})
