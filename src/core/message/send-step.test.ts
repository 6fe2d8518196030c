import { expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { NewFact } from '../loop/fact.ts'
import { isSendStep } from './send-step.ts'
import type { MessageStatus } from './status.ts'

const step = (before: MessageStatus, after: MessageStatus) =>
  ({ kind: 'message-progressed', before, after, status: after, statusAt: instant(0) }) as unknown as NewFact

test.each<[MessageStatus, MessageStatus, boolean]>([
  ['queued', 'sending', false],
  ['sending', 'unknown', false],
  ['queued', 'cancelled', false],
  ['sending', 'accepted', true],
  ['queued', 'refused', true],
  ['unknown', 'read', true],
  ['accepted', 'sent', true],
  ['refused', 'accepted', true],
  ['sent', 'failed', true],
  ['sent', 'delivered', false],
  ['delivered', 'read', false],
  ['failed', 'delivered', false],
  ['failed', 'failed', false],
])('from %s to %s: %s', (before, after, expected) => {
  expect(isSendStep(step(before, after))).toBe(expected)
})

test('other facts are no steps', () => {
  expect(isSendStep({ kind: 'fact-erased' } as unknown as NewFact)).toBe(false)
})
