import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyChain } from '../consent-chain.ts'
import { chainOf } from '../consents.ts'
import { consentContract } from '../consents.contract.ts'
import { ACME, added, contactId, given, said } from '../ledger.scene.ts'
import { asOwner } from './migrate.ts'
import { openStore, type Store } from './open.ts'
import { testStore, type TestStore } from './test-store.ts'

let test_: TestStore
let second: Store
beforeEach(async () => {
  test_ = await testStore()
  second = openStore({ databaseUrl: test_.url })
})
afterEach(async () => {
  await second.close()
  await test_.drop()
})

consentContract(async () => ({
  ledger: test_.store.ledger,
  other: second.ledger,
  consents: test_.store.consents,
}))

const verify = async (store: Store) =>
  verifyChain(chainOf(store.consents, ACME), await store.consents.head(ACME), () => false)

test('nobody may alter, remove or empty it: not the program, not even its owner', async () => {
  await given(test_.store.ledger, [added(1), said(1)])
  await asOwner(test_.url, async (owner) => {
    for (const attempt of [
      `update consent_link set change = 'withdrawn'`,
      'delete from consent_link',
      'truncate consent_link cascade',
      `update consent_detail set rest = '{}'`,
    ]) {
      await expect(owner.query(attempt)).rejects.toThrow(/never changed/)
    }
    for (const right of ['update', 'delete', 'truncate']) {
      const { rows } = await owner.query<{ may: boolean }>(
        `select has_table_privilege('hilo_runtime', 'consent_link', $1) as may`,
        [right],
      )
      expect(rows[0]?.may, right).toBe(false)
    }
  })
})

test('whoever gets past all that is found out, also after a restart', async () => {
  await given(test_.store.ledger, [added(1), said(1), said(2), said(3)])
  expect((await verify(test_.store)).flaws).toEqual([])
  await asOwner(test_.url, async (owner) => {
    await owner.query(`set session_replication_role = replica`)
    await owner.query(`update consent_link set change = 'withdrawn' where number = 2`)
    await owner.query('delete from consent_link where number = 3')
  })
  expect((await verify(second)).flaws).toEqual([
    { number: 2, what: 'altered' },
    { number: 2, what: 'cut-short' },
  ])
})

const NO_FILTER = { purpose: null, change: null, means: null, contactIds: null, limit: 10, cursor: null }

test('the list is newest first, filtered, and read page by page', async () => {
  const words = [
    said(1),
    said(2, { purpose: 'notices' }),
    said(3, { change: 'withdrawn' }),
    said(4, { means: 'import' }),
  ]
  await given(test_.store.ledger, [added(1), ...words])
  const list = async (about: object) => {
    const { data, next } = await test_.store.consents.list(ACME, { ...NO_FILTER, ...about })
    return { numbers: data.map(({ row }) => row.link.number), next }
  }
  expect((await list({})).numbers).toEqual([4, 3, 2, 1])
  expect((await list({ purpose: 'notices' })).numbers).toEqual([2])
  expect((await list({ change: 'withdrawn' })).numbers).toEqual([3])
  expect((await list({ means: 'import' })).numbers).toEqual([4])
  expect((await list({ contactIds: [contactId(2)] })).numbers).toEqual([])
  const named = await test_.store.consents.list(ACME, { ...NO_FILTER, limit: 1 })
  expect(named.data[0]?.name).toBe('Contact 1')
  const first = await list({ limit: 3 })
  expect((await list({ limit: 3, cursor: first.next })).numbers).toEqual([1])
})
