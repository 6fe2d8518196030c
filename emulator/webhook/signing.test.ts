import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { serialize, signature } from './signing.ts'

describe('a webhook body', () => {
  it('escapes emoji as two lower-case units, accents as one, and slashes', () => {
    expect(serialize({ a: '🙂 é/ñ' })).toBe('{"a":"\\ud83d\\ude42 \\u00e9\\/\\u00f1"}')
  })
  it('means the same after parsing', () => {
    const value = { text: 'línea\n"comillas" \\ / 👩‍👧 \u2028' }
    expect(JSON.parse(serialize(value))).toEqual(value)
  })
  it('is signed as it is written, so a re-serialised body has another signature', () => {
    const body = serialize({ a: '🙂' })
    expect(signature(body, 's')).toBe(`sha256=${createHmac('sha256', 's').update(body).digest('hex')}`)
    expect(signature(JSON.stringify(JSON.parse(body)), 's')).not.toBe(signature(body, 's'))
  })
})
