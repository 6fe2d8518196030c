import type pg from 'pg'
import type { Line } from '#core/line/line.ts'
import type { LineMove } from '#core/line/move.ts'
import type { PlatformApp, Registry, Sealed, SealedLine } from '../../registry.ts'
import { alone, inTransaction, json, statement } from '../transaction.ts'
import { orTaken } from './taken.ts'

export const lines = (pool: pg.Pool): Registry['lines'] => ({
  async put({ line, appId, accessToken }) {
    const { accountId, lineId, channel, key, groupKey, ...rest } = line
    const values = [accountId, lineId, channel, key, groupKey, appId, accessToken, json(rest)]
    await orTaken(alone(pool, [accountId], PUT_LINE, values), 'line_channel_key_key', `the ${channel} line ${key}`)
  },
  async list() {
    return (await alone<LineRow>(pool, 'installation', LIST_LINES)).rows.map(lineFrom)
  },
  setState: (accountId, lineId, state) => change(pool, accountId, lineId, { state }),
  setOpening: (accountId, lineId, opening) => change(pool, accountId, lineId, { opening }),
  async setGroup(accountId, groupKey, group) {
    await alone(pool, [accountId], SET_GROUP, [accountId, groupKey, json(group)])
  },
  changeMove: (accountId, lineId, change) =>
    inTransaction(pool, [accountId], async (run) => {
      const { rows } = await run<{ rest: { move?: LineMove } }>(LOCK_LINE, [accountId, lineId])
      if (rows[0] === undefined) return null
      const { move: before, ...rest } = rows[0].rest
      const move = change(before ?? null)
      await run(SET_LINE_REST, [accountId, lineId, json({ ...rest, ...(move && { move }) })])
      return move
    }),
  endMove: (accountId, lineId, { key, groupKey, group }, { appId, accessToken }) =>
    inTransaction(pool, [accountId], async (run) => {
      const { rows } = await run<MovedRow>(LOCK_LINE, [accountId, lineId])
      if (rows[0] === undefined || rows[0].key === key) return
      const { move: _move, group: _group, formerKeys = [], ...rest } = rows[0].rest
      const next = { ...rest, ...(group && { group }), formerKeys: [...formerKeys, rows[0].key] }
      await run(END_MOVE, [accountId, lineId, key, groupKey, appId, accessToken, json(next)])
      // Files that went up under the former number are not this one’s.
      await run(FORGET_FILES, [accountId, lineId])
    }),
  setName: (accountId, lineId, name) => change(pool, accountId, lineId, { name }),
  setRate: (accountId, lineId, messagesPerSecond) => change(pool, accountId, lineId, { messagesPerSecond }),
  setPause: (accountId, lineId, pause) => change(pool, accountId, lineId, pause),
})

/** Two who change different things of a line at once both succeed. */
const change = (
  pool: pg.Pool,
  accountId: Line['accountId'],
  lineId: Line['lineId'],
  about: Partial<Pick<Line, 'name' | 'opening' | 'state' | 'pausedAt' | 'pausedBy' | 'messagesPerSecond'>>,
): Promise<void> =>
  inTransaction(pool, [accountId], async (run) => {
    const { rows } = await run<{ rest: object }>(LOCK_LINE, [accountId, lineId])
    if (rows[0]) await run(SET_LINE_REST, [accountId, lineId, json({ ...rows[0].rest, ...about })])
  })

export const apps = (pool: pg.Pool): Registry['apps'] => ({
  async put({ appId, channel, secret, previousSecret, verifyToken }) {
    await alone(pool, [], PUT_APP, [appId, channel, secret, previousSecret, verifyToken])
  },
  async list() {
    return (await alone<AppRow>(pool, [], LIST_APPS)).rows.map(appFrom)
  },
})

type LineRow = {
  account_id: Line['accountId']
  line_id: Line['lineId']
  channel: Line['channel']
  key: string
  group_key: string
  app_id: string
  access_token: Sealed
  rest: Omit<Line, 'accountId' | 'lineId' | 'channel' | 'key' | 'groupKey' | 'pausedAt' | 'pausedBy'>
}
type MovedRow = { readonly key: string; readonly rest: Partial<Line> }
type AppRow = {
  app_id: string
  channel: PlatformApp['channel']
  secret: Sealed
  previous_secret: Sealed | null
  verify_token: Sealed
}

const lineFrom = (row: LineRow): SealedLine => ({
  line: {
    accountId: row.account_id,
    lineId: row.line_id,
    channel: row.channel,
    key: row.key,
    groupKey: row.group_key,
    // Rows of before lines could rest say nothing of it.
    pausedAt: null,
    pausedBy: null,
    ...row.rest,
  },
  appId: row.app_id,
  accessToken: row.access_token,
})

const appFrom = (row: AppRow): PlatformApp => ({
  appId: row.app_id,
  channel: row.channel,
  secret: row.secret,
  previousSecret: row.previous_secret,
  verifyToken: row.verify_token,
})

const PUT_LINE = statement(
  'put-line',
  `insert into line (account_id, line_id, channel, key, group_key, app_id, access_token, rest)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (account_id, line_id) do update
   set channel = excluded.channel, key = excluded.key, group_key = excluded.group_key, app_id = excluded.app_id,
     access_token = excluded.access_token, rest = excluded.rest`,
)
const LIST_LINES = statement(
  'list-lines',
  `select account_id, line_id, channel, key, group_key, app_id, access_token, rest from line order by account_id, line_id`,
)
const END_MOVE = statement(
  'end-line-move',
  `update line set key = $3, group_key = $4, app_id = $5, access_token = $6, rest = $7
   where account_id = $1 and line_id = $2`,
)
const FORGET_FILES = statement('forget-line-files', `delete from media_wire where account_id = $1 and line_id = $2`)
const LOCK_LINE = statement('lock-line', `select key, rest from line where account_id = $1 and line_id = $2 for update`)
const SET_GROUP = statement(
  'set-line-group',
  `update line set rest = (rest::jsonb || jsonb_build_object('group', $3::jsonb))::json
   where account_id = $1 and group_key = $2`,
)
const SET_LINE_REST = statement('set-line-rest', `update line set rest = $3 where account_id = $1 and line_id = $2`)

const PUT_APP = statement(
  'put-app',
  `insert into platform_app (app_id, channel, secret, previous_secret, verify_token) values ($1, $2, $3, $4, $5)
   on conflict (app_id) do update set channel = excluded.channel, secret = excluded.secret,
     previous_secret = excluded.previous_secret, verify_token = excluded.verify_token`,
)
const LIST_APPS = statement(
  'list-apps',
  `select app_id, channel, secret, previous_secret, verify_token from platform_app order by app_id`,
)
