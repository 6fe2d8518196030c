import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { AgentId, LineId } from '#core/account/account.ts'
import type { Severity } from '#core/notice/kind.ts'
import type { Notice } from '#core/notice/notice.ts'
import type { KeptNotice, LineStanding, NoticeFilter, NoticeId, Notices } from '../notices.ts'
import { cursorOf, EPOCH_MS, page, placeOf } from './page.ts'
import { timestamp } from './rows.ts'
import { alone, inTransaction, json, statement } from './transaction.ts'

/** What the platform told, in PostgreSQL. */
export const postgresNotices = (pool: pg.Pool): Notices => ({
  keep: (entry, lines) =>
    inTransaction(pool, [entry.accountId], async (run) => {
      const { accountId, digest, lineId, groupKey, field, severity, notice, value, toldAt, heardAt } = entry
      const at = [timestamp(toldAt), timestamp(heardAt)] as const
      await run(ADD_NOTICE, [accountId, digest, lineId, groupKey, field, severity, ...at, json(notice), json(value)])
      const { recipients } = entry
      if (recipients.length > 0) await run(ADD_RECIPIENTS, [accountId, digest, json(recipients)])
      if (notice.standing.length === 0 || lines.length === 0) return []
      const rows = lines.flatMap((id) =>
        notice.standing.map(({ aspect, value: now, until }) => ({
          line_id: id,
          aspect,
          value: now,
          until: until === null ? null : timestamp(until),
        })),
      )
      const changed = await run<{ line_id: LineId }>(STAND, [accountId, json(rows), at[0]])
      return [...new Set(changed.rows.map(({ line_id }) => line_id))]
    }),
  async unseenBy(accountId, agentId) {
    const { rows } = await alone<NoticeRow>(pool, [accountId], UNSEEN, [accountId, agentId])
    return rows.map(noticeFrom)
  },
  async see(accountId, agentId, ids, at) {
    const known = json(ids.filter((id) => ID.test(id)))
    await alone(pool, [accountId], SEE, [accountId, agentId, known, timestamp(at)])
  },
  async list(accountId, { show, limit, cursor }) {
    const [at, id] = cursor === null ? [null, LAST_ID] : placeOf(cursor, EPOCH_MS, ID)
    const before = at === null ? 'infinity' : timestamp(Number(at) as Instant)
    const { rows } = await alone<NoticeRow>(pool, [accountId], LIST[show], [accountId, before, id, limit + 1])
    return page(rows.map(noticeFrom), limit, ({ toldAt, noticeId }) => cursorOf(toldAt, noticeId))
  },
  async counts(accountId) {
    const { rows } = await alone<{ warning: number; danger: number }>(pool, [accountId], COUNTS, [accountId])
    return rows[0] ?? { warning: 0, danger: 0 }
  },
  async raw(accountId, id) {
    if (!ID.test(id)) return null
    const { rows } = await alone<{ raw: unknown }>(pool, [accountId], RAW, [accountId, id])
    return rows[0] ? JSON.stringify(rows[0].raw) : null
  },
  async acknowledge(accountId, ids, { agentId, at }) {
    const values = [accountId, json(ids.filter((id) => ID.test(id))), timestamp(at), agentId]
    return (await alone<{ id: string }>(pool, [accountId], ACKNOWLEDGE, values)).rows.map(({ id }) => id)
  },
  async settle(accountId, digest, at) {
    await alone(pool, [accountId], SETTLE, [accountId, digest, timestamp(at)])
  },
  async nameRefusal(accountId, groupKey, address) {
    const { rows } = await alone<{ rest: Notice }>(pool, [accountId], NAME_REFUSAL, [accountId, groupKey, address])
    return rows[0]?.rest ?? null
  },
  async standing(accountId) {
    const { rows } = await alone<StandingRow>(pool, [accountId], STANDING, [accountId])
    return rows.map(({ line_id, aspect, value, until, told_at }) => ({
      lineId: line_id,
      aspect,
      value,
      until,
      toldAt: told_at,
    }))
  },
})

const ID = /^\d{1,18}$/
const LAST_ID = '9223372036854775807'

type NoticeRow = {
  id: NoticeId
  line_id: LineId | null
  group_key: string
  field: string
  severity: Severity
  told_at: Instant
  heard_at: Instant
  rest: Notice
  acknowledged_at: Instant | null
  acknowledged_by: AgentId | null
}
type StandingRow = {
  line_id: LineId
  aspect: LineStanding['aspect']
  value: string
  until: Instant | null
  told_at: Instant
}

