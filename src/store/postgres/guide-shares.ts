import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId } from '#core/account/account.ts'
import type { GuideId } from '#core/guide/guide.ts'
import type { Share, SharedStep, ShareId } from '#core/guide/share.ts'
import type { GuideShares } from '../guide-shares.ts'
import { timestamp } from './rows.ts'
import { alone, inTransaction, statement } from './transaction.ts'

/** Links to steps, in PostgreSQL. */
export const postgresGuideShares = (pool: pg.Pool): GuideShares => ({
  add: (share, tokenHash, most) =>
    inTransaction(pool, [share.accountId], async (run) => {
      const { accountId, shareId, guideId, step, name, createdAt, createdBy, expiresAt } = share
      // One at a time for a guide, so that two at once cannot both be the last.
      await run(LOCK_GUIDE, [accountId, guideId])
      const { rows } = await run<{ open: number }>(COUNT, [accountId, guideId, timestamp(createdAt)])
      if ((rows[0]?.open ?? 0) >= most) return false
      const dates = [timestamp(createdAt), createdBy, timestamp(expiresAt)]
      await run(ADD, [accountId, shareId, guideId, tokenHash, step, name, ...dates])
      return true
    }),
  async find(tokenHash) {
    const { rows } = await alone<ShareRow>(pool, 'installation', FIND, [tokenHash])
    return rows[0] === undefined ? null : shareFrom(rows[0])
  },
  async list(accountId, guideId) {
    const { rows } = await alone<ShareRow>(pool, [accountId], LIST, [accountId, guideId])
    return rows.map(shareFrom)
  },
  async opened(accountId, shareId, at) {
    await alone(pool, [accountId], OPENED, [accountId, shareId, timestamp(at)])
  },
  async use(accountId, shareId, at) {
    return ((await alone(pool, [accountId], USE, [accountId, shareId, timestamp(at)])).rowCount ?? 0) > 0
  },
  async revoke(accountId, guideId, shareId, at) {
    const values = [accountId, guideId, shareId, timestamp(at)]
    return ((await alone(pool, [accountId], REVOKE, values)).rowCount ?? 0) > 0
  },
})

type ShareRow = {
  account_id: AccountId
  share_id: ShareId
  guide_id: GuideId
  step: SharedStep
  name: string
  created_at: Instant
  created_by: AgentId | null
  expires_at: Instant
  revoked_at: Instant | null
  used_at: Instant | null
  opened: number
  opened_at: Instant | null
}

const shareFrom = (row: ShareRow): Share => ({
  ...{ accountId: row.account_id, shareId: row.share_id, guideId: row.guide_id, step: row.step, name: row.name },
  ...{ createdAt: row.created_at, createdBy: row.created_by, expiresAt: row.expires_at, revokedAt: row.revoked_at },
  ...{ usedAt: row.used_at, opened: row.opened, openedAt: row.opened_at },
})

const COLUMNS = `account_id, share_id, guide_id, step, name, created_at, created_by, expires_at, revoked_at, used_at,
  opened, opened_at`
const LOCK_GUIDE = statement(
  'lock-guide-for-share',
  `select from number_guide where account_id = $1 and guide_id = $2 for update`,
)
const COUNT = statement(
  'count-guide-shares',
  `select count(*)::int as open from guide_share
   where account_id = $1 and guide_id = $2 and revoked_at is null and used_at is null and expires_at > $3::timestamptz`,
)
const ADD = statement(
  'add-guide-share',
  `insert into guide_share (account_id, share_id, guide_id, token_hash, step, name, created_at, created_by, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7::timestamptz, $8::uuid, $9::timestamptz)`,
)
const FIND = statement('find-guide-share', `select ${COLUMNS} from guide_share where token_hash = $1`)
const LIST = statement(
  'list-guide-shares',
  `select ${COLUMNS} from guide_share where account_id = $1 and guide_id = $2 order by created_at, share_id`,
)
const OPENED = statement(
  'opened-guide-share',
  `update guide_share set opened = opened + 1, opened_at = $3::timestamptz where account_id = $1 and share_id = $2`,
)
const USE = statement(
  'use-guide-share',
  `update guide_share set used_at = $3::timestamptz
   where account_id = $1 and share_id = $2 and used_at is null and revoked_at is null`,
)
const REVOKE = statement(
  'revoke-guide-share',
  `update guide_share set revoked_at = $4::timestamptz
   where account_id = $1 and guide_id = $2 and share_id = $3 and revoked_at is null and used_at is null`,
)
