import type { AccountId, ContactId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import { phonesAlike } from '#core/contact/propose.ts'
import { folded } from '../../search.ts'
import { arrayOf } from '../columns.ts'
import { contactFrom, type ContactRow } from '../rows.ts'
import { type Run, statement } from '../transaction.ts'

/** One who was like the other before. */
type Known = readonly [of: ContactId, other: ContactId]

/**
 * Whom each contact may be like: whoever has or had one of its phones in any spelling, has its username, or gave a phone of
 * the other as their own; and those of `known`. Of a part, whoever it is a part of. By the id of the contact; whoever is
 * like nobody has no entry. A username is looked up in the search index, which must hold all that is asked about.
 */
export async function alikeTo(
  run: Run,
  accountId: AccountId,
  contacts: readonly Contact[],
  known: readonly Known[] = [],
): Promise<ReadonlyMap<ContactId, readonly Contact[]>> {
  const phones = contacts.flatMap((contact) => phonesAlike(contact).map((phone) => [contact.contactId, phone] as const))
  const usernames = contacts.flatMap(({ contactId, username }) =>
    username === null ? [] : [[contactId, folded(username)] as const],
  )
  const claimed = contacts.flatMap(({ contactId, claims = [] }) =>
    claims.map((claim) => [contactId, claim.contactId] as const),
  )
  const values = [...pairs('text', phones), ...pairs('text', usernames), ...pairs('uuid', [...claimed, ...known])]
  const { rows } = await run<ContactRow & { whose: ContactId }>(ALIKE, [accountId, ...values])
  const found = new Map<ContactId, Contact[]>()
  for (const row of rows) found.set(row.whose, [...(found.get(row.whose) ?? []), contactFrom(row)])
  return found
}

const pairs = (type: 'text' | 'uuid', list: readonly (readonly [of: ContactId, what: string])[]) =>
  [
    arrayOf('uuid', list.map(([of]) => of)), // prettier-ignore
    arrayOf(type, list.map(([, what]) => what)), // prettier-ignore
  ] as const

/** Letters of a part of the search index (migrations/0009-desk.sql). */
const LONGEST_PART = 12
/** Of those whose names or usernames begin alike; whoever is one of so many is found from the other side, or not at all. */
const LOOKED_AT = 1_000
/** More are no help to anybody: whoever looks that common is many people. */
const MOST = 50

/** Each phone is looked up by its key: joined, a planner without statistics would go through all addresses of the account. */
const ALIKE = statement(
  'contacts-alike',
  `with recursive meant as (
     select named.whose, named.id from unnest($6::uuid[], $7::uuid[]) as named(whose, id)
     union
     select meant.whose, (part.rest -> 'joined' ->> 'into')::uuid
     from meant join contact part on (part.account_id, part.contact_id) = ($1, meant.id)
     where part.rest -> 'joined' is not null
   ), alike as (
     select asked.whose, holder.contact_id
     from unnest($2::uuid[], $3::text[]) as asked(whose, phone)
     cross join lateral (
       select contact_id from address
       where account_id = $1 and channel = 'whatsapp' and kind = 'phone' and value = asked.phone limit 1
     ) as holder
     union
     select called.whose, same.contact_id
     from unnest($4::uuid[], $5::text[]) as called(whose, username)
     cross join lateral (
       select held.contact_id
       from (
         select kept.contact_id from contact_part kept
         where kept.account_id = $1 and kept.part = left(called.username, ${LONGEST_PART}) limit ${LOOKED_AT}
       ) as held
       join contact on (contact.account_id, contact.contact_id) = ($1, held.contact_id)
       where strpos(E'\\n' || contact.search || E'\\n', E'\\n' || called.username || E'\\n') > 0
       limit ${MOST}
     ) as same
     union
     select whose, id from meant
   )
   select alike.whose, p.account_id, p.contact_id, p.created_at, p.name, p.rest
   from alike join contact p on (p.account_id, p.contact_id) = ($1, alike.contact_id)
   where alike.contact_id <> alike.whose`,
)
