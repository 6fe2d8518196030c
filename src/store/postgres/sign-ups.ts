import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { SignUp } from '#core/consent/sign-up.ts'
import type { InvitationCount, SignUps } from '../sign-ups.ts'
import { timestamp } from './rows.ts'
import { alone, inTransaction, json, statement } from './transaction.ts'

/** Sign-ups that wait for their confirmation, in PostgreSQL. */
export const postgresSignUps = (pool: pg.Pool): SignUps => ({
  async seen(accountId, token) {
    await alone(pool, [accountId], COUNT, [accountId, token, 1, 0, 0])
  },
  add: (accountId, signUp, { most, since }) =>
    inTransaction(pool, [accountId], async (run) => {
      const { code, token, phone, at, ...rest } = signUp
      const { rows } = await run<{ code: string }>(OF_PHONE, [accountId, token, phone, timestamp(since), most])
      const [last] = rows
      if (last && rows.length >= most) return last.code
      const added = await run(ADD, [accountId, code, token, phone, timestamp(at), json(rest)])
      if (added.rowCount === 0) return null
      await run(COUNT, [accountId, token, 0, 1, 0])
      return code
    }),
  async find(accountId, token, code) {
    const { rows } = await alone<Row>(pool, [accountId], FIND, [accountId, token, code])
    return rows.map(({ rest, phone, at }): SignUp => ({ ...rest, code, token, phone, at }))[0] ?? null
  },
  confirmed: (accountId, token, code) =>
    inTransaction(pool, [accountId], async (run) => {
      const gone = await run(REMOVE, [accountId, token, code])
      if (gone.rowCount === 1) await run(COUNT, [accountId, token, 0, 0, 1])
    }),
  async forget(accountId, before) {
    await alone(pool, [accountId], FORGET, [accountId, timestamp(before)])
  },
  async counts(accountId) {
    return (await alone<InvitationCount>(pool, [accountId], COUNTS, [accountId])).rows
  },
})

type Row = { phone: string; at: Instant; rest: Omit<SignUp, 'code' | 'token' | 'phone' | 'at'> }

const OF_PHONE = statement(
  'sign-ups-of-phone',
  `select code from sign_up where account_id = $1 and token = $2 and phone = $3 and at > $4::timestamptz
   order by at desc limit $5`,
)
const ADD = statement(
  'add-sign-up',
  `insert into sign_up (account_id, code, token, phone, at, rest) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
)
const FIND = statement(
  'find-sign-up',
  `select phone, at, rest from sign_up where account_id = $1 and token = $2 and code = $3`,
)
const REMOVE = statement('confirm-sign-up', `delete from sign_up where account_id = $1 and token = $2 and code = $3`)
const FORGET = statement('forget-sign-ups', `delete from sign_up where account_id = $1 and at < $2::timestamptz`)
const COUNT = statement(
  'count-invitation',
  `insert into invitation_count (account_id, token, seen, signed_up, confirmed) values ($1, $2, $3, $4, $5)
   on conflict (account_id, token) do update set seen = invitation_count.seen + excluded.seen,
     signed_up = invitation_count.signed_up + excluded.signed_up,
     confirmed = invitation_count.confirmed + excluded.confirmed`,
)
const COUNTS = statement(
  'invitation-counts',
  `select token, seen, signed_up as "signedUp", confirmed from invitation_count where account_id = $1`,
)
