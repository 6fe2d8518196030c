import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACME, added, begun, BETA, deliver, given, nothing, NOW, outbound, queued, said } from '../ledger.scene.ts'
import { openPool } from './pool.ts'
import { testStore, type TestStore } from './test-store.ts'
import { alone, inTransaction, statement } from './transaction.ts'

/** Which of the tables with an account no account can be seen without, one by one. */
let test_: TestStore
let owner: pg.Client
let runtime: pg.Client

beforeAll(async () => {
  test_ = await testStore()
  const { ledger } = test_.store
  await given(ledger, [...begun, queued(outbound(2)), said(1)])
  await test_.store.searchIndex.fill(10)
  await given(ledger, [added(2)])
  await ledger.commit({ ...nothing(await ledger.load([])), effects: [deliver(2)] })
  owner = new pg.Client({ connectionString: test_.url })
  runtime = new pg.Client({ connectionString: test_.url })
  await Promise.all([owner.connect(), runtime.connect()])
  await runtime.query('set role hilo_runtime')
})
afterAll(async () => {
  await Promise.all([owner.end(), runtime.end()])
  await test_.drop()
})

/** These belong to the installation: which account they speak of is not known before they are read. */
const INSTALLATION = [
  'delivery',
  'delivery_lease',
  'migration',
  'platform_app',
  'reprocess',
  'set_aside',
  'set_aside_body',
]
/** These hold nothing of Acme's in this test. */
const EMPTY = [
  'agent',
  'api_key',
  'app_sync',
  'billing',
  'budget',
  'budget_reached',
  'consent_import',
  'consent_settings',
  'contact_policy',
  'contact_policy_change',
  'cost_reader',
  'cost_recount',
  'cost_row',
  'cost_total',
  'do_not_contact',
  'erased_address',
  'erasure',
  'form_endpoint',
  'guide_share',
  'invitation_count',
  'line_alert',
  'line_hours',
  'line_look',
  'line_pin',
  'line_standing',
  'media',
  'media_wire',
  'notice',
  'notice_recipient',
  'number_guide',
  'opening_hours',
  'opening_hours_change',
  'own_word',
  'possible_duplicate',
  'possible_duplicate_reader',
  'privacy_hold',
  'privacy_request',
  'rate_card',
  'send_hour',
  'send_hour_reader',
  'session',
  'sign_up',
  'template',
  'template_day',
  'template_day_reader',
  'template_event',
  'template_last_sent',
  'template_use',
  'template_version',
]

const tables = async (): Promise<string[]> =>
  (
    await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace
       and relkind in ('r', 'p') and not relispartition order by relname`,
    )
  ).rows.map(({ name }) => name)

async function within<Row extends object>(setting: string, sql: string): Promise<Row[]> {
  await runtime.query(`begin; ${setting}`)
  try {
    return (await runtime.query<Row>(sql)).rows
  } finally {
    await runtime.query('rollback')
  }
}
const as = (account: string) => `set local app.accounts = '{${account}}'`

test('every table but the installation’s begins its key with the account and forces row-level security', async () => {
  const { rows } = await owner.query<{ name: string; forced: boolean; first: string }>(
    `select relname as name, relrowsecurity and relforcerowsecurity as forced, attname as first
     from pg_class join pg_index on indrelid = pg_class.oid and indisprimary
     join pg_attribute on attrelid = pg_class.oid and attnum = indkey[0]
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
  )
  for (const { name, forced, first } of rows.filter((row) => !INSTALLATION.includes(row.name))) {
    expect({ name, forced, first }).toEqual({ name, forced: true, first: 'account_id' })
  }
  expect(rows.map(({ name }) => name).sort()).toEqual(await tables())
})

