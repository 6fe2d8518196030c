import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId } from '#core/account/account.ts'
import type { ContactPolicy } from '#core/policy/policy.ts'
import type { Covers } from '#core/policy/rights.ts'
import type { KeptChange, KeptRights, Policies, Reached } from '../policies.ts'
import { cursorOf, page, placeOf } from './page.ts'
import { timestamp } from './rows.ts'
import { alone, json, statement } from './transaction.ts'

/** Contact policies in PostgreSQL. */
export const postgresPolicies = (pool: pg.Pool): Policies => ({
  async all() {
    const [policies, barred, standing] = await Promise.all([
      alone<{ account_id: AccountId; rest: ContactPolicy }>(pool, 'installation', ALL_POLICIES),
      alone<{ account_id: AccountId; address: string; covers: Covers }>(pool, 'installation', ALL_BARRED),
      alone<StandingRow>(pool, 'installation', ALL_STANDING),
    ])
    return {
      policies: new Map(policies.rows.map(({ account_id, rest }) => [account_id, rest])),
      barred: barred.rows.map(({ account_id: accountId, ...rest }) => ({ accountId, ...rest })),
      standing: standing.rows.map(({ account_id: accountId, line_id: lineId, ...rest }) => ({
        accountId,
        lineId,
        ...rest,
      })),
    }
  },
  async put(accountId, policy, { at, agentId, ...rest }) {
    const values = [accountId, json(policy), timestamp(at), agentId, json(rest)]
    await alone(pool, [accountId], PUT, values)
  },
  async changes(accountId, { limit, cursor }) {
    const [before] = cursor === null ? [LAST_ID] : placeOf(cursor, /^\d{1,19}$/)
    const { rows } = await alone<ChangeRow>(pool, [accountId], CHANGES, [accountId, before ?? LAST_ID, limit + 1])
    const found = rows.map(({ id, at, agent_id, rest }) => ({ changeId: id, at, agentId: agent_id, ...rest }))
    return page(found, limit, ({ changeId }) => cursorOf(changeId))
  },
  async bar(accountId, entries) {
    const rows = entries.map(({ address, covers, reason, addedAt, addedBy }) => ({
      ...{ address, covers, reason, added_at: timestamp(addedAt), added_by: addedBy },
    }))
    await alone(pool, [accountId], BAR, [accountId, json(rows)])
  },
  async unbar(accountId, addresses) {
    const { rows } = await alone<{ address: string }>(pool, [accountId], UNBAR, [accountId, json(addresses)])
    return rows.map(({ address }) => address)
  },
  async barred(accountId, { q, limit, cursor }) {
    const [after] = cursor === null ? [''] : placeOf(cursor, /^.{1,160}$/)
    const values = [accountId, q ?? '', after ?? '', limit + 1]
    const { rows } = await alone<BarredRow>(pool, [accountId], BARRED, values)
    const found = rows.map(({ added_at: addedAt, added_by: addedBy, ...rest }) => ({ ...rest, addedAt, addedBy }))
    return page(found, limit, ({ address }) => cursorOf(address))
  },
  async countBarred(accountId) {
    const { rows } = await alone<{ count: number }>(pool, [accountId], COUNT_BARRED, [accountId])
    return rows[0]?.count ?? 0
  },
  async reachedSince(accounts, since) {
    if (accounts.length === 0) return []
    const { rows } = await alone<ReachedRow>(pool, accounts, REACHED, [timestamp(since), json(accounts)])
    return rows.map(({ account_id: accountId, contact_id: contactId, line_id: lineId, at }): Reached => ({
      ...{ accountId, contactId, lineId, at },
    }))
  },
})

const LAST_ID = '9223372036854775807'

type StandingRow = { account_id: AccountId; line_id: KeptRights['standing'][number]['lineId'] } & Pick<
  KeptRights['standing'][number],
  'aspect' | 'value' | 'until'
>
type ChangeRow = {
  id: string
  at: Instant
  agent_id: AgentId | null
  rest: Pick<KeptChange, 'what' | 'why' | 'before' | 'after'>
}
type BarredRow = { address: string; covers: Covers; reason: string; added_at: Instant; added_by: AgentId | null }
type ReachedRow = { account_id: AccountId; contact_id: Reached['contactId']; line_id: Reached['lineId']; at: Instant }

const ALL_POLICIES = statement('all-contact-policies', `select account_id, rest from contact_policy`)
const ALL_BARRED = statement('all-barred', `select account_id, address, covers from do_not_contact`)
const ALL_STANDING = statement(
  'all-standing',
  `select account_id, line_id, aspect, value, until from line_standing where aspect in ('access', 'limit')`,
)
const PUT = statement(
  'put-contact-policy',
  `with kept as (
     insert into contact_policy (account_id, rest) values ($1, $2)
     on conflict (account_id) do update set rest = excluded.rest
   )
   insert into contact_policy_change (account_id, at, agent_id, rest) values ($1, $3::timestamptz, $4::uuid, $5)`,
)
const CHANGES = statement(
  'list-policy-changes',
  `select change_id::text as id, at, agent_id, rest from contact_policy_change
   where account_id = $1 and change_id < $2::bigint order by change_id desc limit $3`,
)
const BAR = statement(
  'bar-addresses',
  `insert into do_not_contact (account_id, address, covers, reason, added_at, added_by)
   select $1, address, covers, reason, added_at, added_by
   from json_to_recordset($2) as row(address text, covers text, reason text, added_at timestamptz, added_by uuid)
   order by address
   on conflict (account_id, address) do update set covers = excluded.covers, reason = excluded.reason,
     added_at = excluded.added_at, added_by = excluded.added_by`,
)
const UNBAR = statement(
  'unbar-addresses',
  `delete from do_not_contact
   where account_id = $1 and address in (select value from json_array_elements_text($2)) returning address`,
)
const BARRED = statement(
  'list-barred',
  `select address, covers, reason, added_at, added_by from do_not_contact
   where account_id = $1 and starts_with(address, $2) and address > $3 order by address limit $4`,
)
const COUNT_BARRED = statement(
  'count-barred',
  `select count(*)::int as count from do_not_contact where account_id = $1`,
)
const REACHED = statement(
  'reached-since',
  `select account_id, rest ->> 'contactId' as contact_id, rest #>> '{outreach,lineId}' as line_id, at from fact
   where kind = 'outreach-counted' and at > $1::timestamptz
     and account_id in (select value::uuid from json_array_elements_text($2))`,
)
