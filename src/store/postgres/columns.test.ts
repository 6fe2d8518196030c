import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import { Unstorable } from '../ledger.ts'
import { columns } from './columns.ts'
import { openPool } from './pool.ts'
import { testStore, type TestStore } from './test-store.ts'
import { statement, unscoped } from './transaction.ts'

let store: TestStore
let pool: ReturnType<typeof openPool>
beforeAll(async () => {
  store = await testStore()
  pool = openPool({ databaseUrl: store.url, name: 'test', connections: 1, log: () => undefined })
})
afterAll(async () => {
  await pool.end()
  await store.drop()
})

const ALL = columns({
  id: 'uuid',
  words: 'text',
  rest: 'json',
  whole: 'int',
  small: 'smallint',
  long: 'bigint',
  at: 'timestamptz',
  raw: 'bytea',
})
const ECHO = statement('echo', `select * from ${ALL.from()}`)

describe('rows sent as binary columns', () => {
  test('come back as they went, in their order: nothing, the least, the greatest, and text of all kinds', async () => {
    const rows = [
      { id: '01a20516-7087-7194-a422-671dd0dea0a9', words: '', rest: {}, whole: 0, small: 0, long: 0 },
      { id: null, words: null, rest: null, whole: null, small: null, long: null },
      {
        id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        words: 'Ñandú 👩‍👩‍👧 "\\',
        rest: { a: ['\0', '\ud800'] },
        whole: -(2 ** 31),
        small: -(2 ** 15),
        long: -Number.MAX_SAFE_INTEGER,
      },
      {
        id: '00000000-0000-0000-0000-000000000000',
        words: '\0 \ud800',
        rest: [null],
        whole: 2 ** 31 - 1,
        small: 2 ** 15 - 1,
        long: Number.MAX_SAFE_INTEGER,
      },
    ].map((row, index) => ({ ...row, at: INSTANTS[index] ?? null, raw: Buffer.from([0, 255, index]) }))
    expect((await unscoped(pool, ECHO, ALL.values(rows))).rows).toEqual(rows)
    expect((await unscoped(pool, ECHO, ALL.values([]))).rows).toEqual([])
  })

  test('an id that is none and an instant outside of the years 1 to 9999 can never be stored', () => {
    expect(() => columns({ id: 'uuid' }).values([{ id: 'tracking-42' }])).toThrow(Unstorable)
    expect(() => columns({ at: 'timestamptz' }).values([{ at: instant(Date.UTC(10_000, 0, 1)) }])).toThrow(Unstorable)
  })
})

const INSTANTS = [instant(Date.UTC(2026, 10, 22, 12, 0, 0, 1)), null, instant(-62_135_596_800_000), instant(0)]
