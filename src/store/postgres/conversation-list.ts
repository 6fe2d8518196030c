import type pg from 'pg'
import { hours, toSeconds, instant, type Instant } from '#base/time.ts'
import type { AccountId } from '#core/account/account.ts'
import type { ViewName } from '#core/conversation/view.ts'
import { SERVICE_WINDOW } from '#core/window/window.ts'
import { searchPartsOf } from '../search.ts'
import type { ConversationFilter, ConversationRow, Page } from '../views/views.ts'
import { cursorOf, newestFirst, page } from './page.ts'
import {
  contactFrom,
  type ContactRow,
  conversationFrom,
  type ConversationRow as ConversationColumns,
  timestamp,
} from './rows.ts'
import { alone, json, type Statement, statement } from './transaction.ts'

/** The list of a view, newest activity first, by (sortAt, id). */
export async function conversations(
  pool: pg.Pool,
  accountId: AccountId,
  filter: ConversationFilter,
): Promise<Page<ConversationRow>> {
  const { agentId, lineId, contactId, limit, now } = filter
  const place = newestFirst(filter.cursor)
  const patterns = searchPartsOf(filter.q ?? '').map((part) => `%${part.replace(/[\\%_]/g, '\\$&')}%`)
  const values = [accountId, ...place, limit + 1, agentId, timestamp(now), lineId, contactId, json(patterns)]
  const what = listOf(filter.view, lineId !== null, contactId !== null, patterns.length > 0)
  const { rows } = await alone<JoinedRow>(pool, [accountId], what, values)
  return page(rows.map(conversationRowFrom), limit, ({ conversation }) =>
    cursorOf(conversation.sortAt, conversation.conversationId),
  )
}

/** The condition of each view on a conversation `c`; those of open ones are written as their indexes are. */
export const viewsOf = (agentId: string, now: string): readonly (readonly [ViewName, string])[] => [
  ['all', 'true'],
  ['mine', `${ASSIGNEE} = ${agentId}`],
  ['unassigned', `${ASSIGNEE} = '${NOBODY}'`],
  ['waiting', 'c.waiting_since is not null'],
  ['closing', `c.customer_wrote_at > ${now} - ${WINDOW} and c.customer_wrote_at <= ${now} - ${WINDOW} + ${CLOSING}`],
  ['failed', 'c.failed_sends > 0'],
  ['resolved', `c.state = 'resolved'`],
]

const NOBODY = '00000000-0000-0000-0000-000000000000'
const ASSIGNEE = `coalesce(c.assignee_id, '${NOBODY}')`
const WINDOW = `interval '${toSeconds(instant(SERVICE_WINDOW))} seconds'`
const CLOSING = `interval '${toSeconds(instant(hours(1)))} seconds'`

const lists = new Map<string, Statement>()

/** One statement per way of asking, so that PostgreSQL sees only the conditions that there are, and their index. */
function listOf(view: ViewName, byLine: boolean, byContact: boolean, bySearch: boolean): Statement {
  const name = ['view-list', view, byLine && 'line', byContact && 'contact', bySearch && 'search']
    .filter(Boolean)
    .join('-')
  const known = lists.get(name)
  if (known) return known
  const condition = new Map(viewsOf('$5::uuid', '$6::timestamptz')).get(view) ?? 'true'
  const made = statement(
    name,
    `with asked as (select $5::uuid, $6::timestamptz, $7::uuid, $8::uuid, $9::json)${bySearch ? `, ${FOUND}` : ''}
     select ${CONVERSATION_ROW}
     from conversation c join contact p using (account_id, contact_id) ${bySearch ? 'join found using (contact_id)' : ''}
     where c.account_id = $1 and (c.sort_at, c.conversation_id) < ($2::timestamptz, $3::uuid)
       and ${view === 'resolved' ? '' : `c.state = 'open' and`} ${condition}
       ${byLine ? 'and c.line_id = $7::uuid' : ''} ${byContact ? 'and c.contact_id = $8::uuid' : ''}
     order by c.sort_at desc, c.conversation_id desc limit $4`,
  )
  lists.set(name, made)
  return made
}

/** All parts must occur, so the account's contacts are gone through once, whichever part is the rare one. */
const FOUND = `found as materialized (
  select contact_id from contact
  where account_id = $1 and search like all (array(select json_array_elements_text($9::json)))
)`

export const CONVERSATION_ROW = `c.account_id, c.conversation_id, c.contact_id, c.line_id, c.state, c.assignee_id,
  c.opened_at, c.customer_wrote_at, c.waiting_since, c.unread, c.failed_sends, c.sort_at, c.rest,
  p.created_at as contact_created_at, p.name as contact_name, p.rest as contact_rest`

export type JoinedRow = Omit<ConversationColumns, 'version'> & {
  contact_created_at: Instant
  contact_name: string | null
  contact_rest: ContactRow['rest']
}

export const conversationRowFrom = (row: JoinedRow): ConversationRow => ({
  conversation: conversationFrom(row),
  contact: contactFrom({
    account_id: row.account_id,
    contact_id: row.contact_id,
    created_at: row.contact_created_at,
    name: row.contact_name,
    rest: row.contact_rest,
  }),
})
