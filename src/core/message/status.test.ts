import fc from 'fast-check'
import { expect, test } from 'vitest'
import { furtherStatus, type MessageStatus } from './status.ts'

const STATUSES: MessageStatus[] = ['queued', 'sending', 'accepted', 'sent', 'failed', 'delivered', 'read', 'played']

test('a later state wins whichever is heard first', () => {
  expect(furtherStatus('sent', 'delivered')).toBe('delivered')
  expect(furtherStatus('delivered', 'sent')).toBe('delivered')
})

test('a device that showed the message proves a failure report wrong', () => {
  expect(furtherStatus('failed', 'delivered')).toBe('delivered')
  expect(furtherStatus('read', 'failed')).toBe('read')
  expect(furtherStatus('failed', 'sent')).toBe('failed')
})

test('any order of any reports, with repetitions, ends in the same state', () => {
  const reports = fc.array(fc.constantFrom(...STATUSES), { minLength: 1, maxLength: 8 })
  const shuffled = reports.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  fc.assert(
    fc.property(shuffled, ([given, mixed]) => {
      const end = (list: readonly MessageStatus[]) => list.reduce(furtherStatus, 'queued')
      return end([...mixed, ...given]) === end(given)
    }),
  )
})
