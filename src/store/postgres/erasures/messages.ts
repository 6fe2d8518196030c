import type { AccountId } from '#core/account/account.ts'
import { erasedConversation } from '#core/privacy/erased.ts'
import { tracesOf, union } from '../../erasure-work.ts'
import { arrayOf, columns } from '../columns.ts'
import { conversationFrom, conversationRow, type ConversationRow, messageFrom, type MessageRow } from '../rows.ts'
import { type Run, statement } from '../transaction.ts'
import { isBehind, newestFact } from './followers.ts'
import type { About, Portion } from './portion.ts'

/** Messages of one portion. */
const AT_ONCE = 500

/**
 * Once who follows the facts has looked them up: messages with all they are known by elsewhere, and what waits to be done with them; when none is left, what the
 * conversations showed of them. Conversations are locked first: who writes to one has to decide again afterwards.
 */
export async function sweepMessages(run: Run, { accountId, contactId, erasedAt, work }: About): Promise<Portion> {
  if (work.readUpTo === null) return { work: { ...work, readUpTo: await newestFact(run, accountId) } }
  if (await isBehind(run, accountId, work.readUpTo)) return { work, swept: { kind: 'wait', what: 'facts' } }
  const conversations = (await run<ConversationRow>(LOCK, [accountId, contactId])).rows
  const ids = conversations.map(({ conversation_id }) => conversation_id)
  const conversationIds = union(work.conversationIds, ids)
  const page = await run<Omit<MessageRow, 'version'>>(PAGE, [accountId, arrayOf('uuid', ids), AT_ONCE])
  if (page.rows.length > 0) {
    const traces = tracesOf(page.rows.map(messageFrom))
    const files = [...work.files, ...traces.files]
    return { work: { ...work, conversationIds, files }, counts: await remove(run, accountId, traces) }
  }
  const withdrawn = await run(WITHDRAW, [accountId, contactId])
  const blank = conversations.map((row) => conversationRow(erasedConversation(conversationFrom(row), erasedAt)))
  if (blank.length > 0) await run(BLANK, CONVERSATION.values(blank))
  return {
    work: { ...work, conversationIds, step: 'groups' },
    counts: { conversation: blank.length, effect: withdrawn.rowCount ?? 0 },
  }
}

export async function remove(run: Run, accountId: AccountId, traces: ReturnType<typeof tracesOf>) {
  const ids = traces.messageIds.toSorted()
  const rows = traces.wires.map(({ lineId, wireId }) => ({ account_id: accountId, line_id: lineId, wire_id: wireId }))
  const wireIds = traces.wires.map(({ wireId }) => wireId)
  const [wires, clients, effects, messages] = await Promise.all([
    run(REMOVE_WIRES, WIRE.values(rows)),
    run(REMOVE_CLIENTS, [accountId, arrayOf('text', traces.clientKeys)]),
    run(REMOVE_EFFECTS, [accountId, arrayOf('text', ids), arrayOf('text', wireIds)]),
    run(REMOVE_MESSAGES, [accountId, arrayOf('uuid', ids), ids[0] ?? '', ids.at(-1) ?? '']),
  ])
  return {
    ...{ wire_ref: wires.rowCount ?? 0, client_ref: clients.rowCount ?? 0 },
    ...{ effect: effects.rowCount ?? 0, message: messages.rowCount ?? 0 },
  }
}

const LOCK = statement(
  'erase-lock-conversations',
  `select * from conversation where account_id = $1 and contact_id = $2
   and conversation_id in (
     select conversation_id from conversation where account_id = $1 and contact_id = $2 and state = 'open'
     union all
     select conversation_id from conversation where account_id = $1 and contact_id = $2 and state = 'resolved')
   order by conversation_id for update`,
)
const PAGE = statement(
  'erase-messages-page',
  `select account_id, message_id, conversation_id, line_id, direction, at, wire_id, rest from message
   where account_id = $1 and conversation_id = any ($2::uuid[]) limit $3`,
)
const WIRE = columns({ account_id: 'uuid', line_id: 'uuid', wire_id: 'text' })
const REMOVE_WIRES = statement(
  'erase-wires',
  `delete from wire_ref using ${WIRE.from()}
   where (wire_ref.account_id, wire_ref.line_id, wire_ref.wire_id) = (row.account_id, row.line_id, row.wire_id)`,
)
const REMOVE_CLIENTS = statement(
  'erase-clients',
  `delete from client_ref where account_id = $1 and client_key = any ($2::text[])`,
)
const REMOVE_EFFECTS = statement(
  'erase-effects-of-messages',
  `delete from effect where account_id = $1
   and (rest ->> 'messageId' = any ($2::text[]) or rest ->> 'wireId' = any ($3::text[]))`,
)
const REMOVE_MESSAGES = statement(
  'erase-messages',
  `delete from message where account_id = $1 and message_id = any ($2::uuid[]) and message_id between $3 and $4`,
)
/** What was still to be sent to them. */
const WITHDRAW = statement(
  'erase-deliveries-of-contact',
  `delete from effect where account_id = $1 and kind = 'deliver' and rest ->> 'contactId' = $2`,
)
export const CONVERSATION = columns({
  account_id: 'uuid',
  conversation_id: 'uuid',
  state: 'text',
  waiting_since: 'timestamptz',
  unread: 'int',
  failed_sends: 'int',
  rest: 'json',
})
export const BLANK = statement(
  'erase-conversations',
  `update conversation set version = conversation.version + 1, state = row.state, waiting_since = row.waiting_since,
     unread = row.unread, failed_sends = row.failed_sends, rest = row.rest
   from ${CONVERSATION.from()}
   where (conversation.account_id, conversation.conversation_id) = (row.account_id, row.conversation_id)`,
)
