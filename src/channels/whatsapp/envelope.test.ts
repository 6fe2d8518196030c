import { describe, expect, test } from 'vitest'
import { keysOf, MAX_BODY_BYTES, MAX_DEPTH, openEnvelope } from './envelope.ts'
import { SAMPLES } from './test-world.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const opened = (text: string) => openEnvelope(encode(text))
const nested = (levels: number) =>
  `{"object":"whatsapp_business_account","entry":[${'['.repeat(levels - 2)}${']'.repeat(levels - 2)}]}`

describe('a body is not ours when it', () => {
  test.each([
    ['is no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'The body is not UTF-8'],
    ['holds half a character in bytes', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), 'The body is not UTF-8'],
    ['is no JSON', encode('{'), 'The body is not JSON'],
    ['is empty', encode(''), 'The body is not JSON'],
    ['is no object', encode('[]'), 'The body is not a JSON object'],
    ['says no object', encode('{}'), '"object" is missing, expected "whatsapp_business_account"'],
    ['speaks of pages', encode('{"object":"page"}'), '"object" is "page", expected "whatsapp_business_account"'],
    ['has no list of entries', encode('{"object":"whatsapp_business_account"}'), '"entry" is not a list'],
    ['is nested too deep', encode(nested(MAX_DEPTH + 1)), 'The body is nested deeper than 64 levels'],
    ['names __proto__', encode('{"a":[{"__proto__":{}}]}'), 'The body has a key "__proto__"'],
    ['hides __proto__ in escapes', encode('{"\\u005f_proto__":1}'), 'The body has a key "__proto__"'],
    ['names constructor', encode('{"constructor":1}'), 'The body has a key "constructor"'],
    ['names prototype', encode('{"prototype":1}'), 'The body has a key "prototype"'],
    ['has NUL in a key', encode('{"a\\u0000":1}'), 'The body has a key that cannot be stored'],
  ])('%s', (_, body, reason) => {
    expect(openEnvelope(body)).toEqual({ ok: false, error: reason })
  })

  test('is too large', () => {
    const body = new Uint8Array(MAX_BODY_BYTES + 1).fill(0x20)
    expect(openEnvelope(body)).toMatchObject({ ok: false, error: expect.stringContaining('4000001 bytes') as string })
  })
  test('opens a million brackets, without falling over', () => {
    expect(opened('['.repeat(1_000_000)).ok).toBe(false)
    expect(opened('['.repeat(1_000_000) + ']'.repeat(1_000_000)).ok).toBe(false)
  })
})

test('a body of exactly 64 levels is read', () => {
  expect(opened(nested(MAX_DEPTH)).ok).toBe(true)
})

test('words that name dangerous keys are only words in a text', () => {
  expect(opened('{"object":"whatsapp_business_account","entry":[{"id":"constructor"}]}').ok).toBe(true)
})

test('characters that cannot be stored are replaced, in objects and in lists', () => {
  const envelope = opened(
    '{"object":"whatsapp_business_account","entry":[{"id":"a\\u0000b"},"\\ud83d","\\ud83d\\ude00"]}',
  )
  expect(envelope).toEqual({ ok: true, value: { entry: [{ id: 'a\ufffdb' }, '\ufffd', '😀'] } })
})

describe('what a body speaks of', () => {
  const keysIn = (body: unknown) => {
    const envelope = opened(JSON.stringify(body))
    if (!envelope.ok) throw new Error(envelope.error)
    return keysOf(envelope.value)
  }
  test('is every account and every number in it, each once', () => {
    expect(keysIn(SAMPLES.get('batch'))).toEqual({
      phoneNumberIds: ['106540352242922', '206540352242922'],
      accountIds: ['102290129340398', '202290129340398'],
      isOfPortfolio: false,
    })
  })
  test('is found in notices of any field', () => {
    expect(keysIn(SAMPLES.get('standby')).phoneNumberIds).toEqual(['106540352242922'])
  })
  test('is nothing in an empty one', () => {
    expect(keysIn({ object: 'whatsapp_business_account', entry: [null, { changes: [null] }] })).toEqual({
      phoneNumberIds: [],
      accountIds: [],
      isOfPortfolio: false,
    })
  })
  test('may be a portfolio, which may name an account', () => {
    const keys = (entry: object) => keysIn({ object: 'whatsapp_business_account', entry: [entry] })
    const changes = [{ field: 'account_update', value: { waba_info: { waba_id: '102290129340398' } } }]
    expect(keys({ id: '2949482758682047', changes })).toEqual({
      phoneNumberIds: [],
      accountIds: ['2949482758682047', '102290129340398'],
      isOfPortfolio: true,
    })
    expect(keys({ id: '2', changes: [{ field: 'partner_solutions', value: null }] }).isOfPortfolio).toBe(true)
  })
  test("is a portfolio's in the samples of the dashboard, too", () => {
    expect(keysIn({ object: 'whatsapp_business_account', entry: [{ id: '0', changes: [] }] }).isOfPortfolio).toBe(true)
  })
})
