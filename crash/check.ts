import { type Accepted, acceptedIn } from './journal.ts'
import type { House } from './house.ts'
import type { Load } from './load.ts'

/** What one round came to. `wrongs` empty: every promise was kept. */
export type Verdict = {
  readonly acknowledged: number
  readonly kept: number
  /** Acceptances at Meta, and the keys among them. */
  readonly sends: number
  readonly distinctKeys: number
  /** Sends nobody knows the end of, shown to a person. */
  readonly unknown: number
  /** Messages that reached Meta before an earlier one to the same customer. */
  readonly overtaken: number
  readonly wrongs: readonly string[]
}

type Received = { wire_id: string; count: number; phones: string[] | null; media: string | null }
type Sent = { key: string; count: number; status: string; wire_id: string | null; shown: number }
type Seen = { wire_id: string; status: string }

/** Compares what the outside was told with what the database, the emulator and the feed have of it. */
export async function check(house: House, load: Load): Promise<Verdict> {
  const received = await checkReceived(house, load)
  const sent = await checkSent(house, load)
  const wrongs = [
    ...load.wrongs,
    ...received.wrongs,
    ...sent.wrongs,
    ...(await checkReported(house, load)),
    ...(await checkFeed(house, load)),
    ...(await checkSetAside(house)),
  ]
  return { ...received, ...sent, wrongs }
}

/** Every message answered with 200 is there once, with the contact who wrote it; and so is what the phones wrote. */
async function checkReceived(house: House, { acknowledged, written }: Load) {
  const expected = new Map([...acknowledged, ...written])
  const rows = await house.ask<Received>(RECEIVED, [[...expected.keys()]])
  const found = new Map(rows.map((row) => [row.wire_id, row]))
  const wrongs: string[] = []
  let kept = 0
  for (const [wamid, phone] of expected) {
    const row = found.get(wamid)
    if (row?.count === 1 && row.phones?.includes(phone)) kept += 1
    else wrongs.push(`lost, doubled or with the wrong contact: ${wamid} of ${phone} is ${JSON.stringify(row ?? null)}`)
    if (row?.media === 'waiting') wrongs.push(`the file of ${wamid} still waits`)
  }
  return { acknowledged: expected.size, kept, wrongs }
}

/** Every key is one message, accepted by Meta once at most; what Meta has is known, what is unknown is shown. */
async function checkSent(house: House, { keys, tried }: Load) {
  const accepted = acceptedIn(house.folder, tried)
  const byKey = Map.groupBy(accepted, ({ key }) => key)
  const rows = await house.ask<Sent>(SENT, [[...tried].map((key) => `clave ${key}`)])
  const found = new Map(rows.map((row) => [row.key.slice('clave '.length), row]))
  const wrongs: string[] = []
  let unknown = 0
  for (const key of tried) {
    const row = found.get(key)
    const atMeta: readonly Accepted[] = byKey.get(key) ?? []
    if (atMeta.length > 1) wrongs.push(`${key} was sent ${atMeta.length} times`)
    if (!row && (keys.has(key) || atMeta.length > 0)) wrongs.push(`${key} is not in the database`)
    if (!row) continue
    if (row.count > 1) wrongs.push(`${key} is ${row.count} messages`)
    const why = wrongStatus(row, atMeta[0])
    if (why !== null) wrongs.push(`${key} ${why}`)
    if (row.status === 'unknown') unknown += 1
  }
  const overtaken = overtakenIn(accepted, tried)
  return { sends: accepted.length, distinctKeys: byKey.size, unknown, overtaken, wrongs }
}

/** Each customer is written to by one sender, who waits for each answer: the order of trying is the order of writing. */
function overtakenIn(accepted: readonly Accepted[], tried: ReadonlySet<string>): number {
  const order = new Map([...tried].map((key, index) => [key, index]))
  const furthest = new Map<string, number>()
  let overtaken = 0
  for (const { key, phone } of accepted) {
    const place = order.get(key) ?? 0
    if (place < (furthest.get(phone) ?? -1)) overtaken += 1
    furthest.set(phone, Math.max(place, furthest.get(phone) ?? -1))
  }
  return overtaken
}

function wrongStatus({ status, wire_id, shown }: Sent, atMeta: Accepted | undefined): string | null {
  if (status === 'queued' || status === 'sending') return `is still ${status}`
  const isOpen = status === 'unknown' || status === 'refused'
  if (atMeta === undefined) {
    if (!isOpen) return `is ${status}, and Meta has never had it`
    return shown > 0 ? null : `is ${status} and shown to nobody`
  }
  if (isOpen || status === 'accepted') return `is ${status}, and at Meta ${atMeta.status}`
  return wire_id === atMeta.wamid ? null : `is ${wire_id ?? 'nothing'} on the wire, and at Meta ${atMeta.wamid}`
}

/** A reading that was answered with 200 is known. */
async function checkReported(house: House, { reported }: Load): Promise<string[]> {
  const rows = await house.ask<Seen>(STATES, [[...reported]])
  const found = new Map(rows.map(({ wire_id, status }) => [wire_id, status]))
  return [...reported]
    .filter((wamid) => found.get(wamid) !== 'read')
    .map((wamid) => `the reading of ${wamid} was lost: it is ${found.get(wamid) ?? 'missing'}`)
}

/** The feed told what the table of facts holds, each fact once and in its order; the table has no gap. */
async function checkFeed(house: House, { listeners }: Load): Promise<string[]> {
  const wrongs = listeners.flatMap((listener) => listener.wrongs.map((wrong) => `the feed: ${wrong}`))
  const began = Math.min(...listeners.map((listener) => listener.began()))
  const rows = await house.ask<{ seq: string; kind: string }>(FACTS, [began])
  rows.forEach(({ seq }, index) => {
    if (Number(seq) !== began + index + 1) wrongs.push(`fact ${began + index + 1} is missing; there is ${seq}`)
  })
  const kinds = new Map(rows.map(({ seq, kind }) => [Number(seq), kind]))
  for (const { heard } of listeners) {
    const odd = heard.find(({ seq, kind }) => kinds.get(seq) !== kind)
    if (odd) wrongs.push(`the feed told ${odd.kind} as fact ${odd.seq}, which is ${kinds.get(odd.seq) ?? 'not there'}`)
  }
  return wrongs.slice(0, 10)
}

async function checkSetAside(house: House): Promise<string[]> {
  const rows = await house.ask<{ reason: string }>('select reason from set_aside limit 3')
  return rows.map(({ reason }) => `something was set aside: ${reason}`)
}

const RECEIVED = `
  select m.wire_id, count(*)::int as count, max(m.rest #>> '{content,media,state}') as media,
    array_agg(a.value) filter (where a.kind = 'phone') as phones
  from message m
  join conversation c using (account_id, conversation_id)
  left join address a on (a.account_id, a.contact_id, a.kind) = (c.account_id, c.contact_id, 'phone')
  where m.direction = 'in' and m.wire_id = any($1::text[])
  group by m.wire_id`
const SENT = `
  select coalesce(m.rest #>> '{content,text}', m.rest #>> '{content,caption}') as key, count(*)::int as count, max(m.rest ->> 'status') as status,
    max(m.wire_id) as wire_id, max(c.failed_sends)::int as shown
  from message m join conversation c using (account_id, conversation_id)
  where m.direction = 'out' and coalesce(m.rest #>> '{content,text}', m.rest #>> '{content,caption}') = any($1::text[])
  group by 1`
const STATES = `
  select wire_id, rest ->> 'status' as status from message where direction = 'out' and wire_id = any($1::text[])`
const FACTS = 'select seq, kind from fact where seq > $1 order by seq'
