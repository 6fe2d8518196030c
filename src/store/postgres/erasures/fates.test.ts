import pg from 'pg'
import { expect, test } from 'vitest'
import { FATES } from '../../fates.ts'
import { testStore } from '../test-store.ts'

test('of every column that can hold words it is decided what erasing a person does to it', async () => {
  const store = await testStore()
  const owner = new pg.Client({ connectionString: store.url })
  await owner.connect()
  const { rows } = await owner.query<{ name: string }>(
    `select relname || '.' || attname as name from pg_attribute join pg_class on pg_class.oid = attrelid
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and attnum > 0
       and not attisdropped and atttypid::regtype::text not in ('uuid', 'integer', 'bigint', 'smallint', 'boolean',
         'timestamp with time zone', 'date', 'xid8') order by 1`,
  )
  await owner.end()
  await store.drop()
  const decided = Object.entries(FATES).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  )
  expect(decided.sort()).toEqual(rows.map(({ name }) => name).sort())
})
