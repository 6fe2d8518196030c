import type { Instant } from '#base/time.ts'
import type { AccountId, ContactId, LineId, MessageId } from '#core/account/account.ts'
import { type Billing, usualBilling, withDemonstration } from '#core/cost/billing.ts'
import type { Delivered, Tariff } from '#core/cost/charge.ts'
import type { RateCard } from '#core/cost/rate-card.ts'
import { addressOf, type Contact } from '#core/contact/contact.ts'
import { facing } from '#core/contact/part.ts'
import type { Recipient } from '#core/cost/market.ts'
import type { Message, OutboundMessage } from '#core/message/message.ts'
import type { MessageStatus } from '#core/message/status.ts'
import { arrayOf } from '../columns.ts'
import { contactFrom, type ContactRow, messageFrom, type MessageRow } from '../rows.ts'
import { type Run, statement } from '../transaction.ts'
import { type CardRow, cardFrom, LIST_BILLING, LIST_CARDS } from './cards.ts'

/** Those of these messages that were delivered and of which Meta said the price category. */
export async function deliveredOf(
  run: Run,
  accountId: AccountId,
  ids: readonly MessageId[],
): Promise<readonly Delivered[]> {
  if (ids.length === 0) return []
  const sorted = [...ids].sort()
  const { rows } = await run<Row>(DELIVERED, [accountId, sorted[0] ?? '', sorted.at(-1) ?? '', arrayOf('uuid', sorted)])
  const inGroups = rows.flatMap((row) => reachedIn(messageFrom(row)))
  const found = inGroups.length === 0 ? [] : (await run<Member>(MEMBERS, [accountId, arrayOf('uuid', inGroups)])).rows
  const members = new Map(found.map((each) => [each.contact_id, recipientAt(each)]))
  return rows.flatMap((row) => deliveredFrom(row, members) ?? [])
}

/** Whom of a group a message has reached, always in one order. */
const reachedIn = (message: Message): readonly ContactId[] =>
  message.direction === 'in'
    ? []
    : (message.receipts ?? [])
        .filter(({ status }) => REACHED.has(status))
        .map(({ contactId }) => contactId)
        .sort()
const REACHED: ReadonlySet<MessageStatus> = new Set(['delivered', 'read', 'played'])

type Member = { readonly contact_id: ContactId; readonly addresses: Contact['addresses'] }
const recipientAt = (of: Pick<Contact, 'addresses'>): Recipient => ({
  phone: addressOf(of, 'phone')?.value ?? null,
  userId: addressOf(of, 'user-id')?.value ?? null,
})

type Row = Omit<MessageRow, 'version'> & {
  contact_id: ContactRow['contact_id']
  contact_created_at: ContactRow['created_at']
  contact_name: ContactRow['name']
  contact_rest: ContactRow['rest']
  part_id: ContactId | null
}

function deliveredFrom(row: Row, members: ReadonlyMap<ContactId, Recipient>): Delivered | null {
  const message = messageFrom(row)
  if (message.direction !== 'out' || message.pricing === null) return null
  const deliveredAt = firstDelivered(message)
  if (deliveredAt === null) return null
  const contact = facing(
    contactFrom({
      account_id: row.account_id,
      contact_id: row.contact_id,
      created_at: row.contact_created_at,
      name: row.contact_name,
      rest: row.contact_rest,
    }),
    row.part_id ?? undefined,
  )
  const { messageId, lineId, conversationId, author, content, pricing } = message
  const [recipient, ...others] = reachedIn(message).flatMap((contactId) => members.get(contactId) ?? [])
  return {
    ...{ messageId, lineId, conversationId, author, pricing, deliveredAt },
    template: content.kind === 'template' ? content.template : null,
    recipient: recipient ?? recipientAt(contact),
    ...(others.length > 0 && { others }),
  }
}

/** `delivered` is skipped when the message is read at once (cloud-api §2.4). */
function firstDelivered({ times }: OutboundMessage): Instant | null {
  const known = [times.delivered, times.read, times.played].filter((at) => at !== undefined)
  return known.length === 0 ? null : (Math.min(...known) as Instant)
}

/** What each line of the company is charged by, as it is in this transaction. */
export async function tariffsOf(
  run: Run,
  accountId: AccountId,
): Promise<{ readonly cards: readonly RateCard[]; readonly tariffOf: (lineId: LineId) => Tariff }> {
  const [imported, billing, lines] = await Promise.all([
    run<CardRow>(LIST_CARDS, [accountId]),
    run<Billing>(LIST_BILLING, [accountId]),
    run<{ line_id: LineId; group_key: string; country: string }>(LINES, [accountId]),
  ])
  const cards = withDemonstration(imported.rows.map(cardFrom))
  const groups = new Map(billing.rows.map((each) => [each.groupKey, each]))
  const tariffs = new Map(
    lines.rows.map(({ line_id, group_key, country }) => {
      const { timeZone, currency } = groups.get(group_key) ?? usualBilling(group_key, country)
      return [line_id, { cards, timeZone, currency }]
    }),
  )
  return { cards, tariffOf: (lineId) => tariffs.get(lineId) ?? { cards, timeZone: 'UTC', currency: 'USD' } }
}

/**
 * The least and greatest id let the planner leave out the months in which there is nothing. One look-up by key for each:
 * what was delivered just now may have been written at any time of those months, and joined otherwise all of them would
 * be gone through.
 */
const DELIVERED = statement(
  'cost-delivered',
  `select m.*, p.contact_id, p.created_at as contact_created_at, p.name as contact_name, p.rest as contact_rest,
     c.part_id
   from unnest($4::uuid[]) as wanted(message_id)
   cross join lateral (
     select account_id, message_id, conversation_id, line_id, direction, at, wire_id, rest from message
     where account_id = $1 and message_id = wanted.message_id and message_id between $2 and $3 limit 1) as m
   cross join lateral (
     select contact_id, rest ->> 'of' as part_id from conversation
     where account_id = $1 and conversation_id = m.conversation_id limit 1) as c
   cross join lateral (
     select contact_id, created_at, name, rest from contact
     where account_id = $1 and contact_id = c.contact_id limit 1) as p`,
)
const MEMBERS = statement(
  'cost-members',
  `select contact_id, rest -> 'addresses' as addresses from contact
   where account_id = $1 and contact_id = any ($2::uuid[])`,
)
const LINES = statement(
  'cost-lines',
  `select line_id, group_key, account.country from line join account using (account_id) where account_id = $1`,
)
