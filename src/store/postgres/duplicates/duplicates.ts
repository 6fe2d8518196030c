import type pg from 'pg'
import { instant, type Instant } from '#base/time.ts'
import type { AccountId, ContactId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import { proposed } from '#core/contact/propose.ts'
import type { Duplicate, DuplicateAsk, Duplicates } from '../../duplicates.ts'
import type { Page } from '../../views/views.ts'
import { searchPartsOf } from '../../search.ts'
import { patternsOf } from '../conversation-search.ts'
import { cursorOf, EPOCH_MS, LAST_UUID, page, placeOf, UUID } from '../page.ts'
import { contactFrom, type ContactRow, timestamp } from '../rows.ts'
import { alone, statement } from '../transaction.ts'
import { bitOf } from './bits.ts'
import { follow } from './follow.ts'

/** Pairs are kept beside the contacts; what they are alike in is read of both. */
export const postgresDuplicates = (pool: pg.Pool): Duplicates => ({
  follow: (accountId, now) => follow(pool, accountId, now),
  list: (accountId, ask) => list(pool, accountId, ask),
})

async function list(
  pool: pg.Pool,
  accountId: AccountId,
  { kind, q, limit, cursor }: DuplicateAsk,
): Promise<Page<Duplicate>> {
  const parts = q === null ? [] : searchPartsOf(q)
  const asked = parts.length === 0 ? null : patternsOf(parts)
  const values = [accountId, ...after(cursor), bitOf(kind), limit + 1, asked]
  const { rows } = await alone<Row>(pool, [accountId], LIST, values)
  const { data, next } = page(rows, limit, ({ strength, found_at, one_id, other_id }) =>
    cursorOf(strength, found_at, one_id, other_id),
  )
  return { data: data.flatMap(duplicateFrom), next }
}

const RANK = /^\d$/
/** Above every rank. */
const STRONGEST = 9
function after(cursor: string | null): readonly (string | number)[] {
  if (cursor === null) return [STRONGEST, 'infinity', LAST_UUID, LAST_UUID]
  const [strength, at, one, other] = placeOf(cursor, RANK, EPOCH_MS, UUID, UUID)
  return [strength, timestamp(instant(Number(at))), one, other]
}

type Row = {
  strength: number
  found_at: Instant
  one_id: ContactId
  one_at: Instant
  one_name: string | null
  one_rest: ContactRow['rest']
  other_id: ContactId
  other_at: Instant
  other_name: string | null
  other_rest: ContactRow['rest']
  account_id: AccountId
}

/** Empty: they are not proposed any more. */
function duplicateFrom(row: Row): readonly Duplicate[] {
  const { account_id } = row
  const one: Contact = contactFrom({
    ...{ account_id, contact_id: row.one_id, created_at: row.one_at, name: row.one_name, rest: row.one_rest },
  })
  const other: Contact = contactFrom({
    ...{ account_id, contact_id: row.other_id, created_at: row.other_at, name: row.other_name, rest: row.other_rest },
  })
  const evidence = proposed(one, other)
  return evidence.length === 0 ? [] : [{ one, other, evidence, foundAt: row.found_at }]
}

const ORDER = 'order by strength desc, found_at desc, one_id desc, other_id desc'
const LIST = statement(
  'list-duplicates',
  `select pair.*, one.created_at as one_at, one.name as one_name, one.rest as one_rest,
     other.created_at as other_at, other.name as other_name, other.rest as other_rest
   from (
     select account_id, strength, found_at, one_id, other_id from possible_duplicate
     where account_id = $1 and (strength, found_at, one_id, other_id) < ($2::smallint, $3::timestamptz, $4::uuid, $5::uuid)
       and kinds & $6::smallint <> 0
       and ($8::json is null or exists (
         select from contact called
         where called.account_id = $1 and called.contact_id in (one_id, other_id)
           and called.search like all (array(select json_array_elements_text($8::json)))))
     ${ORDER} limit $7
   ) as pair
   join contact one on (one.account_id, one.contact_id) = ($1, pair.one_id)
   join contact other on (other.account_id, other.contact_id) = ($1, pair.other_id)
   ${ORDER}`,
)
