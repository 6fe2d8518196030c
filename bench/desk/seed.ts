import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { days, type Instant, instant, plus } from '#base/time.ts'
import type { Line } from '#core/line/line.ts'
import { createClock } from '#server/clock.ts'
import type { Demo } from '#server/config.ts'
import { seedDemo } from '#server/demo.ts'
import { lineSecret } from '#server/directory.ts'
import { createVault, hashToken } from '#server/secrets.ts'
import { openStore, type Store } from '#store/postgres/open.ts'
import { folded } from '#store/search.ts'
import { agentId, AGENTS, CONTACT_PREFIX, FIRST_NAMES, LARGE, LAST_NAMES, LINES, SMALL, smallLine } from './company.ts'
import { contactRest, conversationRest, messageRest } from './nouns.ts'

export type Seeded = {
  readonly messages: number
  readonly conversations: number
  readonly contacts: number
  readonly seededAt: Instant
  /** Session tokens of the large company's agents. */
  readonly tokens: readonly string[]
}

/** Fills an empty database with companies, lines, people and about so many messages, as the product would have. */
export async function seed(databaseUrl: string, settings: Demo, messages: number): Promise<Seeded> {
  const now = instant(Date.now())
  const store = openStore({ databaseUrl })
  try {
    await store.migrate()
    await store.ensurePartitions(now)
    const tokens = await people(store, settings, now)
    const talked = await talk(databaseUrl, messages, now)
    await makeFindable(store, databaseUrl)
    return { ...talked, seededAt: now, tokens }
  } finally {
    await store.close()
  }
}

async function people({ registry }: Store, settings: Demo, now: Instant): Promise<readonly string[]> {
  const vault = createVault(settings.secret)
  await seedDemo({ registry, vault, clock: createClock() }, settings)
  const own = (await registry.lines.list())[0]
  if (!own) throw new Error('The demo company has no line.')
  for (const [company, accountId] of SMALL.entries()) {
    await registry.accounts.create({ accountId, name: `Company ${company}`, country: 'MX', createdAt: now })
  }
  const more = [
    ...LINES.slice(1).map(({ lineId }) => ({ accountId: LARGE, lineId })),
    ...SMALL.map((accountId, company) => ({ accountId, lineId: smallLine(company) })),
  ]
  for (const [index, ids] of more.entries()) {
    const line: Line = { ...own.line, ...ids, key: `20000000000${index}`, name: `Line ${index}` }
    const accessToken = vault.seal(settings.accessToken, lineSecret(line))
    await registry.lines.put({ line, appId: own.appId, accessToken })
  }
  const tokens: string[] = []
  for (let number = 1; number <= AGENTS; number++) {
    const about = { email: `agent${number}@bench.example`, name: `Agent ${number}`, role: 'agent' } as const
    await registry.agents.put({ accountId: LARGE, agentId: agentId(number), ...about, passwordHash: '' })
    const token = randomBytes(32).toString('base64url')
    const session = { accountId: LARGE, agentId: agentId(number), createdAt: now, expiresAt: plus(now, days(7)) }
    await registry.sessions.add({ ...session, tokenHash: hashToken(token) })
    tokens.push(token)
  }
  return tokens
}

/** As the server does it, and then all tables as they are after a quiet night. */
async function makeFindable({ searchIndex }: Store, databaseUrl: string): Promise<void> {
  while ((await searchIndex.fill(FILLED_AT_ONCE)) > 0);
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('vacuum (analyze)')
  await client.query('checkpoint')
  await client.end()
}
const FILLED_AT_ONCE = 1_000

/** How many messages a conversation has: many short ones, few long ones. On average 13.6. */
const LENGTH = `case
  when u < 0.6 then 1 + (v * 6)::int when u < 0.85 then 7 + (v * 13)::int when u < 0.97 then 21 + (v * 29)::int
  when u < 0.999 then 51 + (v * 149)::int else 201 + (v * 299)::int end`
const MESSAGES_PER_CONVERSATION = 13.6
/** Messages per contact, most of whom have never been talked to more than once. */
const MESSAGES_PER_CONTACT = 10
/** Messages of a conversation follow each other after so long. */
const GAP_MS = 97_000
/** Every so many conversations there is a giant. */
const GIANT_EVERY = 200_000
const GIANT_MESSAGES = 5_000