test('every foreign key between tables of accounts carries the account', async () => {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(
    `select conname as name, array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any (conkey)) as columns
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  expect(rows.length).toBeGreaterThan(5)
  for (const { name, columns } of rows) {
    if (name !== 'line_app_id_fkey')
      expect({ name, columns }).toEqual({ name, columns: expect.arrayContaining(['account_id']) })
  }
})

test('without an account there are no rows, with another account none of ours, with ours they are there', async () => {
  for (const table of await tables()) {
    if (INSTALLATION.includes(table)) continue
    const count = `select count(*)::integer from ${table} where account_id = '${ACME}'`
    const counts = [await within('', count), await within(as(BETA), count), await within(as(ACME), count)].map(
      ([row]) => (row as { count: number }).count,
    )
    expect([table, counts[0], counts[1]]).toEqual([table, 0, 0])
    if (!EMPTY.includes(table)) expect([table, counts[2]]).not.toEqual([table, 0])
  }
})

test('of what was set aside, an account has its own rows, and nobody may write into another’s', async () => {
  const insert = (account: string) =>
    `insert into set_aside (account_id, reason, raw, at) values ('${account}', 'odd', 'x', now())`
  const seen = async (setting: string) =>
    (await within<{ seen: string }>(setting, `select account_id as seen from set_aside where account_id is not null`))
      .length
  await owner.query(`set app.accounts = '{${ACME}}'`)
  await owner.query(insert(ACME))
  expect([await seen(''), await seen(as(BETA)), await seen(as(ACME))]).toEqual([0, 0, 1])
  await expect(within(as(BETA), insert(ACME))).rejects.toMatchObject({ code: '42501' })
  expect(
    await within(as(BETA), `update set_aside set state = 'released' where account_id = '${ACME}' returning 1`),
  ).toEqual([])
  await expect(
    within(as(BETA), `update set_aside set account_id = null where account_id = '${ACME}' returning 1`),
  ).resolves.toEqual([])
})

test('the setting ends with its transaction', async () => {
  await within(as(ACME), 'select from message')
  expect((await runtime.query('select from message')).rowCount).toBe(0)
})

test('a connection forgets whose rows it saw, also after what failed', async () => {
  const pool = openPool({ databaseUrl: test_.url, name: 'isolation', connections: 1, log: () => undefined })
  const seen = statement('isolation-seen', 'select 1 from contact')
  const seenLater = async () => (await pool.query('select 1 from contact')).rowCount
  try {
    expect((await pool.query('select current_user as role')).rows).toEqual([{ role: 'hilo_runtime' }])
    expect((await alone(pool, [ACME], seen)).rowCount).toBeGreaterThan(0)
    expect(await seenLater()).toBe(0)
    await inTransaction(pool, [ACME], (run) => run(seen))
    expect(await seenLater()).toBe(0)
    await alone(pool, [ACME], statement('isolation-broken', 'select 1 / 0')).catch(() => undefined)
    expect(await seenLater()).toBe(0)
  } finally {
    await pool.end()
  }
})

test('a row of another account can be neither added nor changed nor taken', async () => {
  const counter = `insert into account_counter (account_id) values ('${ACME}')`
  await expect(within(as(BETA), counter)).rejects.toMatchObject({ code: '42501' })
  expect(await within(as(BETA), `update contact set name = 'x' returning 1`)).toEqual([])
  expect(await within(as(BETA), `delete from effect returning 1`)).toEqual([])
  const move = `update contact set account_id = '${BETA}' where account_id = '${ACME}'`
  await expect(within(as(ACME), move)).rejects.toMatchObject({ code: '42501' })
})

test('a foreign key cannot point into another account', async () => {
  const { rows } = await owner.query('select contact_id from contact')
  const address = `insert into address (account_id, channel, kind, value, contact_id)
    values ('${BETA}', 'whatsapp', 'phone', '1', '${rows[0].contact_id}')`
  await expect(within(as(BETA), address)).rejects.toMatchObject({ code: '23503' })
})

test('the scope of the installation opens only what it is for', async () => {
  const scope = `set local app.scope = 'installation'`
  for (const table of [
    'message',
    'contact',
    'contact_part',
    'conversation',
    'address',
    'fact',
    'media',
    'template',
    'wire_ref',
    'client_ref',
  ]) {
    expect([table, await within(scope, `select 1 from ${table}`)]).toEqual([table, []])
  }
  expect(await within(scope, 'select 1 from line')).toHaveLength(4)
  expect(await within(scope, 'delete from line returning 1').catch((error) => error.code)).toBe('42501')
  await expect(within(scope, `update agent set name = 'x' returning 1`)).resolves.toEqual([])
  expect(await within(scope, 'delete from effect returning 1')).toEqual([])
  expect(await within(scope, 'select 1 from contact_unindexed')).toHaveLength(1)
  expect(await within(scope, 'delete from contact_unindexed returning 1')).toEqual([])
})

test('facts and deliveries are never changed, and partitions have no door of their own', async () => {
  for (const sql of [
    `update fact set kind = 'x'`,
    'delete from fact',
    `update delivery set channel = 'x'`,
    'delete from delivery',
    'update cost_row set micros = 0',
    'delete from cost_row',
    'delete from contact_policy_change',
    `update rate_card set currency = 'EUR'`,
  ]) {
    await expect(within(as(ACME), sql)).rejects.toMatchObject({ code: '42501' })
  }
  for (const partition of ['message_default', 'fact_default', 'message_2026_11', 'delivery_default']) {
    await expect(within(as(ACME), `select from ${partition}`)).rejects.toMatchObject({ code: '42501' })
  }
})

test('the store’s own connections are the runtime role’s', async () => {
  const seen = await owner.query<{ application_name: string }>(
    `select application_name from pg_stat_activity where datname = current_database() and application_name like 'hilo-%'`,
  )
  expect(seen.rows.length).toBeGreaterThan(0)
  await expect(
    test_.store.ledger.load([{ ...emptyNeeds, accountId: "x'; drop table fact; --" as typeof ACME }]),
  ).rejects.toThrow(/UUID/)
  expect(await test_.store.ledger.factsAfter(BETA, 0, 10)).toEqual([])
  expect(await test_.store.ledger.effects.take(['deliver'], NOW, NOW, 10)).toHaveLength(1)
})

const emptyNeeds = {
  addresses: [],
  wireIds: [],
  messages: [],
  conversations: [],
  contacts: [],
  clientKeys: [],
  templates: [],
}
