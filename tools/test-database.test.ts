import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase, type Template } from './test-database.ts'

const answer = async (url: string, sql: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

test('a fresh database is empty, ours alone, in UTF-8 and UTC', async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()])
  await answer(one.url, 'create table only_here ()')
  expect(await answer(two.url, `select to_regclass('only_here') found`)).toEqual({ found: null })
  expect(await answer(one.url, 'show server_encoding')).toEqual({ server_encoding: 'UTF8' })
  expect(await answer(one.url, 'show timezone')).toEqual({ TimeZone: 'UTC' })
  await Promise.all([one.drop(), two.drop()])
})

test('a template is prepared once and copied with its content', async () => {
  let prepared = 0
  const template: Template = {
    name: 'template_for_this_test',
    prepare: async (url) => {
      prepared += 1
      await answer(url, 'create table thread as select 7 as length')
    },
  }
  const copies = await Promise.all([freshDatabase(template), freshDatabase(template), freshDatabase(template)])
  expect(prepared).toBe(1)
  for (const { url } of copies) expect(await answer(url, 'select * from thread')).toEqual({ length: 7 })
  await Promise.all(copies.map((copy) => copy.drop()))
})
