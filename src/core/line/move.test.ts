import { describe, expect, test } from 'vitest'
import { instant, minutes, plus } from '#base/time.ts'
import type { GuideEvent } from '../guide/guide.ts'
import { moveStep, obstaclesToMove } from './move.ts'

const NOON = instant(Date.UTC(2026, 10, 30, 12))
const free = { hasPin: false, nameStatus: 'APPROVED', isRegistered: true, isOnApp: false }

describe('what keeps a number where it is', () => {
  test.each([
    ['nothing', {}, []],
    ['its PIN', { hasPin: true }, ['pin']],
    ['a name under review', { nameStatus: 'PENDING_REVIEW' }, ['name']],
    ['a name nobody told of', { nameStatus: null }, ['name']],
    ['that it was given back', { isRegistered: false }, ['state']],
    ['the app', { isOnApp: true }, ['app']],
    ['several things at once', { isOnApp: true, hasPin: true }, ['pin', 'app']],
  ])('%s', (_, about, obstacles) => {
    expect(obstaclesToMove({ ...free, ...about })).toEqual(obstacles)
  })
  test('not a name that needs no review', () => {
    expect(obstaclesToMove({ ...free, nameStatus: 'AVAILABLE_WITHOUT_REVIEW' })).toEqual([])
  })
})

describe('what comes next in a move', () => {
  const asked: GuideEvent = { kind: 'code-asked', method: 'sms', at: NOON, by: null }
  const wrong: GuideEvent = { kind: 'code-wrong', at: plus(NOON, minutes(1)), by: null }
  const verified: GuideEvent = { kind: 'verified', at: plus(NOON, minutes(2)), by: null }
  test.each([
    ['a code is asked for', [], 1, 'code'],
    ['it is typed', [asked], 1, 'verify'],
    ['again when it was wrong', [asked, wrong], 1, 'verify'],
    ['another is asked for once it is old', [asked], 11, 'code'],
    ['it is registered', [asked, wrong, verified], 30, 'register'],
  ] as const)('%s', (_, events, after, step) => {
    expect(moveStep({ events }, plus(NOON, minutes(after)))).toBe(step)
  })
})