async function talk(databaseUrl: string, messages: number, now: Instant) {
  const total = Math.max(100, Math.round(messages / MESSAGES_PER_CONVERSATION))
  const contacts = Math.round(messages / MESSAGES_PER_CONTACT)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const literal = (values: readonly string[]) => `array[${values.map((value) => pg.escapeLiteral(value)).join(',')}]`
  try {
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '256MB'`)
    await client.query(FUNCTIONS)
    await client.query(`
      create unlogged table bench_contact as
      select c, case c % 20 when 0 then '${SMALL[0]}' when 1 then '${SMALL[1]}' when 2 then '${SMALL[2]}' else '${LARGE}' end::uuid as account_id,
        ('${CONTACT_PREFIX}' || lpad(to_hex(c), 12, '0'))::uuid as contact_id,
        case c % 20 when 0 then '${smallLine(0)}' when 1 then '${smallLine(1)}' when 2 then '${smallLine(2)}'
          else (${literal(LINES.flatMap(({ lineId, percent }) => Array.from({ length: percent }, () => lineId)))})[1 + (c / 20 * 7 + c * 13) % 100] end::uuid as line_id,
        '521' || lpad(((c::bigint * 7368787 + 1234567) % 10000000000)::text, 10, '0') as phone, 'MX.' || (c + 10000000000000) as user_id,
        1 + floor(${FIRST_NAMES.length} * power(bench_dice(c, 1), 2))::int as first, 1 + floor(${LAST_NAMES.length} * power(bench_dice(c, 2), 2))::int as last,
        1 + floor(${LAST_NAMES.length} * power(bench_dice(c, 3), 2))::int as second, ${now} - ${days(60)} + c as created_ms
      from generate_series(0, ${contacts - 1}) as c`)
    await client.query(`
      insert into contact (account_id, contact_id, created_at, name, search, rest)
      select account_id, contact_id, bench_time(created_ms),
        (${literal(FIRST_NAMES)})[first] || ' ' || (${literal(LAST_NAMES)})[last] || ' ' || (${literal(LAST_NAMES)})[second],
        (${literal(FIRST_NAMES.map(folded))})[first] || ' ' || (${literal(LAST_NAMES.map(folded))})[last] || ' ' || (${literal(LAST_NAMES.map(folded))})[second] || E'\\n' || phone,
        ${contactRest()} from bench_contact`)
    await client.query(`
      insert into address (account_id, channel, kind, value, contact_id)
      select account_id, 'whatsapp', 'user-id', user_id, contact_id from bench_contact union all
      select account_id, 'whatsapp', 'phone', phone, contact_id from bench_contact`)
    await client.query(`
      create unlogged table bench_conversation as
      select *, sort_ms - (messages - 1) * ${GAP_MS}::bigint as opened_ms,
        case when waiting then sort_ms else sort_ms - ${GAP_MS} end as inbound_ms,
        case when waiting then sort_ms - ${GAP_MS} else sort_ms end as answer_ms,
        case when state = 'resolved' then sort_ms + 60000 end as resolved_ms
      from (
        select i, account_id, contact_id, line_id, state, sort_ms, agent_id, '${agentId(1)}'::uuid as first_agent,
          state = 'open' and bench_dice(i, 4) < 0.35 as waiting,
          state = 'open' and bench_dice(i, 5) < 0.004 as failed,
          case when i % ${GIANT_EVERY} = 99 then ${GIANT_MESSAGES} else ${LENGTH} end as messages
        from (
          select i, c.account_id, contact_id, line_id, bench_dice(i, 6) as u, bench_dice(i, 7) as v,
            case when i >= ${Math.round(total * 0.8)} and bench_dice(i, 8) < 0.8 then 'open' else 'resolved' end as state,
            case when c.account_id = '${LARGE}' and bench_dice(i, 9) < 0.7 then
              ('${agentId(0).slice(0, -12)}' || lpad(to_hex(1 + floor(bench_dice(i, 10) * ${AGENTS})::int), 12, '0'))::uuid end as agent_id,
            case when i < ${Math.round(total * 0.8)}
              then ${now} - ${days(50)} + (${days(48)}::bigint * i / ${Math.round(total * 0.8)})
              else ${now} - ${days(2)} + (${days(2)}::bigint * (i - ${Math.round(total * 0.8)}) / ${total - Math.round(total * 0.8)}) end as sort_ms
          from generate_series(0, ${total - 1}) as i join bench_contact c on c.c = i % ${Math.round(contacts * 0.6)}
        ) as drawn
      ) as made order by i`)
    await client.query('analyze bench_conversation')
    await client.query(`
      insert into conversation (account_id, conversation_id, contact_id, line_id, state, assignee_id, opened_at,
        customer_wrote_at, waiting_since, unread, failed_sends, sort_at, rest)
      select account_id, bench_conversation_id(opened_ms, i), contact_id, line_id, state, agent_id, bench_time(opened_ms),
        case when waiting or messages > 1 then bench_time(inbound_ms) end,
        case when waiting then bench_time(sort_ms) end, waiting::int, failed::int, bench_time(sort_ms),
        case when waiting then ${conversationRest('in')} else ${conversationRest('out')} end
      from bench_conversation order by i`)
    await Promise.all([0, 1].map((half) => messagesOf(databaseUrl, total, half)))
    await client.query(`
      insert into wire_ref (account_id, line_id, wire_id, message_id)
      select account_id, line_id, wire_id, message_id from message
      where message_id >= bench_id(${now} - ${days(3)}, repeat('0', 12))`)
    await client.query(`
      insert into client_ref (account_id, client_key, message_id)
      select account_id, rest ->> 'clientKey', message_id from message
      where message_id >= bench_id(${now} - ${days(1)}, repeat('0', 12)) and direction = 'out'`)
    await client.query(`
      insert into fact (account_id, seq, at, kind, conversation_id, rest)
      select '${LARGE}', i + 1, bench_time(sort_ms), 'conversation-seen', id,
        json_build_object('kind', 'conversation-seen', 'conversationId', id, 'by', json_build_object('kind', 'system'))
      from (select *, bench_conversation_id(opened_ms, i) as id from bench_conversation) as seen;
      update account_counter set fact_seq = ${total} where account_id = '${LARGE}'`)
    const { rows } = await client.query<{ messages: number; conversations: number; contacts: number }>(
      `select (select sum(messages) from bench_conversation)::int as messages, ${total} as conversations, ${contacts} as contacts`,
    )
    await client.query('drop table bench_contact, bench_conversation')
    const [row] = rows
    if (!row) throw new Error('Nothing was made.')
    return row
  } finally {
    await client.end()
  }
}

/** Half of the conversations, so that two can be written at once. */
async function messagesOf(databaseUrl: string, total: number, half: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const [from, to] = [Math.round((total * half) / 2), Math.round((total * (half + 1)) / 2)]
  try {
    await client.query(`set synchronous_commit = off; set session_replication_role = replica`)
    await client.query(`
      insert into message (account_id, message_id, conversation_id, line_id, direction, at, wire_id, rest)
      select account_id, bench_message(at_ms, i, k), conversation_id, line_id, direction, bench_time(at_ms), bench_wire(i, k),
        case when direction = 'in' then ${messageRest('in')} else ${messageRest('out')} end
      from (
        select c.*, k, sort_ms - (messages - k) * ${GAP_MS}::bigint as at_ms, bench_conversation_id(opened_ms, i) as conversation_id,
          case when ((messages - k) % 2 = 0) = waiting then 'in' else 'out' end as direction
        from bench_conversation c cross join lateral generate_series(1, messages) as k
        where i >= ${from} and i < ${to}
      ) as said`)
  } finally {
    await client.end()
  }
}

/** Ids like the product's, made of the moment and of numbers. */
const FUNCTIONS = `
  create function bench_id(ms bigint, tail text) returns uuid immutable parallel safe language sql as $$
    select (substr(lpad(to_hex(ms), 12, '0'), 1, 8) || '-' || substr(lpad(to_hex(ms), 12, '0'), 9, 4) || '-7000-8000-' || tail)::uuid $$;
  create function bench_message(ms bigint, i int, k int) returns uuid immutable parallel safe language sql as $$
    select bench_id(ms, lpad(to_hex(i), 7, '0') || lpad(to_hex(k), 5, '0')) $$;
  create function bench_conversation_id(ms bigint, i int) returns uuid immutable parallel safe language sql as $$
    select bench_id(ms, lpad(to_hex(i), 12, '0')) $$;
  create function bench_wire(i int, k int) returns text immutable parallel safe language sql as $$
    select 'wamid.HBgNNTIxNTUxMjM0NTY3OBUCABEYEjdEMkY5' || lpad(to_hex(i), 7, '0') || lpad(to_hex(k), 5, '0') || 'AA==' $$;
  create function bench_time(ms bigint) returns timestamptz immutable parallel safe language sql as $$
    select to_timestamp(ms / 1000.0) $$;
  create function bench_dice(number int, turn int) returns double precision immutable parallel safe language sql as $$
    select (hashint8extended(number, turn) & 1073741823) / 1073741824.0 $$`
