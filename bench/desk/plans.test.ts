import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Instant, instant } from '#base/time.ts'
import { VIEWS } from '#core/conversation/view.ts'
import { openPool } from '#store/postgres/pool.ts'
import { postgresSearchIndex } from '#store/postgres/search-index.ts'
import { postgresViews } from '#store/postgres/views.ts'
import type { ConversationFilter, Views } from '#store/views/views.ts'
import { type FreshDatabase, freshDatabase } from '#tools/test-database.ts'
import { agentId, LARGE } from './company.ts'
import { everydayWork } from './everyday.ts'
import { operationsOf, targetsOf } from './operations.ts'
import { faultsOf } from './plan-rules.ts'
import { explainAll, type Planned } from './plans.ts'
import { seed } from './seed.ts'
import { settingsFor } from '../house.ts'

/** Every hot statement of the product, as it is carried out where there is enough for a bad plan to show. */
const MESSAGES = 60_000
let database: FreshDatabase
let pool: ReturnType<typeof openPool>
let views: Views
let now: Instant

beforeAll(async () => {
  database = await freshDatabase()
  await seed(database.url, settingsFor(1, 2, 'STANDARD'), MESSAGES)
  pool = openPool({ databaseUrl: database.url, name: 'plans', connections: 2, plans: 'generic', log: () => undefined })
  views = postgresViews(pool)
  now = instant(Date.now())
}, 180_000)
afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

async function plannedBy(work: (explained: typeof pool) => Promise<unknown>): Promise<readonly Planned[]> {
  const all: Planned[] = []
  const explained = openPool({
    databaseUrl: database.url,
    name: 'explained',
    connections: 1,
    plans: 'generic',
    log: () => undefined,
  })
  explainAll(explained, (planned) => all.push(planned))
  try {
    await work(explained)
  } finally {
    await explained.end()
  }
  return all
}

test('what agents read is found by index, in order, and bounded', async () => {
  const operations = operationsOf(await targetsOf(views, now))
  const planned = await plannedBy(async (explained) => {
    for (const { read } of operations) {
      for (let turn = 0; turn < 3; turn++) await read(postgresViews(explained), agentId(1), now, turn)
    }
  })
  expect(new Set(planned.map(({ name }) => name)).size).toBeGreaterThan(22)
  expect(planned.flatMap(faultsOf)).toEqual([])
}, 60_000)

test('what the loop reads and writes is found by key', async () => {
  const planned = await plannedBy(everydayWork)
  expect(new Set(planned.map(({ name }) => name)).size).toBeGreaterThan(20)
  expect(planned.flatMap(faultsOf)).toEqual([])
}, 60_000)

test('of many contacts who wait to be findable, a few are found by key', async () => {
  const client = await pool.connect()
  await client.query(`begin; set local app.accounts = '{${LARGE}}'`)
  await client.query(`insert into contact_unindexed (account_id, contact_id, indexed)
    select account_id, contact_id, search || ' formerly' from contact where account_id = '${LARGE}' limit 3000
    on conflict do nothing`)
  await client.query('commit')
  client.release()
  const planned = await plannedBy(async (explained) => {
    expect(await postgresSearchIndex(explained).fill(100)).toBe(100)
  })
  expect(planned.map(({ name }) => name)).toEqual(['index-companies', 'index-take', 'index-fill'])
  expect(planned.flatMap(faultsOf)).toEqual([])
  while ((await postgresSearchIndex(pool).fill(1_000)) > 0);
}, 60_000)

test('before there are statistics, too, whoever has an address, and the lines they wrote to, are found by key', async () => {
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ value: string }>(
      `select value from address where account_id = '${LARGE}' and kind = 'phone' limit 1`,
    )
    const phones = rows.map(({ value }) => value)
    await owner.query(`delete from pg_statistic where starelid = 'address'::regclass`)
    await owner.query(`update pg_class set relpages = 0, reltuples = -1 where oid = 'address'::regclass`)
    const planned = await plannedBy(async (explained) => {
      const seen = postgresViews(explained)
      const contact = await seen.contactAt(LARGE, phones)
      expect(contact?.addresses.map(({ value }) => value)).toContain(phones[0])
      await seen.wroteTo(LARGE, { addresses: phones })
      if (contact) await seen.contactsAlike(LARGE, contact)
    })
    const names = planned.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['view-contact-at', 'lines-written-to', 'contacts-alike']))
    expect(planned.flatMap(faultsOf)).toEqual([])
  } finally {
    await owner.query('analyze address')
    await owner.end()
  }
}, 60_000)

