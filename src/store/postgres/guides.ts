import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { AccountId } from '#core/account/account.ts'
import type { Guide, GuideId } from '#core/guide/guide.ts'
import type { Guides, KeptGuide } from '../guides.ts'
import type { Sealed } from '../registry.ts'
import { timestamp } from './rows.ts'
import { alone, inTransaction, json, statement } from './transaction.ts'

/** Guides to numbers, in PostgreSQL. */
export const postgresGuides = (pool: pg.Pool): Guides => ({
  async add(guide) {
    const { accountId, guideId, createdAt, ...rest } = guide
    await alone(pool, [accountId], ADD, [accountId, guideId, timestamp(createdAt), json(rest)])
  },
  async list(accountId) {
    const { rows } = await alone<GuideRow>(pool, [accountId], LIST, [accountId])
    return rows.map((row) => guideFrom(accountId, row))
  },
  async get(accountId, guideId) {
    const { rows } = await alone<GuideRow>(pool, [accountId], GET, [accountId, guideId])
    return rows[0] === undefined ? null : keptFrom(accountId, rows[0])
  },
  change: (accountId, guideId, change, secrets = {}) =>
    inTransaction(pool, [accountId], async (run) => {
      const { rows } = await run<GuideRow>(LOCK, [accountId, guideId])
      if (rows[0] === undefined) return null
      const kept = keptFrom(accountId, rows[0])
      const guide = change(kept.guide)
      const { accountId: _account, guideId: _guide, createdAt: _created, ...rest } = guide
      const { accessToken, pin } = { ...kept, ...secrets }
      await run(CHANGE, [accountId, guideId, json(rest), accessToken, pin])
      return guide
    }),
  async remove(accountId, guideId) {
    return ((await alone(pool, [accountId], REMOVE, [accountId, guideId])).rowCount ?? 0) > 0
  },
  async putPin(accountId, lineId, pin, at) {
    await alone(pool, [accountId], PUT_PIN, [accountId, lineId, pin, timestamp(at)])
  },
  async pin(accountId, lineId) {
    const { rows } = await alone<{ pin: Sealed; set_at: Instant }>(pool, [accountId], PIN, [accountId, lineId])
    return rows[0] === undefined ? null : { pin: rows[0].pin, setAt: rows[0].set_at }
  },
})

type GuideRow = {
  guide_id: GuideId
  created_at: Instant
  rest: Omit<Guide, 'accountId' | 'guideId' | 'createdAt'>
  access_token: Sealed | null
  pin: Sealed | null
}

const guideFrom = (accountId: AccountId, { guide_id: guideId, created_at: createdAt, rest }: GuideRow): Guide => ({
  accountId,
  guideId,
  createdAt,
  ...rest,
})
const keptFrom = (accountId: AccountId, row: GuideRow): KeptGuide => ({
  guide: guideFrom(accountId, row),
  accessToken: row.access_token,
  pin: row.pin,
})

const COLUMNS = 'guide_id, created_at, rest, access_token, pin'
const ADD = statement(
  'add-guide',
  `insert into number_guide (account_id, guide_id, created_at, rest) values ($1, $2, $3::timestamptz, $4)
   on conflict (account_id, guide_id) do nothing`,
)
const LIST = statement(
  'list-guides',
  `select ${COLUMNS} from number_guide where account_id = $1 order by created_at, guide_id`,
)
const GET = statement('get-guide', `select ${COLUMNS} from number_guide where account_id = $1 and guide_id = $2`)
const LOCK = statement(
  'lock-guide',
  `select ${COLUMNS} from number_guide where account_id = $1 and guide_id = $2 for update`,
)
const CHANGE = statement(
  'change-guide',
  `update number_guide set rest = $3, access_token = $4, pin = $5 where account_id = $1 and guide_id = $2`,
)
const REMOVE = statement('remove-guide', `delete from number_guide where account_id = $1 and guide_id = $2`)
const PUT_PIN = statement(
  'put-line-pin',
  `insert into line_pin (account_id, line_id, pin, set_at) values ($1, $2, $3, $4::timestamptz)
   on conflict (account_id, line_id) do update set pin = excluded.pin, set_at = excluded.set_at`,
)
const PIN = statement('line-pin', `select pin, set_at from line_pin where account_id = $1 and line_id = $2`)
