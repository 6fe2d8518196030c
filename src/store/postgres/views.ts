import type pg from 'pg'
import { isUuid } from '#base/ids.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Template } from '#core/template/template.ts'
import { folded, searchPartsOf } from '../search.ts'
import type { Page, TemplateFilter, Views } from '../views/views.ts'
import { contactsCalled } from './contact-search.ts'
import { alikeTo } from './duplicates/alike.ts'
import { conversations } from './conversation-list.ts'
import { conversationRowFrom, type JoinedRow, LAST_MESSAGE, SHOWN } from './conversation-row.ts'
import { search } from './conversation-search.ts'
import { counts } from './counts.ts'
import { outgoing } from './outgoing.ts'
import { cursorOf, newestFirst, page, placeOf } from './page.ts'
import { contactFrom, type ContactRow, messageFrom, type MessageRow } from './rows.ts'
import { alone, json, statement } from './transaction.ts'

/** The read side in PostgreSQL. Ids that are no UUIDs lead nowhere. */
export const postgresViews = (pool: pg.Pool): Views => ({
  conversations: (accountId, filter) => {
    const parts = searchPartsOf(filter.q ?? '')
    return parts.length === 0 ? conversations(pool, accountId, filter) : search(pool, accountId, parts, filter)
  },
  async conversation(accountId, id) {
    if (!isUuid(id)) return null
    const { rows } = await alone<JoinedRow>(pool, [accountId], CONVERSATION, [accountId, id])
    return rows[0] ? conversationRowFrom(rows[0]) : null
  },
  counts: (accountId, agentId, lineId, now) => counts(pool, accountId, agentId, lineId, now),
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
  async wroteTo(accountId, who) {
    const [contactId, addresses] = 'contactId' in who ? [who.contactId, []] : [null, who.addresses]
    if (contactId !== null && !isUuid(contactId)) return []
    const values = [accountId, contactId, json(addresses)]
    const { rows } = await alone<{ line_id: LineId }>(pool, [accountId], WROTE_TO, values)
    return rows.map(({ line_id }) => line_id)
  },
  async contactAt(accountId, addresses) {
    const { rows } = await alone<ContactRow>(pool, [accountId], CONTACT_AT, [accountId, json(addresses)])
    // Rows of addresses stay when somebody has given them up.
    const holds = (contact: Contact) => contact.addresses.some(({ value }) => addresses.includes(value))
    return rows.map(contactFrom).find(holds) ?? null
  },
  contactsCalled: (accountId, question, limit) => contactsCalled(pool, accountId, question, limit),
  async contactsAlike(accountId, contact) {
    const found = await alikeTo((what, values) => alone(pool, [accountId], what, values), accountId, [contact])
    return found.get(contact.contactId) ?? []
  },
  outgoing: (messages) => outgoing(pool, messages),
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

const CONVERSATION = statement(
  'view-conversation',
  `with chosen as materialized (
     select c.*, ${LAST_MESSAGE} from conversation c where c.account_id = $1 and c.conversation_id = $2)
   ${SHOWN}`,
)
const THREAD = 'account_id, message_id, conversation_id, line_id, direction, at, wire_id, rest'
/** With the conversations whose messages stand above in the thread. */
const MESSAGES = statement(
  'view-messages',
  `with part as (
     select $2::uuid as id
     union all
     select earlier.id::uuid
     from conversation c, json_array_elements_text(c.rest -> 'earlier') as earlier(id)
     where (c.account_id, c.conversation_id) = ($1, $2))
   select said.* from part cross join lateral (
     select ${THREAD} from message
     where account_id = $1 and conversation_id = part.id and (at, message_id) < ($3::timestamptz, $4::uuid)
     order by at desc, message_id desc limit $5) as said
   order by at desc, message_id desc limit $5`,
)
const MESSAGE = statement('view-message', `select ${THREAD} from message where account_id = $1 and message_id = $2`)
/** Each is looked up by its key: joined, a planner without statistics would go through all addresses of the account. */
const HOLDER = `cross join lateral (
     select contact_id from address
     where account_id = $1 and channel = 'whatsapp' and kind in ('phone', 'user-id') and value = asked.value limit 2
   ) as holder`
/** Of a contact there is an index of what is open, and one of what is not. */
const WROTE_TO = statement(
  'lines-written-to',
  `select spoken.line_id
   from (
     select $2::uuid as contact_id where $2::uuid is not null
     union select holder.contact_id from json_array_elements_text($3) as asked(value) ${HOLDER}) as who
   cross join lateral (
     select line_id, customer_wrote_at from conversation
     where account_id = $1 and contact_id = who.contact_id and customer_wrote_at is not null and state = 'open'
     union all
     select line_id, customer_wrote_at from conversation
     where account_id = $1 and contact_id = who.contact_id and customer_wrote_at is not null and state = 'resolved'
   ) as spoken
   group by spoken.line_id order by max(spoken.customer_wrote_at) desc`,
)
const CONTACT = statement(
  'view-contact',
  `select account_id, contact_id, created_at, name, rest from contact where account_id = $1 and contact_id = $2`,
)
const CONTACT_AT = statement(
  'view-contact-at',
  `select p.account_id, p.contact_id, p.created_at, p.name, p.rest
   from json_array_elements_text($2) with ordinality as asked (value, place)
   ${HOLDER}
   join contact p on (p.account_id, p.contact_id) = ($1, holder.contact_id)
   order by asked.place`,
)
/** Underscores in names stand for spaces; like in `like`, they match any one character of the question. */
const TEMPLATES = statement(
  'view-templates',
  `select rest from template
   where account_id = $1 and (name, language, group_key) > ($2, $3, $4)
     and ($5::text is null or group_key = $5)
     and case when $6::text is null then status <> 'DELETED' else status = $6 end
     and ($7 = '' or strpos(name, $7) > 0)
   order by name, language, group_key limit $8`,
)