const noticeFrom = (row: NoticeRow): KeptNotice => ({
  noticeId: row.id,
  lineId: row.line_id,
  groupKey: row.group_key,
  field: row.field,
  severity: row.severity,
  notice: row.rest,
  toldAt: row.told_at,
  heardAt: row.heard_at,
  acknowledged: row.acknowledged_at === null ? null : { agentId: row.acknowledged_by, at: row.acknowledged_at },
})

/** Account, digest, line, group, field, severity, told and heard at, notice, what was written; told before: nothing. */
export const ADD_NOTICE = statement(
  'add-notice',
  `insert into notice (account_id, digest, line_id, group_key, field, severity, told_at, heard_at, rest, raw)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (account_id, digest) do nothing`,
)
const ADD_RECIPIENTS = statement(
  'add-notice-recipients',
  `insert into notice_recipient (account_id, agent_id, notice_id)
   select $1, value::uuid, notice_id from notice, json_array_elements_text($3)
   where account_id = $1 and digest = $2 on conflict do nothing`,
)
const UNSEEN = statement(
  'list-unseen-notices',
  `select notice_id::text as id, line_id, group_key, field, severity, told_at, heard_at, rest, acknowledged_at,
     acknowledged_by
   from notice_recipient join notice using (account_id, notice_id)
   where account_id = $1 and agent_id = $2 and seen_at is null order by notice_id desc limit 100`,
)
const SEE = statement(
  'see-notices',
  `update notice_recipient set seen_at = $4::timestamptz
   where account_id = $1 and agent_id = $2 and seen_at is null
     and notice_id in (select value::bigint from json_array_elements_text($3))`,
)
/** Of two words of the same second the one that sorts later holds, whichever came first. */
const STAND = statement(
  'stand-line',
  `insert into line_standing (account_id, line_id, aspect, value, until, told_at)
   select $1, line_id, aspect, value, until, $3::timestamptz
   from json_to_recordset($2) as row(line_id uuid, aspect text, value text, until timestamptz)
   order by line_id, aspect
   on conflict (account_id, line_id, aspect) do update
   set value = excluded.value, until = excluded.until, told_at = excluded.told_at
   where (line_standing.told_at, line_standing.value) < (excluded.told_at, excluded.value)
   returning line_id`,
)

const listing = (which: NoticeFilter['show'], where: string) =>
  statement(
    `list-notices-${which}`,
    `select notice_id::text as id, line_id, group_key, field, severity, told_at, heard_at, rest, acknowledged_at,
       acknowledged_by
     from notice where account_id = $1 and (told_at, notice_id) < ($2::timestamptz, $3::bigint) ${where}
     order by told_at desc, notice_id desc limit $4`,
  )
const NEW = `acknowledged_at is null and severity <> 'info'`
const LIST = {
  new: listing('new', `and ${NEW}`),
  important: listing('important', `and severity <> 'info'`),
  all: listing('all', ''),
}
const COUNTS = statement(
  'count-notices',
  `select count(*) filter (where severity = 'warning')::int as warning,
     count(*) filter (where severity = 'danger')::int as danger
   from (select severity from notice where account_id = $1 and ${NEW} limit 100) as few`,
)
const RAW = statement('raw-notice', `select raw from notice where account_id = $1 and notice_id = $2::bigint`)
const ACKNOWLEDGE = statement(
  'acknowledge-notices',
  `with entry as materialized (
     select notice_id from notice
     where account_id = $1 and acknowledged_at is null
       and notice_id in (select value::bigint from json_array_elements_text($2))
     order by notice_id for update
   )
   update notice set acknowledged_at = $3::timestamptz, acknowledged_by = $4::uuid from entry
   where notice.account_id = $1 and notice.notice_id = entry.notice_id returning notice.notice_id::text as id`,
)
const SETTLE = statement(
  'settle-notice',
  `update notice set acknowledged_at = coalesce(acknowledged_at, $3::timestamptz),
     rest = (rest::jsonb || '{"isOver": true}')::json
   where account_id = $1 and digest = $2`,
)
/** Of a number that is no line yet, too: the notice names its digits. */
const NAME_REFUSAL = statement(
  'name-refusal',
  `select rest from notice
   where account_id = $1 and group_key = $2 and field = 'phone_number_name_update' and rest ->> 'code' = 'name-rejected'
     and rest -> 'about' ->> 'address' = $3
   order by told_at desc, notice_id desc limit 1`,
)
const STANDING = statement(
  'list-standing',
  `select line_id, aspect, value, until, told_at from line_standing where account_id = $1 order by line_id, aspect`,
)
