import pg from 'pg'
import { eventAt, phoneOf, STATUSES } from './events.ts'

export type Correctness = { readonly lost: number; readonly duplicated: number; readonly misattributed: number }

type Row = { wire_id: string; count: number; phone: string | null }

/**
 * Reads back what the database has of the events with the given numbers: each message once and with its customer, each of
 * our messages as far as its reports say.
 */
export async function readBack(
  databaseUrl: string,
  ranges: readonly { readonly first: number; readonly count: number }[],
  customers: number,
): Promise<Correctness> {
  const expected = new Map<string, number>()
  const furthest = new Map<string, number>()
  for (const { first, count } of ranges) {
    for (let index = first; index < first + count; index++) {
      const event = eventAt(index, customers)
      if (event.kind === 'message') expected.set(event.wireId, event.customer)
      else furthest.set(event.wireId, Math.max(furthest.get(event.wireId) ?? 0, STATUSES.indexOf(event.status)))
    }
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(MESSAGES)
    const found = new Map(rows.map((row) => [row.wire_id, row]))
    let [lost, duplicated, misattributed] = [0, 0, 0]
    for (const [wireId, customer] of expected) {
      const row = found.get(wireId)
      if (!row) lost += 1
      else if (row.count > 1) duplicated += 1
      else if (row.phone !== phoneOf(customer)) misattributed += 1
    }
    for (const { wire_id } of rows) if (!expected.has(wire_id)) duplicated += 1
    const states = await client.query<{ wire_id: string; status: string }>(STATES)
    const stateOf = new Map(states.rows.map((row) => [row.wire_id, row.status]))
    for (const [wireId, status] of furthest) {
      if (STATUSES.indexOf((stateOf.get(wireId) ?? '') as (typeof STATUSES)[number]) < status) lost += 1
    }
    const { rows: counts } = await client.query<{ contacts: number }>('select count(*)::int as contacts from contact')
    duplicated += Math.max(0, (counts[0]?.contacts ?? 0) - customers)
    return { lost, duplicated, misattributed }
  } finally {
    await client.end()
  }
}

const MESSAGES = `
  select m.wire_id, count(*)::int as count, min(a.value) as phone
  from message m
  join conversation c using (account_id, conversation_id)
  left join address a on (a.account_id, a.contact_id, a.kind) = (c.account_id, c.contact_id, 'phone')
  where m.wire_id like 'wamid.bench.in.%'
  group by m.wire_id`
const STATES = `select wire_id, rest ->> 'status' as status from message where wire_id like 'wamid.bench.out.%'`
