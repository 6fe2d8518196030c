import type pg from 'pg'
import type { AccountId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import { searchPartsOf } from '../search.ts'
import { holdersOf, patternsOf, rarest } from './conversation-search.ts'
import { contactFrom, type ContactRow } from './rows.ts'
import { alone, statement } from './transaction.ts'

/** So many of those who have the rarest part of a question are looked at, and no more: whoever types on finds them. */
const LOOKED_AT = 5_000

/** People who have all parts of a question and can be written to, by name; none for a question without three letters in a row. */
export async function contactsCalled(
  pool: pg.Pool,
  accountId: AccountId,
  question: string,
  limit: number,
): Promise<readonly Contact[]> {
  const parts = searchPartsOf(question)
  const longest = parts.toSorted((a, b) => b.length - a.length)[0] ?? ''
  if (longest.length < 3) return []
  const part = (await rarest(pool, accountId, parts)) ?? longest
  const { rows } = await alone<ContactRow>(pool, [accountId], CALLED, [accountId, part, patternsOf(parts), limit])
  return rows.map(contactFrom)
}

const CALLED = statement(
  'contacts-called',
  `with holder as materialized (
     select distinct contact_id from (select contact_id from (${holdersOf('$2::text')}) as held limit ${LOOKED_AT}) as holding)
   select p.account_id, p.contact_id, p.created_at, p.name, p.rest
   from holder cross join lateral (
     select * from contact p where p.account_id = $1 and p.contact_id = holder.contact_id offset 0) as p
   where p.search like all (array(select json_array_elements_text($3)))
     and json_array_length(p.rest -> 'addresses') > 0
     and p.rest -> 'group' is null
   order by p.name nulls last, p.contact_id limit $4`,
)
