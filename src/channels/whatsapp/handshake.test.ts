import { describe, expect, test } from 'vitest'
import { answerHandshake } from './handshake.ts'

const asked = { 'hub.mode': 'subscribe', 'hub.verify_token': 'abc', 'hub.challenge': '1158201444' }

describe('Meta asks whether this address is ours', () => {
  test('and gets its challenge back for any of our tokens', () => {
    expect(answerHandshake(asked, ['old', 'abc'])).toEqual({ kind: 'challenge', challenge: '1158201444' })
  })
  test.each([
    ['another mode', { ...asked, 'hub.mode': 'unsubscribe' }, ['abc'], 'hub.mode is not "subscribe"'],
    ['another token', { ...asked, 'hub.verify_token': 'abcd' }, ['abc'], 'hub.verify_token is not ours'],
    ['two tokens', { ...asked, 'hub.verify_token': ['abc', 'abc'] }, ['abc'], 'hub.verify_token is not ours'],
    ['no token of ours', asked, [], 'hub.verify_token is not ours'],
    ['an empty token of ours', { ...asked, 'hub.verify_token': '' }, [''], 'hub.verify_token is not ours'],
    ['no challenge', { ...asked, 'hub.challenge': undefined }, ['abc'], 'hub.challenge is not a plain word'],
    ['markup', { ...asked, 'hub.challenge': '<script>' }, ['abc'], 'hub.challenge is not a plain word'],
  ])('and is refused with %s', (_, query, tokens, reason) => {
    expect(answerHandshake(query, tokens)).toEqual({ kind: 'refused', reason })
  })
})
