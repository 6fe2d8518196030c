import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digitsOf, variantsOf } from './phone-variants.ts'

describe('a number is looked for under', () => {
  test.each([
    ['Mexico, with and without 1', '5215512345678', '525512345678'],
    ['Mexico, Monterrey', '528112345678', '5218112345678'],
    ['Brazil, with and without the ninth digit', '5531987654321', '553187654321'],
    ['Brazil, an old São Paulo mobile', '551176543210', '5511976543210'],
    ['Argentina, with and without 9', '5491123456789', '541123456789'],
    ['Argentina, Bariloche', '542944123456', '5492944123456'],
  ])('both its spellings: %s', (_, phone, other) => {
    expect(variantsOf(phone)).toEqual([phone, other])
  })
  test.each([
    ['a Brazilian landline', '551134567890'],
    ['a Brazilian mobile whose short form would be a landline', '5511934567890'],
    ['Colombia', '573001234567'],
    ['Spain', '34612345678'],
    ['the United States', '16505551234'],
    ['a Mexican number with a digit missing', '52155123456'],
    ['a user id', 'MX.13491208655302741918'],
    ['nothing', ''],
    ['a line end behind', '525512345678\n'],
  ])('itself only: %s', (_, phone) => {
    expect(variantsOf(phone)).toEqual([phone])
  })
})

describe('for any number', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
  const phone = fc.oneof(
    ...[10, 11].map((length) => digits(length).map((tail) => `52${tail}`)),
    ...[10, 11].map((length) => digits(length).map((tail) => `55${tail}`)),
    ...[10, 11].map((length) => digits(length).map((tail) => `54${tail}`)),
    fc.string(),
  )
  test('the given spelling is first, none is twice, and each leads to the other', () => {
    fc.assert(
      fc.property(phone, (given) => {
        const variants = variantsOf(given)
        expect(variants[0]).toBe(given)
        expect(new Set(variants).size).toBe(variants.length)
        expect(variants.length).toBeLessThanOrEqual(2)
        for (const variant of variants) expect(new Set(variantsOf(variant))).toEqual(new Set(variants))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('what a person types', () => {
  test.each([
    ['+52 (55) 5000-1000', '525550001000'],
    ['0052 55 5000 1000', '525550001000'],
    ['+55 31 98765–4321', '5531987654321'],
    ['\u202a+54 9 11 2345.6789\u202c', '5491123456789'],
    ['＋５２５５', '5255'],
    ['55/5000/1000', '5550001000'],
  ])('%s becomes %s', (typed, expected) => {
    expect(digitsOf(typed)).toBe(expected)
  })
  test.each(['', '+', 'Lucía', '55 ext 4', '+52+55', '12a', '@lucia'])('%j is no number', (typed) => {
    expect(digitsOf(typed)).toBe('')
  })
})
