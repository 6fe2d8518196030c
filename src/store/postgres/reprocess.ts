import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { Reprocess, Reprocessing, ReprocessStep } from '../reprocess.ts'
import { timestamp } from './rows.ts'
import { alone, inTransaction, json, type Run, statement } from './transaction.ts'

/** Deliveries of one step, and about as many bytes of them: one commit, short enough that no reader waits for it. */
const STEP_DELIVERIES = 100
const STEP_BYTES = 4_000_000
/** Deliveries of the same days, but out of the range, that are passed over by their keys alone. */
const STEP_SKIPS = 20_000

export const postgresReprocessing = (pool: pg.Pool): Reprocessing => ({
  async ask({ from, to, appId, lineKey, rate }, at) {
    const values = [timestamp(at), timestamp(from), timestamp(to), appId, lineKey, rate]
    const { rows } = await alone<ReprocessRow>(pool, [], ASK, values)
    return reprocessFrom(rows[0] as ReprocessRow)
  },
  async list() {
    return (await alone<ReprocessRow>(pool, [], LIST)).rows.map(reprocessFrom)
  },
  async stop(reprocessId, at) {
    const { rowCount } = await alone(pool, [], STOP, [reprocessId, timestamp(at)])
    return rowCount === 1
  },
  step: (at, isAbout) => inTransaction(pool, [], (run) => step(run, at, isAbout)),
})

/** Writes last and little: while this transaction holds an xid, readers wait with everything that came after it. */
async function step(run: Run, at: Instant, isAbout: Parameters<Reprocessing['step']>[1]): Promise<ReprocessStep> {
  const mine = await run<{ mine: boolean }>(LOCK)
  if (!mine.rows[0]?.mine) return { kind: 'idle' }
  const request = (await run<ReprocessRow>(NEXT, [timestamp(at)])).rows[0]
  if (!request) return { kind: 'idle' }
  const range = reprocessFrom(request)
  const when = [range.from, range.to, dayOf(range.from), dayAfter(range.to)].map(timestamp)
  const { rows: page } = await run<PageRow>(PAGE, [
    ...[request.xid, request.id, request.until_xid, ...when],
    ...[range.appId, range.lineKey !== null, STEP_DELIVERIES, STEP_BYTES],
  ])
  const { lineKey } = range
  const chosen = page.filter(
    ({ fits, body }) => fits && (lineKey === null || (body !== null && isAbout(body, lineKey))),
  )
  const last = page.at(-1)
  const isFar = last !== undefined && !page.some(({ in_time }) => in_time)
  const skip = isFar ? await run<SkipRow>(SKIP, [last.xid, last.id, request.until_xid, ...when, STEP_SKIPS]) : null
  const end = skip?.rows[0] ?? last ?? request
  const isDone = last === undefined && request.is_settled
  if (chosen.length > 0) {
    const places = chosen.map(({ xid, id, received_at }) => ({ xid, id, received_at: timestamp(received_at) }))
    await run(REPEAT, [json(places), timestamp(at)])
  }
  const pauseSeconds = last === undefined ? 1 : chosen.length / range.rate
  await run(MOVE, [
    ...[request.reprocess_id, end.xid, end.id, page.length + (skip?.rows[0]?.passed ?? 0), chosen.length],
    ...[isDone ? 'done' : 'running', timestamp(at), pauseSeconds],
  ])
  return { kind: 'stepped', reprocessId: request.reprocess_id, replayed: chosen.length, isDone }
}

const DAY_MS = 86_400_000
/** Partitions are whole days: these bounds leave out all others. */
const dayOf = (at: Instant): Instant => (Math.floor(at / DAY_MS) * DAY_MS) as Instant
const dayAfter = (at: Instant): Instant => (Math.ceil(at / DAY_MS) * DAY_MS) as Instant

type ReprocessRow = {
  reprocess_id: string
  asked_at: Instant
  from_at: Instant
  to_at: Instant
  app_id: string | null
  line_key: string | null
  rate_per_second: number
  state: Reprocess['state']
  until_xid: string
  xid: string
  id: string
  looked_at: number
  replayed: number
  ended_at: Instant | null
  /** Nothing older than the request can still be committed. */
  is_settled: boolean
}
type PageRow = { xid: string; id: string; received_at: Instant; in_time: boolean; fits: boolean; body: Buffer | null }
type SkipRow = { xid: string; id: string; passed: number }

