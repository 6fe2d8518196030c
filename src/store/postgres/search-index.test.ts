import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AccountId } from '#core/account/account.ts'
import type { FactBody } from '#core/loop/fact.ts'
import { accountId, ACME, added, BETA, contactId, given, NOW, opened } from '../ledger.scene.ts'
import { testStore, type TestStore } from './test-store.ts'

let test_: TestStore
let owner: pg.Client
beforeEach(async () => {
  test_ = await testStore()
  owner = await connected()
})
afterEach(async () => {
  await owner.end()
  await test_.drop()
})

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: test_.url })
  await client.connect()
  return client
}

const fill = (most = 100) => test_.store.searchIndex.fill(most)

async function findable(q: string): Promise<boolean> {
  const everybody = { view: 'all', agentId: null, lineId: null, contactId: null, limit: 50, cursor: null } as const
  return (await test_.store.views.conversations(ACME, { ...everybody, q, now: NOW })).data.length > 0
}
const named = (id: number, name: string): FactBody =>
  ({ kind: 'contact-named', contactId: contactId(id), name, username: null }) as const
const rename = (id: number, name: string) =>
  given(test_.store.ledger, [named(id, name)], { contacts: [{ contactId: contactId(id), lineId: null }] })

/** What lies in the index, and what ought to, made of the contacts as they are. */
async function parts(account: AccountId) {
  const of = async (sql: string) =>
    (await owner.query<{ line: string }>(`select ${sql} order by 1`)).rows.map(({ line }) => line)
  return {
    kept: await of(`part || ' ' || contact_id as line from contact_part where account_id = '${account}'`),
    due: await of(`distinct part || ' ' || contact_id as line from contact, contact_parts(search) part
      where account_id = '${account}'`),
  }
}
async function expectInOrder(account: AccountId = ACME): Promise<void> {
  const { kept, due } = await parts(account)
  expect(kept).toEqual(due)
}
const waiting = async (): Promise<number> =>
  (await owner.query<{ waiting: number }>('select count(*)::int as waiting from contact_unindexed')).rows[0]?.waiting ??
  -1

test('a contact is found once the index is filled, and only what waits is filled', async () => {
  await given(test_.store.ledger, [added(1, { name: 'Lucía Fernández' }), opened(1, 1)])
  expect(await findable('ernan')).toBe(false)
  expect((await test_.store.upkeep.kept(NOW)).unindexed).toBe(1)
  expect(await fill()).toBe(1)
  expect(await findable('ernan')).toBe(true)
  expect((await test_.store.upkeep.kept(NOW)).unindexed).toBe(0)
  expect(await fill()).toBe(0)
})

test('a renamed contact is found by the new name alone, and still by the phone', async () => {
  await given(test_.store.ledger, [added(1, { name: 'Lucía Fernández' }), opened(1, 1)])
  await fill()
  await rename(1, 'Brunhilde')
  await rename(1, 'Zulema')
  expect(await waiting()).toBe(1)
  expect(await fill()).toBe(1)
  expect([await findable('ernan'), await findable('unhild'), await findable('ulem')]).toEqual([false, false, true])
  expect(await findable('5255000000')).toBe(true)
  await expectInOrder()
})

test('one that changes in what nobody searches for does not wait', async () => {
  await given(test_.store.ledger, [added(1)])
  await fill()
  await rename(1, 'CONTACT 1')
  expect(await waiting()).toBe(0)
})

test('an erased contact leaves nothing, whether it was in the index or not yet', async () => {
  await owner.query(insert(ACME, ['lucia', 'zulema']))
  await fill()
  await owner.query(insert(ACME, ['brunhilde']))
  await owner.query(`delete from contact where search in ('lucia', 'brunhilde')`)
  expect(await fill()).toBe(2)
  expect(await waiting()).toBe(0)
  expect((await parts(ACME)).kept).toHaveLength(3)
  await expectInOrder()
})

const insert = (account: AccountId, names: readonly string[]): string =>
  `insert into contact (account_id, contact_id, created_at, name, search, rest)
   select '${account}', gen_random_uuid(), now(), name, name, '{}' from unnest('{${names.join(',')}}'::text[]) as name`
const many = (count: number, what: string) => Array.from({ length: count }, (_, index) => `${what}${index} aaa aaa`)

test('two at once share the work, and what is taken by a third waits for nobody', async () => {
  await owner.query(insert(ACME, many(300, 'acme')))
  await owner.query(insert(BETA, many(50, 'beta')))
  const third = await connected()
  await third.query('begin')
  await third.query(`select from contact_unindexed where account_id = '${ACME}' limit 7 for update`)
  const work = async (): Promise<number> => {
    let filled = 0
    for (let some = -1; some !== 0; filled += some) some = await fill(20)
    return filled
  }
  const filled = await Promise.all([work(), work()])
  await third.query('rollback')
  await third.end()
  expect(filled[0] + filled[1] + (await work())).toBe(350)
  expect(await waiting()).toBe(0)
  await expectInOrder()
  await expectInOrder(BETA)
})

test('renamed while the index is being filled, a contact is found by the last name in the end', async () => {
  await owner.query(insert(ACME, many(40, 'first')))
  let isOver = false
  const filling = Promise.all(
    [1, 2].map(async () => {
      while (!isOver) await fill(15)
    }),
  )
  for (let turn = 0; turn < 40; turn++) {
    await owner.query(`update contact set search = 'turn${turn} ' || contact_id where account_id = '${ACME}'`)
  }
  isOver = true
  await filling
  while ((await fill()) > 0);
  await expectInOrder()
})

test('a rename that is not committed yet is not lost when the contact was about to be filled', async () => {
  await owner.query(insert(ACME, ['lucia']))
  const other = await connected()
  await other.query(`begin; update contact set search = 'zulema'`)
  expect(await fill()).toBe(0)
  await other.query('commit')
  await other.end()
  expect(await fill()).toBe(1)
  await expectInOrder()
})

test('every company has its share at once, and only its own contacts', async () => {
  await owner.query(insert(ACME, many(100, 'acme')))
  for (const company of [2, 3, 4]) await owner.query(insert(accountId(company), many(2, 'few')))
  expect(await fill(20)).toBe(5 + 2 + 2 + 2)
  for (const company of [2, 3, 4]) await expectInOrder(accountId(company))
  await owner.query(`update contact set search = 'other ' || search where account_id = '${ACME}'`)
  const before = (await parts(BETA)).kept
  while ((await fill()) > 0);
  expect((await parts(BETA)).kept).toEqual(before)
})

test('parts that nobody should have written are no obstacle', async () => {
  await owner.query(insert(ACME, ['lucia', 'zulema']))
  await owner.query(
    `insert into contact_part select account_id, 'lucia', contact_id from contact where search = 'lucia'`,
  )
  expect(await fill()).toBe(2)
  await expectInOrder()
})
