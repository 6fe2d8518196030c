import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { AccountId, ConversationId } from '#core/account/account.ts'
import type { ConversationFilter, ConversationRow, Page } from '../views/views.ts'
import { conditionsOf, LIST_VALUES, listValues, NEWEST_FIRST, pageOf, statementOf } from './conversation-list.ts'
import { type JoinedRow, LAST_MESSAGE, SHOWN } from './conversation-row.ts'
import { cursorOf } from './page.ts'
import { alone, type Json, json, type Statement, statement } from './transaction.ts'

/** A part of a question that occurs in fewer contacts than this is rare: from these contacts to their conversations. */
const RARE = 1_000
/** Else the list is gone through so far for one page; somebody with such a name soon turns up. */
const LOOKED_AT = 1_000
/** The shortest part that `contact_part` can be asked for (migrations/0009-desk.sql). */
const SHORTEST_KEPT = 3

/**
 * The conversations of a view whose contacts have all parts of a question, newest activity first. Looks at a bounded number of rows,
 * so a page may hold fewer than asked for, even none, although there is a next one.
 */
export async function search(
  pool: pg.Pool,
  accountId: AccountId,
  parts: readonly string[],
  filter: ConversationFilter,
): Promise<Page<ConversationRow>> {
  const patterns = patternsOf(parts)
  const rare = await rarest(pool, accountId, parts)
  const values = [...listValues(accountId, filter), patterns]
  if (rare !== null) {
    const { rows } = await alone<JoinedRow>(pool, [accountId], fromContacts(filter), [...values, rare])
    return pageOf(rows, filter.limit)
  }
  const { rows } = await alone<LookedAt>(pool, [accountId], throughList(filter), values)
  const found = pageOf(
    rows.filter((row): row is LookedAt & JoinedRow => row.conversation_id !== null),
    filter.limit,
  )
  const [{ edge_at: edgeAt, edge_id: edgeId } = NOWHERE] = rows
  return found.next === null && edgeAt !== null && edgeId !== null
    ? { data: found.data, next: cursorOf(edgeAt, edgeId) }
    : found
}

/** For `like all`: each part anywhere. */
export const patternsOf = (parts: readonly string[]): Json =>
  json(parts.map((part) => `%${part.replace(/[\\%_]/g, '\\$&')}%`))

/** Every row with the place of the last conversation looked at, null at the list's end; one row when nothing is found. */
type LookedAt = Omit<JoinedRow, 'conversation_id'> & {
  readonly conversation_id: ConversationId | null
  readonly edge_at: Instant | null
  readonly edge_id: ConversationId | null
}
const NOWHERE = { edge_at: null, edge_id: null }

/** The part that the fewest contacts have; null when all are common or too short to tell. */
export async function rarest(pool: pg.Pool, accountId: AccountId, parts: readonly string[]): Promise<string | null> {
  const kept = parts.filter((part) => [...part].length >= SHORTEST_KEPT)
  if (kept.length === 0) return null
  const { rows } = await alone<{ part: string }>(pool, [accountId], RAREST, [accountId, json(kept)])
  return rows[0]?.part ?? null
}

/** What lies between a text and everything that begins with it, in the order of bytes. */
const beginsWith = (text: string): string =>
  `kept.part >= left(${text}, 12) and kept.part < left(${text}, 12) || chr(1114111)`
/** The contacts that have a part. Parts are kept from every second letter on: what is asked for begins at one of them, or its second letter does. */
export const holdersOf = (part: string): string =>
  [part, `substr(${part}, 2)`]
    .map((text) => `select kept.contact_id from contact_part kept where kept.account_id = $1 and ${beginsWith(text)}`)
    .join(' union all ')

const RAREST = statement(
  'search-rarest',
  `select asked.part
   from (select part from json_array_elements_text($2) as part) as asked
   cross join lateral (select count(*) as contacts from (select from (${holdersOf('asked.part')}) as held limit ${RARE}) as bounded) as size
   where size.contacts < ${RARE} order by size.contacts limit 1`,
)

const MATCHES = `p.search like all (array(select json_array_elements_text($9)))`

/** `offset 0` keeps the planner, which knows little of what is found, from going through a whole table instead. */
const fromContacts = (filter: ConversationFilter): Statement =>
  statementOf(
    'search-contacts',
    filter,
    () => `with ${LIST_VALUES}, holder as materialized (select distinct contact_id from (${holdersOf('$10::text')}) as held),
     found as materialized (
       select holder.contact_id from holder cross join lateral (
         select from contact p where p.account_id = $1 and p.contact_id = holder.contact_id and ${MATCHES} offset 0) as matching),
     chosen as materialized (
       select c.*, ${LAST_MESSAGE} from found cross join lateral (
         select * from conversation c where c.contact_id = found.contact_id and ${conditionsOf(filter)} offset 0) as c
       ${NEWEST_FIRST} limit $6)
     ${SHOWN} ${NEWEST_FIRST}`,
  )

const throughList = (filter: ConversationFilter): Statement =>
  statementOf(
    'search-list',
    filter,
    () => `with ${LIST_VALUES}, looked_at as materialized (
       select c.account_id, c.conversation_id, c.contact_id, c.sort_at from conversation c
       where ${conditionsOf(filter)} ${NEWEST_FIRST} limit ${LOOKED_AT}),
     edge as (select sort_at as edge_at, conversation_id as edge_id from looked_at c ${NEWEST_FIRST} offset ${LOOKED_AT - 1}),
     found as materialized (
       select c.account_id, c.conversation_id from looked_at c cross join lateral (
         select from contact p where p.account_id = $1 and p.contact_id = c.contact_id and ${MATCHES} offset 0) as matching
       ${NEWEST_FIRST} limit $6),
     chosen as materialized (
       select c.*, ${LAST_MESSAGE} from found join conversation c using (account_id, conversation_id))
     select shown.*, edge.* from (select) as once left join edge on true left join (${SHOWN}) as shown on true
     order by shown.sort_at desc, shown.conversation_id desc`,
  )
