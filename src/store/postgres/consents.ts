import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { AccountId, ConsentEntryId, ContactId } from '#core/account/account.ts'
import { displayName } from '#core/contact/contact.ts'
import type { ConsentDetail, ConsentLink } from '#core/consent/chain.ts'
import { type ConsentRow, type Head, NO_LINKS } from '../consent-chain.ts'
import type { ConsentImports, ConsentLedger, ConsentViews } from '../consents.ts'
import { arrayOf } from './columns.ts'
import { cursorOf, page, placeOf } from './page.ts'
import { contactFrom, type ContactRow, timestamp } from './rows.ts'
import { alone, statement } from './transaction.ts'

/** The consent ledger in PostgreSQL, for reading. */
export const postgresConsents = (pool: pg.Pool): ConsentLedger & ConsentViews & ConsentImports => ({
  async after(accountId, number, limit) {
    return (await alone<Row>(pool, [accountId], AFTER, [accountId, number, limit])).rows.map(rowFrom)
  },
  async head(accountId) {
    return (await alone<Head>(pool, [accountId], HEAD, [accountId])).rows[0] ?? NO_LINKS
  },
  async of(accountId, contactIds) {
    return (await alone<Row>(pool, [accountId], OF, [accountId, arrayOf('uuid', contactIds)])).rows.map(rowFrom)
  },
  async list(accountId, { purpose, change, means, contactIds, limit, cursor }) {
    const [before] = cursor === null ? [null] : placeOf(cursor, NUMBER)
    const of = contactIds && arrayOf('uuid', contactIds)
    const values = [accountId, before, purpose, change, means, of, limit + 1]
    const { rows } = await alone<Row & NamedRow>(pool, [accountId], LIST, values)
    const named = rows.map((row) => ({ row: rowFrom(row), name: nameOf(row) }))
    return page(named, limit, ({ row }) => cursorOf(row.link.number))
  },
  async erased(accountId) {
    const { rows } = await alone<{ contact_id: ContactId }>(pool, [accountId], ERASED, [accountId])
    return new Set(rows.map(({ contact_id }) => contact_id))
  },
  async linesDone(accountId, sha256) {
    const { rows } = await alone<{ lines_done: number }>(pool, [accountId], LINES_DONE, [accountId, sha256])
    return rows[0]?.lines_done ?? 0
  },
  async advance(accountId, { sha256, source }, linesDone, now) {
    await alone(pool, [accountId], ADVANCE, [accountId, sha256, source, linesDone, timestamp(now)])
  },
})

const NUMBER = /^\d{1,15}$/

type Row = {
  account_id: AccountId
  number: number
  entry_id: ConsentEntryId
  contact_id: ContactId
  purpose: ConsentLink['purpose']
  scope: ConsentLink['scope']
  change: ConsentLink['change']
  at: Instant
  until: Instant | null
  means: ConsentLink['means']
  is_express: boolean
  recorded_at: Instant
  commitment: string
  previous: string
  hash: string
  salt: string | null
  rest: ConsentDetail | null
}

type NamedRow = { contact: ContactRow | null }
const nameOf = ({ contact }: NamedRow): string | null =>
  contact === null || contactFrom(contact).erasedAt !== undefined ? null : displayName(contactFrom(contact))

const rowFrom = (row: Row): ConsentRow => ({
  link: {
    accountId: row.account_id,
    number: row.number,
    entryId: row.entry_id,
    contactId: row.contact_id,
    purpose: row.purpose,
    scope: row.scope,
    change: row.change,
    at: row.at,
    until: row.until,
    means: row.means,
    isExpress: row.is_express,
    recordedAt: row.recorded_at,
    commitment: row.commitment,
    previous: row.previous,
    hash: row.hash,
  },
  detail: row.salt === null || row.rest === null ? null : { salt: row.salt, detail: row.rest },
})

const ROWS = `select link.*, detail.salt, detail.rest
   from consent_link link left join consent_detail detail using (account_id, number)`
const AFTER = statement(
  'consents-after',
  `${ROWS} where link.account_id = $1 and number > $2::bigint order by number limit $3`,
)
const HEAD = statement('consent-head', `select number, hash from consent_head where account_id = $1`)
const OF = statement(
  'consents-of',
  `${ROWS} where link.account_id = $1 and link.contact_id = any ($2::uuid[]) order by number`,
)
const LIST = statement(
  'list-consents',
  `select link.*, detail.salt, detail.rest,
     case when contact.account_id is not null
       then json_build_object('account_id', contact.account_id, 'contact_id', contact.contact_id, 'created_at', 0,
         'name', contact.name, 'rest', contact.rest) end as contact
   from consent_link link left join consent_detail detail using (account_id, number)
     left join contact on (contact.account_id, contact.contact_id) = (link.account_id, link.contact_id)
   where link.account_id = $1 and number < coalesce($2::bigint, 9223372036854775807)
     and ($3::text is null or purpose = $3) and ($4::text is null or change = $4) and ($5::text is null or means = $5)
     and ($6::uuid[] is null or link.contact_id = any ($6))
   order by number desc limit $7`,
)
const ERASED = statement('erased-contacts', `select contact_id from erasure where account_id = $1`)
const LINES_DONE = statement(
  'consent-lines-done',
  `select lines_done from consent_import where account_id = $1 and sha256 = $2`,
)
const ADVANCE = statement(
  'advance-consent-import',
  `insert into consent_import (account_id, sha256, source, lines_done, begun_at) values ($1, $2, $3, $4, $5)
   on conflict (account_id, sha256) do update set lines_done = greatest(consent_import.lines_done, excluded.lines_done)`,
)
