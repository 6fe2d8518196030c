import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AccountId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { LikenessKind } from '#core/contact/evidence.ts'
import type { FactBody } from '#core/loop/fact.ts'
import { ACME, added, BETA, contactId, given, later, NOW, phone } from '../../ledger.scene.ts'
import { BadCursor } from '../../views/views.ts'
import { testStore, type TestStore } from '../test-store.ts'

let test_: TestStore
beforeEach(async () => {
  test_ = await testStore()
})
afterEach(() => test_.drop())

const OLD = phone('5215512345678')
const NEW = phone('525512345678')
const by = { kind: 'system' } as const
const pair = { contactId: contactId(2), intoId: contactId(1), by, why: null }

const happens = (body: FactBody) => {
  const ids = [1, 2, 3].map((id) => ({ contactId: contactId(id), lineId: null }))
  return given(test_.store.ledger, [body], { contacts: ids })
}
const comes = (id: number, about: Partial<Contact>) => happens(added(id, { name: `Contact ${id}`, ...about }))
const follow = async (now = NOW): Promise<void> => {
  await test_.store.searchIndex.fill(100)
  while (!(await test_.store.duplicates.follow(ACME, now)).isDone);
}
const list = (
  ask: { kind?: LikenessKind; q?: string; limit?: number; cursor?: string | null } = {},
  account: AccountId = ACME,
) => test_.store.duplicates.list(account, { kind: null, q: null, limit: 50, cursor: null, ...ask })
const listed = async (ask: Parameters<typeof list>[0] = {}) =>
  (await list(ask)).data.map(({ one, other, evidence }) =>
    [Number(one.contactId.slice(-2)), Number(other.contactId.slice(-2)), evidence[0]?.kind].join(' '),
  )

test('two are listed once for what they are alike in, whoever came first as the first', async () => {
  await comes(2, { addresses: [NEW], createdAt: later(1) })
  await comes(1, { addresses: [OLD] })
  await comes(3, { addresses: [phone('573001112233')] })
  expect(await listed()).toEqual([])
  await follow()
  expect(await listed()).toEqual(['1 2 spelling'])
  expect((await list()).data[0]).toMatchObject({ foundAt: NOW, evidence: [{ own: '+5215512345678' }] })
  expect(await list({}, BETA)).toEqual({ data: [], next: null })
  expect(await listed({ q: 'CONTÁCT 2' })).toEqual(['1 2 spelling'])
  expect(await listed({ q: 'Rosalía' })).toEqual([])
})

test.each<[string, FactBody]>([
  ['are merged', { kind: 'contacts-merged', ...pair, evidence: ['spelling'] }],
  ['are kept apart', { kind: 'contacts-kept-apart', ...pair, otherId: contactId(1), evidence: ['spelling'] }],
  ['lose what they were alike in', { kind: 'address-retired', contactId: contactId(2), address: NEW, until: NOW }],
  ['are erased', { kind: 'contact-erased', contactId: contactId(1), requestId: 'r' as never }],
])('who %s are not listed from that moment on', async (_, fact) => {
  await comes(1, { addresses: [OLD] })
  await comes(2, { addresses: [NEW] })
  await follow()
  await happens(fact)
  const isFormer = fact.kind === 'address-retired'
  expect(await listed()).toEqual(isFormer ? ['1 2 former-phone'] : [])
  await follow(later(1))
  expect(await listed()).toEqual(isFormer ? ['1 2 former-phone'] : [])
})

test('what was merged by mistake is listed again only for something new', async () => {
  await comes(1, { addresses: [OLD] })
  await comes(2, { addresses: [NEW] })
  await happens({ kind: 'contacts-merged', ...pair, evidence: ['spelling'] })
  await happens({ kind: 'merge-undone', ...pair })
  await happens({ kind: 'contacts-kept-apart', ...pair, otherId: contactId(1), evidence: ['spelling'] })
  await follow()
  expect(await listed()).toEqual([])
  await happens({ kind: 'phone-claimed', contactId: contactId(1), otherId: contactId(2), phone: NEW.value })
  await follow(later(5))
  expect(await listed()).toEqual(['1 2 claimed-phone'])
  expect((await list()).data[0]?.foundAt).toBe(later(5))
})

test('who claims the phone of somebody is alike with whoever that is a part of since', async () => {
  await comes(1, {})
  await comes(2, { addresses: [NEW] })
  await comes(3, {})
  await happens({ kind: 'phone-claimed', contactId: contactId(3), otherId: contactId(2), phone: NEW.value })
  await happens({ kind: 'contacts-merged', ...pair, evidence: [] })
  await follow()
  expect(await listed()).toEqual(['1 3 claimed-phone'])
})

test('the same username is found among many who begin alike, once the search index has it', async () => {
  await comes(1, { username: '@lucia.paredes' })
  await comes(3, { username: '@lucia.paredes.mx' })
  await follow()
  await comes(2, { username: '@Lucia.Paredes' })
  expect(await test_.store.duplicates.follow(ACME, NOW)).toMatchObject({ rows: 0, isDone: true })
  await follow()
  expect(await listed()).toEqual(['1 2 username'])
})

test('strongest first, page by page, and of one kind', async () => {
  await comes(1, { username: '@lu', addresses: [OLD] })
  await comes(2, { username: '@lu', createdAt: later(1) })
  await follow()
  await comes(3, { addresses: [NEW], username: '@lu', createdAt: later(2) })
  await follow(later(1))
  const all = ['1 3 spelling', '2 3 username', '1 2 username']
  expect(await listed()).toEqual(all)
  const paged: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    paged.push(...(await listed({ limit: 1, cursor: cursor ?? null })))
    cursor = (await list({ limit: 1, cursor: cursor ?? null })).next
  }
  expect(paged).toEqual(all)
  expect(await listed({ kind: 'username' })).toEqual(all)
  expect(await listed({ kind: 'spelling' })).toEqual(all.slice(0, 1))
  await expect(list({ cursor: 'nothing' })).rejects.toBeInstanceOf(BadCursor)
})

test('whoever looks at the same time finds the same, once', async () => {
  await comes(1, { addresses: [OLD] })
  await comes(2, { addresses: [NEW] })
  await test_.store.searchIndex.fill(100)
  const rows = await Promise.all([1, 2, 3].map(() => test_.store.duplicates.follow(ACME, NOW)))
  expect(rows.reduce((sum, portion) => sum + portion.rows, 0)).toBe(1)
  expect(await listed()).toEqual(['1 2 spelling'])
})
