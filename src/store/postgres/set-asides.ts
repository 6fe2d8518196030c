import type pg from 'pg'
import { instant, type Instant } from '#base/time.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import type {
  SetAsideCounts,
  SetAsideEntry,
  SetAsideId,
  SetAsides,
  SetAsideState,
  SetAsideStep,
  Settler,
} from '../set-asides.ts'
import { cursorOf, page, placeOf } from './page.ts'
import { timestamp } from './rows.ts'
import { alone, inTransaction, json, type Scope, statement } from './transaction.ts'

/** What was set aside, in PostgreSQL. */
export const postgresSetAsides = (pool: pg.Pool): SetAsides => ({
  async list(owner, { state, limit, cursor }) {
    const [before] = cursor === null ? [LAST_ID] : placeOf(cursor, ID)
    const { rows } = await alone<EntryRow>(pool, scopeOf(owner), LIST, [owner, state, before, limit + 1])
    return page(rows.map(entryFrom), limit, ({ setAsideId }) => cursorOf(setAsideId))
  },
  async counts(owner) {
    const { rows } = await alone<SetAsideCounts>(pool, scopeOf(owner), COUNTS, [owner])
    return rows[0] ?? { waiting: 0, released: 0, dismissed: 0 }
  },
  async raw(owner, id) {
    if (!isId(id)) return null
    const { rows } = await alone<{ raw: string }>(pool, scopeOf(owner), RAW, [owner, id])
    return rows[0]?.raw ?? null
  },
  release: (owner, ids, by) =>
    inTransaction(pool, scopeOf(owner), async (run) => {
      const settled = await run<{ id: string; delivery_id: string }>(RELEASE, settling(owner, ids, 'released', by))
      const deliveries = [...new Set(settled.rows.map(({ delivery_id }) => delivery_id))]
      if (deliveries.length > 0) await run(APPEND_AGAIN, [json(deliveries), timestamp(by.at)])
      return settled.rows.map(({ id }) => id)
    }),
  async dismiss(owner, ids, by) {
    const values = settling(owner, ids, 'dismissed', by)
    return (await alone<{ id: string }>(pool, scopeOf(owner), DISMISS, values)).rows.map(({ id }) => id)
  },
})

const scopeOf = (owner: AccountId | null): Scope => (owner === null ? [] : [owner])

const ID = /^\d{1,18}$/
const LAST_ID = '9223372036854775807'
const isId = (id: string): boolean => ID.test(id)

const settling = (owner: AccountId | null, ids: readonly SetAsideId[], did: SetAsideState, { agentId, at }: Settler) =>
  [owner, json(ids.filter(isId)), timestamp(at), json([{ did, by: agentId, at: timestamp(at) }])] as const

type EntryRow = {
  id: string
  state: SetAsideState
  reason: string
  at: Instant
  times: number
  line_id: LineId | null
  line_key: string | null
  history: readonly { did: SetAsideStep['did']; by: SetAsideStep['agentId']; at: string }[]
}

const entryFrom = (row: EntryRow): SetAsideEntry => ({
  setAsideId: row.id,
  state: row.state,
  reason: row.reason,
  at: row.at,
  times: row.times,
  lineId: row.line_id,
  lineKey: row.line_key,
  history: row.history.map(({ did, by, at }) => ({ did, agentId: by, at: instant(Date.parse(at)) })),
})

const OWN = 'account_id is not distinct from $1::uuid'
const LIST = statement(
  'list-set-aside',
  `select set_aside_id::text as id, state, reason, at, times, line_id, line_key, history from set_aside
   where ${OWN} and state = $2 and set_aside_id < $3::bigint order by set_aside_id desc limit $4`,
)
const counted = (state: SetAsideState): string =>
  `(select count(*) from (select from set_aside where ${OWN} and state = '${state}' limit 1000) as few) as ${state}`
const COUNTS = statement(
  'count-set-aside',
  `select ${counted('waiting')}, ${counted('released')}, ${counted('dismissed')}`,
)
const RAW = statement('raw-set-aside', `select raw from set_aside where ${OWN} and set_aside_id = $2::bigint`)

/** Rows are locked in one order, so that two people who settle the same entries never wait in a circle. */
const WAITING = `with entry as materialized (
    select set_aside_id from set_aside
    where ${OWN} and state = 'waiting'
      and set_aside_id in (select value::bigint from json_array_elements_text($2))
    order by set_aside_id for update
  )`
const SETTLE = `settled_at = $3::timestamptz, history = history || $4::jsonb from entry
  where set_aside.set_aside_id = entry.set_aside_id`
const RELEASE = statement(
  'release-set-aside',
  `${WAITING} update set_aside set state = 'released', ${SETTLE}
     and exists (select from set_aside_body body where body.delivery_id = set_aside.delivery_id)
   returning set_aside.set_aside_id::text as id, set_aside.delivery_id`,
)
const DISMISS = statement(
  'dismiss-set-aside',
  `${WAITING} update set_aside set state = 'dismissed', ${SETTLE} returning set_aside.set_aside_id::text as id`,
)
const APPEND_AGAIN = statement(
  'append-set-aside-again',
  `insert into delivery (channel, app_id, received_at, body, replay_of)
   select channel, app_id, $2::timestamptz, body, delivery_id::bigint
   from set_aside_body where delivery_id in (select json_array_elements_text($1)) order by delivery_id::bigint`,
)
