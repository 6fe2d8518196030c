import { describe, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { WireAnswer } from '#channels/channel.ts'
import { interpret } from './interpret.ts'

const NOW = instant(1_795_000_000_000)
const answered = (status: number, body: unknown, retryAfterMs: number | null = null): WireAnswer => ({
  kind: 'answered',
  status,
  body,
  retryAfterMs,
})
const graphError = (code: number, more: object = {}) => ({
  error: { message: `(#${code}) No`, type: 'OAuthException', code, error_data: { details: 'Because' }, ...more },
})
const after = (answer: WireAnswer, attempt = 1) => {
  const outcome = interpret(answer, attempt, NOW)
  return outcome.kind === 'again' ? (outcome.notBefore - NOW) / 1000 : outcome.kind
}

describe('accepted', () => {
  test('is an answer with the id of the message, and tells who it went to', () => {
    const body = {
      messaging_product: 'whatsapp',
      contacts: [{ input: '+5215512345678', wa_id: '5215512345678', user_id: 'MX.1' }],
      messages: [{ id: 'wamid.OURS', message_status: 'held_for_quality_assessment' }],
    }
    expect(interpret(answered(200, body), 1, NOW)).toEqual({
      kind: 'accepted',
      wireId: 'wamid.OURS',
      recipient: { userId: 'MX.1', phone: '5215512345678' },
    })
  })
  test('without a phone when it went to a user id', () => {
    const body = { contacts: [{ input: 'US.1', user_id: 'US.1' }], messages: [{ id: 'wamid.OURS' }] }
    expect(interpret(answered(200, body), 1, NOW)).toMatchObject({ recipient: { userId: 'US.1', phone: null } })
  })
  test('also when the answer names no recipient', () => {
    const outcome = interpret(answered(200, { messages: [{ id: 'wamid.OURS' }] }), 1, NOW)
    expect(outcome).toMatchObject({ kind: 'accepted', recipient: { userId: null, phone: null } })
  })
})

describe('unknown, since it may have been accepted', () => {
  test.each([
    ['no answer came', { kind: 'lost', reason: 'time-out' }],
    ['success without an id', answered(200, { messages: [{}] })],
    ['success that cannot be read', answered(200, null)],
    ['a gateway’s page', answered(502, '<html>')],
    ['a server error without Meta’s words', answered(500, { error: 'oops' })],
    ['a request that somebody stopped waiting for', answered(408, null)],
  ] satisfies [string, WireAnswer][])('%s', (_, answer) => {
    expect(interpret(answer, 1, NOW)).toEqual({ kind: 'unknown' })
  })
})

describe('again, since it was surely not accepted', () => {
  test.each([
    ['130429 throughput', 130429, [1, 2, 4, 60]],
    ['131056 pair limit: 4^n', 131056, [4, 16, 64, 'refused']],
    ['4 application limit', 4, [120, 240, 480, 'refused']],
    ['80007 account limit', 80007, [120, 240, 480, 'refused']],
    ['131000 something went wrong', 131000, [5, 15, 45, 'refused']],
    ['131016 unavailable', 131016, [5, 15, 45, 'refused']],
    ['131057 maintenance', 131057, [5, 15, 45, 'refused']],
    ['1 unknown', 1, [5, 15, 45, 'refused']],
    ['2 down', 2, [5, 15, 45, 'refused']],
  ])('%s', (_, code, [first, second, third, late]) => {
    const answer = answered(code === 131000 ? 500 : 400, graphError(code))
    expect([after(answer, 1), after(answer, 2), after(answer, 3), after(answer, 12)]).toEqual([
      first,
      second,
      third,
      late,
    ])
  })
  test('when the request never left', () => {
    const answer: WireAnswer = { kind: 'not-sent', reason: 'ENOTFOUND graph.facebook.com' }
    expect([1, 2, 3, 19, 20].map((attempt) => after(answer, attempt))).toEqual([2, 4, 8, 300, 'refused'])
    expect(interpret(answer, 20, NOW)).toMatchObject({ problem: { code: 'unavailable' } })
  })
  test('when Meta marks an error we do not know as passing', () => {
    expect(after(answered(500, graphError(999_999, { is_transient: true })))).toBe(5)
  })
  test('when somebody before Meta says: too many', () => {
    expect(after(answered(429, 'slow down'))).toBe(1)
  })
  test('not earlier than the answer asks for, but never later than a day', () => {
    expect(after(answered(400, graphError(130429), 30_000))).toBe(30)
    expect(after(answered(400, graphError(130429), 1e15))).toBe(86_400)
  })
})

describe('refused, with Meta’s reason', () => {
  test.each([
    ['an expired token', 401, 190],
    ['a token that is none', 401, 0],
    ['a missing permission', 403, 203],
    ['24 hours passed', 400, 131047],
    ['a missing template', 404, 132001],
    ['enough marketing', 400, 131049],
    ['an error nobody told us of', 400, 999_999],
    ['an error nobody told us of, on Meta’s side', 500, 999_999],
  ])('%s', (_, status, code) => {
    expect(interpret(answered(status, graphError(code)), 1, NOW)).toEqual({
      kind: 'refused',
      problem: { code: String(code), title: `(#${code}) No`, details: 'Because' },
    })
  })
  test('or ours where Meta gives none', () => {
    expect(interpret(answered(400, { error: { code: 131026 } }), 1, NOW)).toMatchObject({
      problem: { code: '131026', title: expect.stringContaining('that number has no WhatsApp'), details: null },
    })
  })
  test('a plain no without Meta’s words', () => {
    expect(interpret(answered(404, 'Not found'), 1, NOW)).toMatchObject({
      kind: 'refused',
      problem: { code: 'http-404' },
    })
  })
})