const reprocessFrom = (row: ReprocessRow): Reprocess => ({
  reprocessId: row.reprocess_id,
  askedAt: row.asked_at,
  from: row.from_at,
  to: row.to_at,
  appId: row.app_id,
  lineKey: row.line_key,
  rate: row.rate_per_second,
  state: row.state,
  lookedAt: row.looked_at,
  replayed: row.replayed,
  endedAt: row.ended_at,
})

const REPROCESS = `reprocess_id::text, asked_at, from_at, to_at, app_id, line_key, rate_per_second, state,
  until_xid::text, xid::text, id::text, looked_at, replayed, ended_at,
  until_xid <= pg_snapshot_xmin(pg_current_snapshot()) as is_settled`

const ASK = statement(
  'ask-reprocess',
  `insert into reprocess (asked_at, from_at, to_at, app_id, line_key, rate_per_second, until_xid)
   values ($1, $2, $3, $4, $5, $6, pg_snapshot_xmax(pg_current_snapshot())) returning ${REPROCESS}`,
)
const LIST = statement(
  'list-reprocess',
  `select ${REPROCESS} from reprocess order by reprocess.reprocess_id desc limit 100`,
)
const STOP = statement(
  'stop-reprocess',
  `update reprocess set state = 'stopped', ended_at = $2::timestamptz
   where reprocess_id = $1::bigint and state = 'running'`,
)
const LOCK = statement('lock-reprocess', `select pg_try_advisory_xact_lock(74111, 3) as mine`)
const NEXT = statement(
  'next-reprocess',
  `select ${REPROCESS} from reprocess where state = 'running' and next_at <= $1::timestamptz
   order by reprocess.reprocess_id limit 1`,
)
/** In the order of arrival, from where the last step ended; what does not fit is only passed over. */
const PAGE = statement(
  'page-reprocess',
  `select xid::text, id::text, received_at, in_time, in_time and may_fit as fits,
     case when in_time and may_fit and $9 then body end as body
   from (
     select page.*, received_at >= $4::timestamptz and received_at < $5::timestamptz as in_time,
       replay_of is null and octet_length(body) > 0 and ($8::text is null or app_id = $8) as may_fit,
       sum(octet_length(body)) over (order by page.xid, page.id) - octet_length(body) as bytes_before
     from (
       select * from delivery
       where (xid, id) > ($1::xid8, $2::bigint) and xid < $3::xid8
         and xid < pg_snapshot_xmin(pg_current_snapshot())
         and received_at >= $6::timestamptz and received_at < $7::timestamptz
       order by delivery.xid, delivery.id limit $10
     ) as page
   ) as measured
   where bytes_before < $11 order by measured.xid, measured.id`,
)
/** The last of the next keys before one of them is in time. */
const SKIP = statement(
  'skip-reprocess',
  `with key as materialized (
     select xid, id, received_at from delivery
     where (xid, id) > ($1::xid8, $2::bigint) and xid < $3::xid8 and xid < pg_snapshot_xmin(pg_current_snapshot())
       and received_at >= $6::timestamptz and received_at < $7::timestamptz
     order by delivery.xid, delivery.id limit $8
   )
   select xid::text, id::text, passed from (
     select xid, id, row_number() over place as passed,
       count(*) filter (where received_at >= $4::timestamptz and received_at < $5::timestamptz) over place as in_time
     from key window place as (order by xid, id)
   ) as placed
   where in_time = 0 order by passed desc limit 1`,
)
const REPEAT = statement(
  'repeat-deliveries',
  `insert into delivery (channel, app_id, received_at, body, replay_of)
   select delivery.channel, delivery.app_id, $2::timestamptz, delivery.body, delivery.id
   from rows from (json_to_recordset($1) as (xid xid8, id bigint, received_at timestamptz)) with ordinality
     as place(xid, id, received_at, nth)
   join delivery using (xid, id, received_at) order by nth`,
)
const MOVE = statement(
  'move-reprocess',
  `update reprocess set xid = $2::xid8, id = $3::bigint, looked_at = looked_at + $4, replayed = replayed + $5,
     state = $6, ended_at = case when $6 = 'done' then $7::timestamptz end,
     next_at = $7::timestamptz + make_interval(secs => $8)
   where reprocess_id = $1::bigint`,
)
