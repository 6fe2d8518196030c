import type pg from 'pg'
import type { AccountId, ContactId } from '#core/account/account.ts'
import type { SearchIndex } from '../search-index.ts'
import { columns } from './columns.ts'
import { isLostRace } from './errors.ts'
import { alone, inTransaction, json, type Statement, statement } from './transaction.ts'

/** The contacts that triggers note in `contact_unindexed`, whoever commits them (migrations/0011-search-index.sql). */
export const postgresSearchIndex = (pool: pg.Pool): SearchIndex => ({
  async fill(most) {
    const { rows } = await alone<{ account_id: AccountId }>(pool, 'installation', COMPANIES, [most])
    if (rows.length === 0) return 0
    const accounts = rows.map(({ account_id }) => account_id)
    return fillSome(pool, accounts, most, FILL).catch((error: unknown) => {
      if (!isLostRace(error)) throw error
      return fillSome(pool, accounts, most, REPAIR)
    })
  },
})

const fillSome = (pool: pg.Pool, accounts: readonly AccountId[], most: number, filled: Statement): Promise<number> =>
  inTransaction(pool, accounts, async (run, atLast) => {
    const each = Math.ceil(most / accounts.length)
    const { rows } = await run<{ account_id: AccountId; contact_id: ContactId }>(TAKE, [json(accounts), each, most])
    if (rows.length > 0) atLast(run(filled, KEY.values(rows)))
    return rows.length
  })

/** Companies with contacts to be put in order: one look at the index for each. */
const COMPANIES = statement(
  'index-companies',
  `with recursive company as (
     (select account_id from contact_unindexed order by account_id limit 1)
     union all
     select later.account_id from company cross join lateral (
       select account_id from contact_unindexed where contact_unindexed.account_id > company.account_id
       order by account_id limit 1) as later
   )
   select account_id from company limit $1`,
)

/** Whom another process is at, or somebody renames at this moment, is left to the next time. */
const TAKE = statement(
  'index-take',
  `select waiting.account_id, waiting.contact_id
   from json_array_elements_text($1) as company(account_id)
   cross join lateral (
     select account_id, contact_id from contact_unindexed
     where contact_unindexed.account_id = company.account_id::uuid
     order by contact_id limit $2 for update skip locked
   ) as waiting
   limit $3`,
)

const KEY = columns({ account_id: 'uuid', contact_id: 'uuid' })
/**
 * A statement of its own: it has to see what was committed before the contacts were taken. Only what differs is written:
 * which parts there are is known, for nobody else writes those of a contact that is taken.
 */
const filling = (name: string, onConflict: string): Statement =>
  statement(
    name,
    `with taken as (
       delete from contact_unindexed using ${KEY.from()}
       where (contact_unindexed.account_id, contact_unindexed.contact_id) = (row.account_id, row.contact_id)
       returning contact_unindexed.*
     ), before as (
       select account_id, part collate "C", contact_id from taken cross join lateral contact_parts(indexed) as part
     ), after as (
       select account_id, part collate "C", contact_id
       from taken join contact using (account_id, contact_id) cross join lateral contact_parts(search) as part
     ), gone as (
       delete from contact_part kept using (select * from before except select * from after) as old
       where (kept.account_id, kept.part, kept.contact_id) = (old.account_id, old.part, old.contact_id)
     )
     insert into contact_part (account_id, part, contact_id) select * from after except select * from before ${onConflict}`,
  )
const FILL = filling('index-fill', '')
/** Where parts lie that nobody should have written. Costs half as much again. */
const REPAIR = filling('index-repair', 'on conflict do nothing')
