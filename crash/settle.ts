import { setTimeout as pause } from 'node:timers/promises'
import { SETTLE_AFTER } from '#core/message/claim.ts'
import type { House } from './house.ts'
import { acceptedIn } from './journal.ts'
import type { Load } from './load.ts'

/** Rest must come within this, by the machine's clock. */
const PATIENCE_MS = 40_000
/** Who is not at rest after this waits for a timer; the clock is then turned past the longest one. */
const TURN_AFTER_MS = 800
const TURN_EVERY_MS = 4_000

/**
 * Waits until nothing is on its way any more: Meta has told everything, every delivery is read, every effect is carried
 * out, every message of ours has come to an end, and the feed has told all. Answers what still was after too long.
 */
export async function settle(house: House, load: Load): Promise<string[]> {
  const startedMs = Date.now()
  let turnAtMs = startedMs + TURN_AFTER_MS
  for (;;) {
    const open = await openIn(house, load).catch((error: unknown) => [String(error)])
    if (open.length === 0) return []
    const now = Date.now()
    if (now - startedMs > PATIENCE_MS) return open.map((what) => `did not come to rest: ${what}`)
    if (now > turnAtMs) {
      await house.turnClock(SETTLE_AFTER + 1_000).catch(() => undefined)
      turnAtMs = now + TURN_EVERY_MS
    }
    await pause(50)
  }
}

const openIn = async (house: House, load: Load): Promise<string[]> => {
  const open = await unsettled(house, load)
  return open.length > 0 ? open : stillToBeTold(house, load)
}

/** What Meta took without our hearing of it is unknown until Meta tells of it, which it may do late. */
async function stillToBeTold(house: House, { tried }: Load): Promise<string[]> {
  const rows = await house.ask<{ key: string }>(UNKNOWN)
  if (rows.length === 0) return []
  const unknown = new Set(rows.map(({ key }) => key))
  const taken = acceptedIn(house.folder, tried).filter(({ key }) => unknown.has(`clave ${key}`))
  return taken.length === 0 ? [] : [`${taken.length} messages are unknown, and with Meta`]
}
const UNKNOWN = `
  select coalesce(rest #>> '{content,text}', rest #>> '{content,caption}') as key
  from message where direction = 'out' and rest ->> 'status' = 'unknown'`

async function unsettled(house: House, { acknowledged, written, tried, listeners }: Load): Promise<string[]> {
  const { pending } = await house.control<{ pending: number }>('GET', '/webhooks?limit=1')
  if (pending > 0) return [`${pending} updates are with Meta`]
  const [row] = await house.ask<Row>(OPEN, [[...acknowledged.keys(), ...written.keys()]])
  if (!row) return ['no answer']
  const missing = acknowledged.size + written.size - row.received
  const seq = Number(row.seq)
  const behind = listeners.filter((listener) => listener.seq() !== seq).map((listener) => listener.seq())
  return [
    ...(row.unread > 0 ? [`${row.unread} deliveries are not read`] : []),
    ...(missing > 0 ? [`${missing} messages that were acknowledged are missing`] : []),
    ...(row.effects > 0 ? [`${row.effects} effects are not carried out: ${row.kinds}`] : []),
    ...(row.sending > 0 && tried.size > 0 ? [`${row.sending} messages are not settled: ${row.states}`] : []),
    ...behind.map((at) => `the feed is at ${at}, and the newest fact is ${seq}`),
  ]
}

type Row = {
  received: number
  unread: number
  effects: number
  kinds: string | null
  sending: number
  states: string | null
  seq: string
}

const OPEN = `
  select
    (select count(distinct wire_id)::int from message where direction = 'in' and wire_id = any($1::text[])) as received,
    (select count(*)::int from delivery, delivery_lease lease
     where lease.shard = 'whatsapp' and (delivery.xid, delivery.id) > (lease.xid, lease.id)) as unread,
    (select count(*)::int from effect where kind in ('deliver', 'fetch-media')) as effects,
    (select string_agg(distinct kind || ' × ' || attempts, ', ') from effect) as kinds,
    (select count(*)::int from message where direction = 'out'
       and rest ->> 'status' in ('queued', 'sending', 'accepted', 'sent')) as sending,
    (select string_agg(distinct rest ->> 'status', ', ') from message where direction = 'out') as states,
    (select max(fact_seq) from account_counter) as seq`
