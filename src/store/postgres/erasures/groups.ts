import { isTheirsInGroup, withoutMessages } from '#core/privacy/erased.ts'
import { tracesOf, union } from '../../erasure-work.ts'
import { arrayOf } from '../columns.ts'
import { conversationFrom, conversationRow, type ConversationRow, messageFrom, type MessageRow } from '../rows.ts'
import { type Run, statement } from '../transaction.ts'
import { BLANK, CONVERSATION, remove } from './messages.ts'
import type { About, Portion } from './portion.ts'

/** Messages of one portion. */
const AT_ONCE = 500

/** What the person said before others, and that they came and went. What the others said stays. */
export async function sweepGroups(run: Run, { accountId, contactId, work }: About): Promise<Portion> {
  if (work.groups.length === 0) return { work: { ...work, step: 'facts' } }
  const { rows } = await run<ConversationRow>(LOCK, [accountId, arrayOf('uuid', work.groups)])
  const ids = rows.map(({ conversation_id }) => conversation_id)
  const groupConversationIds = union(work.groupConversationIds, ids)
  const page = await run<Omit<MessageRow, 'version'>>(PAGE, [accountId, arrayOf('uuid', ids), contactId, AT_ONCE])
  const messages = page.rows.map(messageFrom).filter((message) => isTheirsInGroup(message, contactId))
  if (messages.length === 0) return { work: { ...work, groupConversationIds, step: 'facts' } }
  const traces = tracesOf(messages)
  const gone = new Set(traces.messageIds)
  const changed = rows.flatMap((row) => {
    const conversation = conversationFrom(row)
    const left = withoutMessages(conversation, gone)
    return left === conversation ? [] : [conversationRow(left)]
  })
  if (changed.length > 0) await run(BLANK, CONVERSATION.values(changed))
  const files = [...work.files, ...traces.files]
  return { work: { ...work, groupConversationIds, files }, counts: await remove(run, accountId, traces) }
}

const LOCK = statement(
  'erase-lock-group-conversations',
  `select * from conversation where account_id = $1 and contact_id = any ($2::uuid[])
   order by conversation_id for update`,
)
const PAGE = statement(
  'erase-group-messages-page',
  `select account_id, message_id, conversation_id, line_id, direction, at, wire_id, rest from message
   where account_id = $1 and conversation_id = any ($2::uuid[])
     and (rest ->> 'writerId' = $3
       or (rest -> 'content' ->> 'kind' = 'group-event' and (rest -> 'content' -> 'who')::jsonb ? $3))
   limit $4`,
)
