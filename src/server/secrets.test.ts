import { expect, test } from 'vitest'
import type { AccountId } from '#core/account/account.ts'
import type { Sealed } from '#store/registry.ts'
import { createVault, cryptoRandom, hashPassword, hashToken, isPassword, isSame, newToken } from './secrets.ts'

const MASTER = 'm'.repeat(32)
const row = { accountId: 'a' as AccountId, kind: 'line', rowId: '1' }

test('a sealed secret opens for its own row only', () => {
  const vault = createVault(MASTER)
  const sealed = vault.seal('EAAtoken ñ', row)
  expect(sealed).not.toContain('EAAtoken')
  expect(vault.open(sealed, row)).toBe('EAAtoken ñ')
  for (const other of [
    { ...row, rowId: '2' },
    { ...row, kind: 'app' },
    { ...row, accountId: 'b' as AccountId },
  ]) {
    expect(() => vault.open(sealed, other)).toThrow('cannot be opened')
  }
})

test('another master key, a changed byte or garbage do not open it', () => {
  const sealed = createVault(MASTER).seal('secret', row)
  expect(() => createVault('n'.repeat(32)).open(sealed, row)).toThrow('HILO_SECRET')
  const bytes = Buffer.from(sealed, 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => createVault(MASTER).open(changed.toString('base64url') as Sealed, row)).toThrow()
  }
  expect(() => createVault(MASTER).open('' as Sealed, row)).toThrow()
})

test('one secret is sealed differently each time', () => {
  const vault = createVault(MASTER)
  expect(vault.seal('x', row)).not.toBe(vault.seal('x', row))
})

test('passwords are hashed with argon2id and told apart', async () => {
  const hashed = await hashPassword('contraseña')
  expect(hashed).toMatch(/^\$argon2id\$/)
  expect(await isPassword('contraseña', hashed)).toBe(true)
  expect(await isPassword('contrasena', hashed)).toBe(false)
  expect(await isPassword('contraseña', null)).toBe(false)
})

test('tokens are long, random and kept as hashes', () => {
  expect(newToken()).toMatch(/^[\w-]{43}$/)
  expect(newToken()).not.toBe(newToken())
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(isSame('abc', 'abc')).toBe(true)
  expect(isSame('abc', 'abcd')).toBe(false)
  expect(cryptoRandom.next()).toBeLessThan(1)
  const drawn = Array.from({ length: 5_000 }, () => Buffer.from(cryptoRandom.bytes(8)).toString('hex'))
  expect(new Set(drawn).size).toBe(5_000)
  expect(cryptoRandom.bytes(20_000)).toHaveLength(20_000)
})
