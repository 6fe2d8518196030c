import { expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import { expiryOf, isShared, type ShareStanding, standingOf } from './share.ts'

const MADE = instant(Date.UTC(2026, 10, 30, 9))
const fresh = { expiresAt: expiryOf(MADE), revokedAt: null, usedAt: null }
const WEEK = 7 * 86_400_000

test.each<[string, Partial<typeof fresh> | object, Parameters<typeof standingOf>[1], number, ShareStanding]>([
  ['a fresh link opens', {}, 'todo', 0, 'open'],
  ['a moment before it expires it still does', {}, 'waiting', WEEK - 1, 'open'],
  ['at the very instant it expires it does not', {}, 'todo', WEEK, 'expired'],
  ['one that was taken back does not', { revokedAt: MADE }, 'todo', 0, 'revoked'],
  ['one whose part is done does not', { usedAt: MADE }, 'waiting', 0, 'done'],
  ['nor one whose step somebody else has done', {}, 'done', 0, 'done'],
  ['what must be put right can be', {}, 'stopped', 0, 'open'],
  ['taken back stays taken back when it expires, too', { revokedAt: MADE }, 'done', WEEK, 'revoked'],
])('%s', (_, change, step, afterMs, standing) => {
  expect(standingOf({ ...fresh, ...change }, step, instant(MADE + afterMs))).toBe(standing)
})

test('what touches Meta or the company’s plans is not let out', () => {
  expect((['fit', 'activity', 'connect', 'prove'] as const).filter(isShared)).toEqual([])
  expect((['company', 'number', 'name', 'activate'] as const).every(isShared)).toBe(true)
})
