import { expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { AccountId } from '#core/account/account.ts'
import { digestOf, formerlyOf } from './formerly.ts'
import { createVault } from './secrets.ts'

const ACME = 'acme' as AccountId
const vault = createVault('s'.repeat(32))
const phone = (value: string) => ({ channel: 'whatsapp', kind: 'phone', value }) as const
const erased = (value: string, at: number) => ({
  accountId: ACME,
  digest: digestOf(vault, ACME, phone(value)),
  erasedAt: instant(at),
  covers: 'marketing' as const,
})

test('an erased phone is known in any of its spellings, for what came before the erasure', () => {
  const formerly = formerlyOf(vault, ACME, [erased('5215512345678', 1_000)])
  expect(formerly(phone('525512345678'), instant(999))).toEqual({ erasedAt: 1_000, covers: 'marketing' })
  expect(formerly(phone('5215512345678'), instant(1_000))).toBeNull()
  expect(formerly(phone('5215599999999'), instant(0))).toBeNull()
})

test('what is newer than every erasure is not even hashed', () => {
  const never = {
    fingerprint: () => {
      throw new Error('hashed')
    },
  }
  const formerly = formerlyOf(never, ACME, [erased('5215512345678', 1_000)])
  expect(formerly(phone('5215512345678'), instant(1_000))).toBeNull()
})

test('a hash tells nothing without the key, and nothing to another company', () => {
  const [one, other] = [
    digestOf(vault, ACME, phone('525512345678')),
    digestOf(vault, 'beta' as AccountId, phone('525512345678')),
  ]
  expect(one).not.toBe(other)
  expect(digestOf(createVault('t'.repeat(32)), ACME, phone('525512345678'))).not.toBe(one)
})
