import type pg from 'pg'
import { type AppSync, newSync, SYNC_SUBJECTS, syncAfter } from '#core/app-sync/sync.ts'
import type { AppSyncs } from '../app-syncs.ts'
import { alone, inTransaction, json, statement } from './transaction.ts'

/** Synchronisations with the app, in PostgreSQL. */
export const postgresAppSyncs = (pool: pg.Pool): AppSyncs => ({
  async list(accountId, lineId) {
    const { rows } = await alone<{ rest: AppSync }>(pool, [accountId], LIST, [accountId, lineId])
    const known = rows.map(({ rest }) => rest)
    return SYNC_SUBJECTS.flatMap((subject) => known.find((sync) => sync.subject === subject) ?? [])
  },
  note: (accountId, lineId, subject, news) =>
    inTransaction(pool, [accountId], async (run) => {
      const key = [accountId, lineId, subject] as const
      await run(BEGIN, [...key, json(newSync(subject))])
      const { rows } = await run<{ rest: AppSync }>(LOCK, [...key])
      const before = rows[0]?.rest ?? newSync(subject)
      const after = syncAfter(before, news)
      if (after !== before) await run(CHANGE, [...key, json(after)])
      return after !== before
    }),
})

const LIST = statement('list-app-syncs', `select rest from app_sync where account_id = $1 and line_id = $2`)
const BEGIN = statement(
  'begin-app-sync',
  `insert into app_sync (account_id, line_id, subject, rest) values ($1, $2, $3, $4) on conflict do nothing`,
)
const LOCK = statement(
  'lock-app-sync',
  `select rest from app_sync where account_id = $1 and line_id = $2 and subject = $3 for update`,
)
const CHANGE = statement(
  'change-app-sync',
  `update app_sync set rest = $4 where account_id = $1 and line_id = $2 and subject = $3`,
)
