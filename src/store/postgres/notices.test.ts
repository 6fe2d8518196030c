import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AgentId } from '#core/account/account.ts'
import type { Notice, Standing } from '#core/notice/notice.ts'
import { ACME, BETA, contactId, later, NOW, SALES } from '../ledger.scene.ts'
import type { NewNotice } from '../notices.ts'
import { testStore, type TestStore } from './test-store.ts'

let test_: TestStore
beforeEach(async () => {
  test_ = await testStore()
})
afterEach(() => test_.drop())

const ANA = contactId(1) as string as AgentId
const quality = (value: string): Standing => ({ aspect: 'quality', value, until: null })
const notice = (standing: readonly Standing[] = []): Notice => ({
  code: 'line-flagged',
  about: { kind: 'line', address: null },
  from: null,
  to: null,
  details: ['a\u0000b'],
  until: null,
  standing,
})
const entry = (digest: string, about: Partial<NewNotice> = {}): NewNotice => ({
  accountId: ACME,
  digest,
  lineId: SALES,
  groupKey: 'group',
  field: 'account_update',
  severity: 'danger',
  notice: notice(),
  recipients: [],
  value: { event: 'FLAGGED', text: '\u0000' },
  toldAt: NOW,
  heardAt: NOW,
  ...about,
})
const keep = (...given: Parameters<typeof entry>) => test_.store.notices.keep(entry(...given), [SALES])
const list = async (show: 'new' | 'important' | 'all' = 'all', accountId = ACME) =>
  (await test_.store.notices.list(accountId, { show, limit: 50, cursor: null })).data

test('the same thing told twice is one notice, seen by its own company alone', async () => {
  await keep('one')
  await keep('one')
  const [only, ...others] = await list()
  expect(others).toEqual([])
  expect(only).toMatchObject({ lineId: SALES, severity: 'danger', notice: notice(), toldAt: NOW, acknowledged: null })
  expect(await list('all', BETA)).toEqual([])
  const id = only?.noticeId ?? ''
  expect(JSON.parse((await test_.store.notices.raw(ACME, id)) ?? '')).toEqual({ event: 'FLAGGED', text: '\u0000' })
  expect(await test_.store.notices.raw(BETA, id)).toBeNull()
  expect(await test_.store.notices.acknowledge(BETA, [id], { agentId: ANA, at: NOW })).toEqual([])
})

test('what matters is counted until somebody acknowledges it, once', async () => {
  await keep('danger')
  await keep('warning', { severity: 'warning', toldAt: later(1) })
  await keep('info', { severity: 'info', toldAt: later(2) })
  expect(await test_.store.notices.counts(ACME)).toEqual({ warning: 1, danger: 1 })
  expect((await list()).map(({ severity }) => severity)).toEqual(['info', 'warning', 'danger'])
  const ids = (await list('new')).map(({ noticeId }) => noticeId)
  const by = { agentId: ANA, at: later(5) }
  expect(await test_.store.notices.acknowledge(ACME, [...ids, 'x', '99'], by)).toHaveLength(2)
  expect(await test_.store.notices.acknowledge(ACME, ids, by)).toEqual([])
  expect(await test_.store.notices.counts(ACME)).toEqual({ warning: 0, danger: 0 })
  expect(await list('new')).toEqual([])
  expect((await list('important')).map(({ acknowledged }) => acknowledged)).toEqual([by, by])
})

test('pages lead through all of them, newest told first', async () => {
  for (const n of [3, 1, 2, 2]) await keep(`n${n}-${Math.random()}`, { toldAt: later(n) })
  const seen: number[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof test_.store.notices.list>> = await test_.store.notices.list(ACME, {
      show: 'all',
      limit: 1,
      cursor,
    })
    seen.push(...page.data.map(({ toldAt }) => toldAt))
    cursor = page.next
  } while (cursor !== null)
  expect(seen).toEqual([later(3), later(2), later(2), later(1)])
})

test('a line stands as the newest word says, in whatever order the words come', async () => {
  const words = [
    entry('red', { toldAt: later(1), notice: notice([quality('RED')]) }),
    entry('green', { toldAt: later(3), notice: notice([quality('GREEN')]) }),
    entry('also', { toldAt: later(3), notice: notice([quality('YELLOW')]) }),
    entry('old', { toldAt: later(2), notice: notice([quality('UNKNOWN')]) }),
  ]
  for (const order of [words, words.toReversed()]) {
    for (const word of order) await test_.store.notices.keep(word, [SALES])
    expect(await test_.store.notices.standing(ACME)).toEqual([
      { lineId: SALES, aspect: 'quality', value: 'YELLOW', until: null, toldAt: later(3) },
    ])
  }
  expect(await test_.store.notices.keep(entry('again', { toldAt: later(2) }), [SALES])).toEqual([])
  const newer = entry('newer', { toldAt: later(4), notice: notice([quality('RED')]) })
  expect(await test_.store.notices.keep(newer, [SALES])).toEqual([SALES])
})
