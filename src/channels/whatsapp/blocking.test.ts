import { expect, test } from 'vitest'
import type { WireAnswer } from '#channels/channel.ts'
import { whatsappBlocking } from './blocking.ts'

const answered = (status: number, body: unknown): WireAnswer => ({ kind: 'answered', status, body, retryAfterMs: null })
const failedWith = (code: number, message = 'x') => ({
  block_users: { failed_users: [{ input: '+52155', errors: [{ code, message }] }] },
  error: { code: 139100, message: '(#139100) Failed to block some users' },
})

test('a phone is written with its plus, a user id as it is', () => {
  expect(whatsappBlocking.put('1', '5215511', true)).toEqual({
    method: 'POST',
    path: '/1/block_users',
    body: { messaging_product: 'whatsapp', block_users: [{ user: '+5215511' }] },
  })
  expect(whatsappBlocking.put('1', 'MX.12ab', false)).toMatchObject({
    method: 'DELETE',
    body: { block_users: [{ user: 'MX.12ab' }] },
  })
})

test.each([
  ['is done', answered(200, { block_users: { added_users: [{ input: '+52155', wa_id: '52155' }] } }), { kind: 'done' }],
  ['came a day too late', answered(400, failedWith(131047)), { kind: 'refused', because: { code: 'block-too-late' } }],
  ['found the list full', answered(400, failedWith(139101)), { kind: 'refused', because: { code: 'block-list-full' } }],
  ['met another change', answered(400, failedWith(139102)), { kind: 'again' }],
  ['met a fault of Meta’s', answered(503, null), { kind: 'again', reason: 'HTTP 503' }],
  ['was lost', { kind: 'lost', reason: 'reset' } as const, { kind: 'again', reason: 'reset' }],
  [
    'was refused in other words',
    answered(400, failedWith(131021, 'Yourself')),
    { kind: 'refused', because: { code: 'platform-refused', found: 'Yourself' } },
  ],
])('an answer that it %s is told as such', (_name, answer, expected) => {
  expect(whatsappBlocking.interpret(answer)).toMatchObject(expected)
})
