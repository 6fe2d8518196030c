import pg from 'pg'
import type { Accepted } from './journal.ts'

export type Correctness = {
  /** Not with Meta, or not known by us to be there. */
  readonly lost: number
  /** Sent more than once, or never asked for. */
  readonly duplicated: number
  /** Known by us under another id than Meta's. */
  readonly misattributed: number
}
/** How often Meta said no, by its code. */
export type Refusals = Readonly<Record<string, number>>

type Row = { message_id: string; wire_id: string | null; status: string }

const TAKEN = ['accepted', 'sent', 'delivered', 'read']

/** Holds what the product knows against what Meta's double has taken: every message once, under the same id. */
export async function readBack(
  databaseUrl: string,
  expected: ReadonlySet<string>,
  accepted: readonly Accepted[],
): Promise<{ readonly correctness: Correctness; readonly refusals: Refusals; readonly read: number }> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const wires = new Map<string, string>()
    let [lost, duplicated, misattributed, read] = [0, 0, 0, 0]
    for (const { messageId, wireId } of accepted) {
      if (!expected.has(messageId) || wires.has(messageId)) duplicated += 1
      wires.set(messageId, wireId)
    }
    const { rows } = await client.query<Row>(MESSAGES)
    const known = new Map(rows.map((row) => [row.message_id, row]))
    for (const messageId of expected) {
      const row = known.get(messageId)
      if (!wires.has(messageId) || !row || !TAKEN.includes(row.status)) lost += 1
      else if (row.wire_id !== wires.get(messageId)) misattributed += 1
      if (row?.status === 'read') read += 1
    }
    const codes = await client.query<{ code: string; count: number }>(REFUSALS)
    const refusals = Object.fromEntries(codes.rows.map(({ code, count }) => [code, count]))
    return { correctness: { lost, duplicated, misattributed }, refusals, read }
  } finally {
    await client.end()
  }
}

/** Messages that wait for the sender, or are on their way. */
export async function stillToSend(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from effect where kind = 'deliver'`,
  )
  return rows[0]?.count ?? 0
}

const MESSAGES = `select message_id, wire_id, rest ->> 'status' as status from message where direction = 'out'`
const REFUSALS = `
  select coalesce(rest -> 'problem' ->> 'code', rest ->> 'status') as code, count(*)::int as count from fact
  where kind = 'message-postponed'
    or (kind = 'message-progressed' and rest ->> 'status' in ('refused', 'failed', 'unknown'))
  group by 1`
