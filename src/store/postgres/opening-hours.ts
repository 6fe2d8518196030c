import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId, LineId } from '#core/account/account.ts'
import type { KeptHours } from '#core/opening-hours/away.ts'
import type { HoursChange, OpeningHoursStore } from '../opening-hours.ts'
import { cursorOf, page, placeOf } from './page.ts'
import { timestamp } from './rows.ts'
import { alone, inTransaction, json, statement } from './transaction.ts'

/** Opening hours in PostgreSQL. */
export const postgresOpeningHours = (pool: pg.Pool): OpeningHoursStore => ({
  async all() {
    const { rows } = await alone<HoursRow>(pool, 'installation', ALL)
    return rows.map(({ account_id: accountId, line_id: lineId, rest: kept }) => ({ accountId, lineId, kept }))
  },
  put: (accountId, lineId, hours, { at, agentId }) =>
    inTransaction(pool, [accountId], async (run) => {
      const { find, put, drop } = lineId === null ? COMPANY : LINE
      const key = lineId === null ? [accountId] : [accountId, lineId]
      const { rows } = await run<{ rest: KeptHours }>(find, key)
      const rest = { before: rows[0]?.rest ?? null, after: hours }
      if (hours === null) await run(drop, key)
      else await run(put, [...key, json(hours)])
      await run(NOTE, [accountId, lineId, timestamp(at), agentId, json(rest)])
    }),
  async changes(accountId, { limit, cursor }) {
    const [before] = cursor === null ? [LAST_ID] : placeOf(cursor, /^\d{1,19}$/)
    const { rows } = await alone<ChangeRow>(pool, [accountId], CHANGES, [accountId, before ?? LAST_ID, limit + 1])
    const found = rows.map(({ id, line_id, at, agent_id, rest }): HoursChange => ({
      ...{ changeId: id, lineId: line_id, at, agentId: agent_id },
      ...rest,
    }))
    return page(found, limit, ({ changeId }) => cursorOf(changeId))
  },
})

const LAST_ID = '9223372036854775807'

type HoursRow = { account_id: AccountId; line_id: LineId | null; rest: KeptHours }
type ChangeRow = {
  id: string
  line_id: LineId | null
  at: Instant
  agent_id: AgentId | null
  rest: Pick<HoursChange, 'before' | 'after'>
}

const ALL = statement(
  'all-opening-hours',
  `select account_id, null::uuid as line_id, rest from opening_hours
   union all select account_id, line_id, rest from line_hours`,
)
const COMPANY = {
  find: statement('find-opening-hours', `select rest from opening_hours where account_id = $1 for update`),
  put: statement(
    'put-opening-hours',
    `insert into opening_hours (account_id, rest) values ($1, $2)
     on conflict (account_id) do update set rest = excluded.rest`,
  ),
  drop: statement('drop-opening-hours', `delete from opening_hours where account_id = $1`),
}
const LINE = {
  find: statement(
    'find-line-hours',
    `select rest from line_hours where account_id = $1 and line_id = $2::uuid for update`,
  ),
  put: statement(
    'put-line-hours',
    `insert into line_hours (account_id, line_id, rest) values ($1, $2::uuid, $3)
     on conflict (account_id, line_id) do update set rest = excluded.rest`,
  ),
  drop: statement('drop-line-hours', `delete from line_hours where account_id = $1 and line_id = $2::uuid`),
}
const NOTE = statement(
  'note-opening-hours-change',
  `insert into opening_hours_change (account_id, line_id, at, agent_id, rest)
   values ($1, $2::uuid, $3::timestamptz, $4::uuid, $5)`,
)
const CHANGES = statement(
  'list-opening-hours-changes',
  `select change_id::text as id, line_id, at, agent_id, rest from opening_hours_change
   where account_id = $1 and change_id < $2::bigint order by change_id desc limit $3`,
)
