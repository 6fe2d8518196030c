import type pg from 'pg'
import { hours, toSeconds, instant, type Instant } from '#base/time.ts'
import type { AccountId } from '#core/account/account.ts'
import { withTick } from '#core/conversation/reduce.ts'
import type { ViewName } from '#core/conversation/view.ts'
import type { MessageStatus } from '#core/message/status.ts'
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
  const values = [accountId, agentId, timestamp(now), ...place, limit + 1, lineId, contactId, json(patterns)]
  const what = listOf(filter.view, lineId !== null, contactId !== null, patterns.length > 0)
  const { rows } = await alone<JoinedRow>(pool, [accountId], what, values)
  return page(rows.map(conversationRowFrom), limit, ({ conversation }) =>
    cursorOf(conversation.sortAt, conversation.conversationId),
  )
}

const WINDOW = `interval '${toSeconds(instant(SERVICE_WINDOW))} seconds'`
const CLOSING_SOON = `interval '${toSeconds(instant(hours(1)))} seconds'`

/** Which conversations `c` a view holds: those of the agent `$2`, at the instant `$3`. All but `resolved` are open besides. */
export const VIEW_CONDITIONS: Readonly<Record<ViewName, string>> = {
  all: 'true',
  mine: 'c.assignee_id = $2::uuid',
  unassigned: 'c.assignee_id is null',
  waiting: 'c.waiting_since is not null',
  closing: `c.customer_wrote_at > $3::timestamptz - ${WINDOW}
    and c.customer_wrote_at <= $3::timestamptz - ${WINDOW} + ${CLOSING_SOON}`,
  failed: 'c.failed_sends > 0',
  resolved: `c.state = 'resolved'`,
}

const lists = new Map<string, Statement>()

/** One statement per way of asking, so that PostgreSQL sees only the conditions that there are, and their index. */
function listOf(view: ViewName, byLine: boolean, byContact: boolean, bySearch: boolean): Statement {
  const name = ['view-list', view, byLine && 'line', byContact && 'contact', bySearch && 'search']
    .filter(Boolean)
    .join('-')
  const known = lists.get(name)
  if (known) return known
  const from = view === 'closing' ? CLOSING_FIRST : 'conversation c'
  const made = statement(
    name,
    `with every_parameter as (select $2::uuid, $3::timestamptz, $7::uuid, $8::uuid, $9::json)
     ${bySearch ? `, ${FOUND}` : ''}
     , chosen as materialized (
       select c.*, ${LAST_MESSAGE} from ${from} ${bySearch ? 'join found using (contact_id)' : ''}
       where c.account_id = $1 and (c.sort_at, c.conversation_id) < ($4::timestamptz, $5::uuid)
         ${view === 'resolved' ? '' : `and c.state = 'open'`} and ${VIEW_CONDITIONS[view]}
         ${byLine ? 'and c.line_id = $7' : ''} ${byContact ? 'and c.contact_id = $8' : ''}
       order by c.sort_at desc, c.conversation_id desc limit $6)
     ${SHOWN} order by c.sort_at desc, c.conversation_id desc`,
  )
  lists.set(name, made)
  return made
}

/** By the hour of their windows and then sorted: going through the list for the few that close would take longer. */
const CLOSING_FIRST = `(
  select * from conversation c where c.account_id = $1 and c.state = 'open' and ${VIEW_CONDITIONS.closing} offset 0) c`

/** The account's contacts are gone through once, whichever part of the question is the rare one. */
const FOUND = `found as materialized (
  select contact_id from contact
  where account_id = $1 and search like all (array(select json_array_elements_text($9)))
)`

/**
 * How far the last message came stands with the message (src/core/loop/apply.ts). Its id is taken out of the row in a
 * materialized step: PostgreSQL looks nothing up by what is computed on the way behind the wall of row-level security.
 */
export const LAST_MESSAGE = `(c.rest -> 'lastMessage' ->> 'messageId')::uuid as last_message_id`
/** The conversations `chosen` with what the list shows beside them. */
export const SHOWN = `select c.account_id, c.conversation_id, c.contact_id, c.line_id, c.state, c.assignee_id,
    c.opened_at, c.customer_wrote_at, c.waiting_since, c.unread, c.failed_sends, c.sort_at, c.rest,
    p.created_at as contact_created_at, p.name as contact_name, p.rest as contact_rest, m.rest ->> 'status' as last_status
  from chosen c join contact p using (account_id, contact_id)
  left join message m on (m.account_id, m.message_id) = (c.account_id, c.last_message_id)`

export type JoinedRow = Omit<ConversationColumns, 'version'> & {
  contact_created_at: Instant
  contact_name: string | null
  contact_rest: ContactRow['rest']
  last_status: MessageStatus | null
}

export const conversationRowFrom = (row: JoinedRow): ConversationRow => ({
  conversation: withTick(conversationFrom(row), row.last_status),
  contact: contactFrom({
    account_id: row.account_id,
    contact_id: row.contact_id,
    created_at: row.contact_created_at,
    name: row.contact_name,
    rest: row.contact_rest,
  }),
})