test('a statement that goes through a whole table is found out', async () => {
  const planned = await plannedBy(async (explained) => {
    const client = await explained.connect()
    await client.query(`begin; set local app.accounts = '{${LARGE}}'`)
    const values = [LARGE, '%1234%']
    await client.query({ name: 'bad', text: 'select from contact where account_id = $1 and search like $2', values })
    await client.query({ name: 'worse', text: `select from message where wire_id = 'wamid'`, values: [] })
    await client.query('commit')
    client.release()
  })
  const faults = planned.flatMap(faultsOf)
  expect(faults.join('\n')).toMatch(/bad: .* looks at \d{4,} rows/)
  expect(faults.join('\n')).toMatch(/worse: .* goes through the whole table/)
})

describe('search', () => {
  const filter = (more: Partial<ConversationFilter>): ConversationFilter => ({
    ...{ view: 'all', agentId: agentId(1), lineId: null, contactId: null, q: null, limit: 50, cursor: null, now },
    ...more,
  })
  async function everything(more: Partial<ConversationFilter>) {
    const rows: Awaited<ReturnType<Views['conversations']>>['data'][number][] = []
    for (let cursor: string | null = null, more_ = true; more_; more_ = cursor !== null) {
      const page: Awaited<ReturnType<Views['conversations']>> = await views.conversations(
        LARGE,
        filter({ ...more, cursor }),
      )
      rows.push(...page.data)
      cursor = page.next
    }
    return rows
  }

  test.each([
    'maria',
    'jose hern',
    'zulema',
    'ulem',
    'dez luc',
    'zu',
    'r',
    '5512',
    '123',
    'etxeberria',
    'wolfgang',
    'z',
  ])(
    'the pages of %j hold just those whose name or phone has it',
    async (q) => {
      for (const view of ['all', 'resolved'] as const) {
        const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
        const expected = (await everything({ view, limit: 100 })).filter(({ contact }) => {
          const text = folded(`${contact.name} ${contact.addresses.find(({ kind }) => kind === 'phone')?.value}`)
          return q.split(' ').every((part) => text.includes(part))
        })
        expect((await everything({ view, q })).map(({ conversation }) => conversation.conversationId)).toEqual(
          expected.map(({ conversation }) => conversation.conversationId),
        )
      }
    },
    60_000,
  )

  test('a contact is found by the new name and not by the old one', async () => {
    const client = await pool.connect()
    const [row] = (await views.conversations(LARGE, filter({}))).data
    try {
      await client.query(`begin; set local app.accounts = '{${LARGE}}'`)
      await client.query({
        text: `update contact set search = 'brunhilde' where account_id = $1 and contact_id = $2`,
        values: [LARGE, row?.contact.contactId],
      })
      await client.query('commit')
    } finally {
      client.release()
    }
    await postgresSearchIndex(pool).fill(10)
    expect((await everything({ q: 'unhil' })).length).toBe(1)
    expect((await everything({ q: `${row?.contact.addresses[1]?.value}` })).length).toBe(0)
  })
})

test('counts are those of the lists, up to the thousand', async () => {
  const { views: counted } = await views.counts(LARGE, agentId(1), null, now)
  for (const view of VIEWS) {
    let length = 0
    for (let cursor: string | null = null, more = true; more && length < 1_000; more = cursor !== null) {
      const asked = { view, agentId: agentId(1), lineId: null, contactId: null, q: null, limit: 100, cursor, now }
      const page: Awaited<ReturnType<Views['conversations']>> = await views.conversations(LARGE, asked)
      length += page.data.length
      cursor = page.next
    }
    expect([view, counted[view]]).toEqual([view, Math.min(length, 1_000)])
  }
})
