import type pg from 'pg'
import { isUuid } from '#base/ids.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import { type ViewName, VIEWS } from '#core/conversation/view.ts'
import type { Template } from '#core/template/template.ts'
import { folded } from '../search.ts'
import type { Page, TemplateFilter, Views } from '../views/views.ts'
import {
  conversationRowFrom,
  conversations,
  type JoinedRow,
  LAST_MESSAGE,
  SHOWN,
  VIEW_CONDITIONS,
} from './conversation-list.ts'
import { cursorOf, newestFirst, page, placeOf } from './page.ts'
import { contactFrom, type ContactRow, messageFrom, type MessageRow, timestamp } from './rows.ts'
import { alone, statement } from './transaction.ts'

/** The read side in PostgreSQL. Ids that are no UUIDs lead nowhere. */
export const postgresViews = (pool: pg.Pool): Views => ({
  conversations: (accountId, filter) => conversations(pool, accountId, filter),
  async conversation(accountId, id) {
    if (!isUuid(id)) return null
    const { rows } = await alone<JoinedRow>(pool, [accountId], CONVERSATION, [accountId, id])
    return rows[0] ? conversationRowFrom(rows[0]) : null
  },
  async counts(accountId, agentId, lineId, now) {
    const values = [accountId, agentId, timestamp(now), lineId]
    const { rows } = await alone<CountsRow>(pool, [accountId], COUNTS, values)
    const { seq, lines, ...views } = rows[0] ?? noCounts()
    return { views, lines, seq }
  },
  async messages(accountId, id, { limit, cursor }) {
    const place = newestFirst(cursor)
    if (!isUuid(id)) return { data: [], next: null }
    const values = [accountId, id, ...place, limit + 1]
    const { rows } = await alone<MessageRow>(pool, [accountId], MESSAGES, values)
    return page(rows.map(messageFrom), limit, (message) => cursorOf(message.at, message.messageId))
  },
  async message(accountId, id) {
    if (!isUuid(id)) return null
    const { rows } = await alone<MessageRow>(pool, [accountId], MESSAGE, [accountId, id])
    return rows[0] ? messageFrom(rows[0]) : null
  },
  async contact(accountId, id) {
    if (!isUuid(id)) return null
    const { rows } = await alone<ContactRow>(pool, [accountId], CONTACT, [accountId, id])
    return rows[0] ? contactFrom(rows[0]) : null
  },
  templates: (accountId, filter) => templates(pool, accountId, filter),
})

async function templates(pool: pg.Pool, accountId: AccountId, filter: TemplateFilter): Promise<Page<Template>> {
  const { groupKey, q, status, limit, cursor } = filter
  const after = cursor === null ? ['', '', ''] : placeOf(cursor, /^/, /^/, /^/)
  const part = q === null ? '' : folded(q).trim().replaceAll(' ', '_')
  const values = [accountId, ...after, groupKey, status, part, limit + 1]
  const { rows } = await alone<{ rest: Template }>(pool, [accountId], TEMPLATES, values)
  return page(
    rows.map(({ rest }) => rest),
    limit,
    ({ name, language, groupKey: group }) => cursorOf(name, language, group),
  )
}

/** Counting stops here: nobody reads the exact number of years of resolved conversations. */
const MOST_RESOLVED_COUNTED = 10_000

type CountsRow = Record<ViewName, number> & { lines: { lineId: LineId; open: number }[]; seq: number }
const noCounts = (): CountsRow => ({
  all: 0,
  mine: 0,
  unassigned: 0,
  waiting: 0,
  closing: 0,
  failed: 0,
  resolved: 0,
  lines: [],
  seq: 0,
})

const CONVERSATION = statement(
  'view-conversation',
  `with chosen as materialized (
     select c.*, ${LAST_MESSAGE} from conversation c where c.account_id = $1 and c.conversation_id = $2)
   ${SHOWN}`,
)
const THREAD = 'account_id, message_id, conversation_id, line_id, direction, at, wire_id, rest'
const MESSAGES = statement(
  'view-messages',
  `select ${THREAD} from message
   where account_id = $1 and conversation_id = $2 and (at, message_id) < ($3::timestamptz, $4::uuid)
   order by at desc, message_id desc limit $5`,
)
const MESSAGE = statement('view-message', `select ${THREAD} from message where account_id = $1 and message_id = $2`)
const CONTACT = statement(
  'view-contact',
  `select account_id, contact_id, created_at, name, rest from contact where account_id = $1 and contact_id = $2`,
)
/** Underscores in names stand for spaces; like in `like`, they match any one character of the question. */
const TEMPLATES = statement(
  'view-templates',
  `select rest from template
   where account_id = $1 and (name, language, group_key) > ($2, $3, $4)
     and ($5::text is null or group_key = $5) and ($6::text is null or status = $6)
     and ($7 = '' or strpos(name, $7) > 0)
   order by name, language, group_key limit $8`,
)
/** One statement, so that the numbers and `seq` are of one moment. */
const COUNTS = statement(
  'view-counts',
  `select open.*,
     (select count(*) from (
        select from conversation c
        where account_id = $1 and ${VIEW_CONDITIONS.resolved} and ($4::uuid is null or line_id = $4)
        limit ${MOST_RESOLVED_COUNTED}) as resolved) as resolved,
     coalesce((select json_agg(json_build_object('lineId', line_id, 'open', open) order by line_id) from (
        select line_id, count(*) as open from conversation where account_id = $1 and state = 'open'
        group by line_id) as line), '[]') as lines,
     coalesce((select fact_seq from account_counter where account_id = $1), 0) as seq
   from (
     select ${VIEWS.filter((view) => view !== 'resolved')
       .map((view) => `count(*) filter (where ${VIEW_CONDITIONS[view]}) as ${view === 'all' ? '"all"' : view}`)
       .join(', ')}
     from conversation c where account_id = $1 and state = 'open' and ($4::uuid is null or line_id = $4)
   ) as open`,
)
