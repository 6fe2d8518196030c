import type pg from 'pg'
import { hours, toSeconds, instant } from '#base/time.ts'
import type { AccountId } from '#core/account/account.ts'
import type { ViewName } from '#core/conversation/view.ts'
import { SERVICE_WINDOW } from '#core/window/window.ts'
import type { ConversationFilter, ConversationRow, Page } from '../views/views.ts'
import { conversationRowFrom, type JoinedRow, LAST_MESSAGE, SHOWN } from './conversation-row.ts'
import { cursorOf, newestFirst, page } from './page.ts'
import { timestamp } from './rows.ts'
import { alone, type Statement, statement, type Value } from './transaction.ts'

/** The list of a view, newest activity first, by (sortAt, id). */
export async function conversations(
  pool: pg.Pool,
  accountId: AccountId,
  filter: ConversationFilter,
): Promise<Page<ConversationRow>> {
  const { rows } = await alone<JoinedRow>(pool, [accountId], listOf(filter), listValues(accountId, filter))
  return pageOf(rows, filter.limit)
}

export const pageOf = (rows: readonly JoinedRow[], limit: number): Page<ConversationRow> =>
  page(rows.map(conversationRowFrom), limit, ({ conversation }) =>
    cursorOf(conversation.sortAt, conversation.conversationId),
  )

/** `$1` to `$8` of every list. */
export const listValues = (accountId: AccountId, filter: ConversationFilter): readonly Value[] => {
  const { agentId, lineId, contactId, limit, now, cursor } = filter
  return [accountId, agentId, timestamp(now), ...newestFirst(cursor), limit + 1, lineId, contactId]
}
/** Names all of them, for a statement must use each, and says what they are. */
export const LIST_VALUES = 'every_value as (select $2::uuid, $3::timestamptz, $7::uuid, $8::uuid)'

const WINDOW = `interval '${toSeconds(instant(SERVICE_WINDOW))} seconds'`
const CLOSING_SOON = `interval '${toSeconds(instant(hours(1)))} seconds'`

/** Which conversations `c` a view holds: those of the agent `$2`, at the instant `$3`. */
export const VIEW_CONDITIONS: Readonly<Record<ViewName, string>> = {
  all: `c.state = 'open'`,
  mine: `c.state = 'open' and c.assignee_id = $2::uuid`,
  unassigned: `c.state = 'open' and c.assignee_id is null`,
  waiting: `c.state = 'open' and c.waiting_since is not null`,
  closing: `c.state = 'open' and c.customer_wrote_at > $3::timestamptz - ${WINDOW}
    and c.customer_wrote_at <= $3::timestamptz - ${WINDOW} + ${CLOSING_SOON}`,
  failed: `c.state = 'open' and c.failed_sends > 0`,
  resolved: `c.state = 'resolved'`,
}

/** What another conversation goes on from is shown with that. It is counted all the same: counting reads no more than an index. */
const NOT_CONTINUED = `and c.rest -> 'continuedBy' is null`

type Kind = Pick<ConversationFilter, 'view' | 'lineId' | 'contactId'>

/** Which conversations `c` a list holds, from the place in it on that was asked for. */
export const conditionsOf = ({ view, lineId, contactId }: Kind): string =>
  `c.account_id = $1 and ${VIEW_CONDITIONS[view]} ${view === 'resolved' ? NOT_CONTINUED : ''} and (c.sort_at, c.conversation_id) < ($4::timestamptz, $5::uuid)
   ${lineId === null ? '' : 'and c.line_id = $7'} ${contactId === null ? '' : 'and c.contact_id = $8'}`
export const NEWEST_FIRST = 'order by c.sort_at desc, c.conversation_id desc'

const statements = new Map<string, Statement>()

/** One statement per way of asking, so that PostgreSQL sees only the conditions that there are, and their index. */
export function statementOf(prefix: string, { view, lineId, contactId }: Kind, text: () => string): Statement {
  const name = [prefix, view, lineId !== null && 'line', contactId !== null && 'contact'].filter(Boolean).join('-')
  const known = statements.get(name)
  if (known) return known
  const made = statement(name, text())
  statements.set(name, made)
  return made
}

const listOf = (kind: Kind): Statement =>
  statementOf('view-list', kind, () => {
    const chosen = `select c.*, ${LAST_MESSAGE} from conversation c`
    const ordered = `where ${conditionsOf(kind)} ${NEWEST_FIRST} limit $6`
    return kind.view === 'closing'
      ? `with ${LIST_VALUES}, place as materialized (select c.account_id, c.conversation_id from conversation c ${ordered}),
         chosen as materialized (${chosen} join place using (account_id, conversation_id)) ${SHOWN} ${NEWEST_FIRST}`
      : `with ${LIST_VALUES}, chosen as materialized (${chosen} ${ordered}) ${SHOWN} ${NEWEST_FIRST}`
  })
