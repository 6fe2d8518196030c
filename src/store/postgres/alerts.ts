import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { LineId } from '#core/account/account.ts'
import type { Alert } from '#core/alert/alert.ts'
import type { Notice } from '#core/notice/notice.ts'
import type { Alerts, KeptAlert } from '../alerts.ts'
import { timestamp } from './rows.ts'
import { alone, inTransaction, json, statement } from './transaction.ts'

/** What is wrong with lines, in PostgreSQL. */
export const postgresAlerts = (pool: pg.Pool): Alerts => ({
  async list(accountId) {
    return (await alone<Row>(pool, [accountId], LIST, [accountId])).rows.map(kept)
  },
  keep: ({ accountId, lineId }, alerts, digestOf, at) =>
    inTransaction(pool, [accountId], async (run) => {
      const begun: KeptAlert[] = []
      for (const alert of alerts) {
        const values = [accountId, lineId, alert.code, timestamp(at), digestOf(alert), json(alert)]
        const [row] = (await run<Row & { is_new: boolean }>(HOLD, values)).rows
        if (row?.is_new) begun.push(kept(row))
      }
      const codes = json(alerts.map(({ code }) => code))
      return { begun, over: (await run<Row>(END, [accountId, lineId, codes])).rows.map(kept) }
    }),
  async look(accountId, lineId, at, unlessSince) {
    const values = [accountId, lineId, timestamp(at), timestamp(unlessSince)]
    return (await alone(pool, [accountId], LOOK, values)).rowCount === 1
  },
  async told(accountId, lineId, groupKey, since) {
    const values = [accountId, lineId, groupKey, timestamp(since)]
    const { rows } = await alone<{ rest: Notice; told_at: Instant }>(pool, [accountId], TOLD, values)
    return rows.map(({ rest, told_at }) => ({ notice: rest, at: told_at }))
  },
})

type Row = { line_id: LineId; since: Instant; notice_digest: string | null; rest: Alert }
const kept = ({ line_id, since, notice_digest, rest }: Row): KeptAlert => ({
  ...{ lineId: line_id, since, noticeDigest: notice_digest, alert: rest },
})

const COLUMNS = 'line_id, since, notice_digest, rest'
const LIST = statement(
  'list-alerts',
  `select ${COLUMNS} from line_alert where account_id = $1 order by line_id, since, code`,
)
/** What it says may change while it holds; since when it holds, and what told of it, do not. */
const HOLD = statement(
  'hold-alert',
  `insert into line_alert (account_id, line_id, code, since, notice_digest, rest) values ($1, $2, $3, $4, $5, $6)
   on conflict (account_id, line_id, code) do update set rest = excluded.rest
   returning ${COLUMNS}, xmax = 0 as is_new`,
)
const END = statement(
  'end-alerts',
  `delete from line_alert
   where account_id = $1 and line_id = $2 and code not in (select json_array_elements_text($3)) returning ${COLUMNS}`,
)
const LOOK = statement(
  'look-at-line',
  `insert into line_look (account_id, line_id, looked_at) values ($1, $2, $3)
   on conflict (account_id, line_id) do update set looked_at = excluded.looked_at where line_look.looked_at < $4::timestamptz`,
)
const TOLD = statement(
  'list-told-alerts',
  `select rest, told_at from notice
   where account_id = $1 and acknowledged_at is null and severity <> 'info' and told_at >= $4::timestamptz
     and (line_id = $2 or (line_id is null and group_key = $3))
   order by told_at desc, notice_id desc limit 100`,
)
