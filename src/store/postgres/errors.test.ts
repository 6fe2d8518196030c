import { expect, test } from 'vitest'
import { LedgerUnavailable, Unstorable } from '../ledger.ts'
import { asTold, isLostRace } from './errors.ts'

const errorWith = (code: string): Error => Object.assign(new Error('x'), { code })

test.each(['EPIPE', 'ECONNRESET', 'ENOENT', 'ETIMEDOUT', '57P01', '53100', '08006', '55P03'])(
  '%s says that the database is away',
  (code) => expect(asTold(errorWith(code))).toBeInstanceOf(LedgerUnavailable),
)

test.each(['22P05', '22003', '23503', '54000'])('%s says that these values can never be stored', (code) =>
  expect(asTold(errorWith(code))).toBeInstanceOf(Unstorable),
)

test.each(['23505', '40001', '42P01', 'XX000'])('%s is told as it is', (code) => {
  const error = errorWith(code)
  expect(asTold(error)).toBe(error)
})

test.each(['23505', '40001', '40P01'])('%s is a lost race: load and decide again', (code) =>
  expect(isLostRace(errorWith(code))).toBe(true),
)

test.each(['23503', '57014', '42P01'])('%s is no lost race', (code) => expect(isLostRace(errorWith(code))).toBe(false))
