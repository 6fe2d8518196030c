import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '#tools/test-database.ts'
import { asOwner, migrate } from './migrate.ts'

let database: FreshDatabase
let folder: string
beforeEach(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(path.join(os.tmpdir(), 'hilo-migrations-'))
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text)
const run = () => migrate(database.url, folder)

test('all migrations apply to an empty database, once, also when several processes start together', async () => {
  cpSync(path.resolve(import.meta.dirname, '../../../migrations'), folder, { recursive: true })
  const outcomes = await Promise.all([run(), run(), run()])
  const applied = outcomes.flatMap((outcome) => outcome.applied)
  expect(applied.length).toBeGreaterThan(5)
  expect(new Set(applied).size).toBe(applied.length)
  expect(await run()).toEqual({ applied: [] })
})

test('new files are applied after those that are there', async () => {
  write('0001-one.sql', 'create table one ()')
  expect(await run()).toEqual({ applied: ['0001-one.sql'] })
  write('0002-two.sql', 'create table two ()')
  expect(await run()).toEqual({ applied: ['0002-two.sql'] })
})

test('a file that fails leaves nothing behind and says which it was', async () => {
  write('0001-one.sql', 'create table one ()')
  write('0002-two.sql', 'create table two (); select nonsense')
  await expect(run()).rejects.toThrow('0002-two.sql could not be applied: column "nonsense" does not exist')
  const found = await asOwner(database.url, (owner) =>
    owner.query(`select to_regclass('one') one, to_regclass('two') two`),
  )
  expect(found.rows).toEqual([{ one: 'one', two: null }])
})

test('a changed, missing or badly named file is refused', async () => {
  write('0001-one.sql', 'create table one ()')
  await run()
  write('0001-one.sql', 'create table one (); --')
  await expect(run()).rejects.toThrow(/0001-one.sql was changed after it was applied/)
  rmSync(path.join(folder, '0001-one.sql'))
  await expect(run()).rejects.toThrow(/has applied 0001-one.sql/)
  write('1-two.sql', '')
  await expect(run()).rejects.toThrow(/not named like/)
})
