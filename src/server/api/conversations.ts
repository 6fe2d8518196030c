import { ok, type Result } from '#base/result.ts'
import { toConversationView, toMessageView } from '#contract/convert.ts'
import { toContactView } from '#contract/convert-contact.ts'
import type { ConversationView } from '#contract/views.ts'
import type { AccountId, AgentId, ContactId, ConversationId, LineId, MessageId } from '#core/account/account.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import type { Caller } from '../auth.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

type Names =
  | 'listConversations'
  | 'countConversations'
  | 'getConversation'
  | 'listMessages'
  | 'seeConversation'
  | 'assignConversation'
  | 'resolveConversation'
  | 'reopenConversation'
  | 'getMessage'
  | 'getContact'

/** Conversations, their messages and contacts: reading them, and moving them along. */
export function conversationHandlers({ views, loop, directory, clock }: ApiParts): Handlers<Names> {
  const conversationView = async (
    accountId: AccountId,
    id: ConversationId,
  ): Promise<Result<ConversationView, readonly Refusal[]>> => {
    const row = await views.conversation(accountId, id)
    if (!row) return no('conversation-missing', { field: 'id', found: id })
    return ok(toConversationView(row.conversation, row.contact, directory.nameOf(accountId), row.writer))
  }

  return {
    listConversations: async ({ caller, query }) => {
      const { data, next } = await views.conversations(caller.accountId, {
        view: query.view,
        agentId: agentIdOf(caller),
        lineId: (query.lineId ?? null) as LineId | null,
        contactId: (query.contactId ?? null) as ContactId | null,
        q: query.q || null,
        limit: query.limit,
        cursor: query.cursor ?? null,
        now: clock.now(),
      })
      const nameOf = directory.nameOf(caller.accountId)
      return ok({
        data: data.map((row) => toConversationView(row.conversation, row.contact, nameOf, row.writer)),
        next,
      })
    },
    countConversations: async ({ caller, query }) => {
      const lineId = (query.lineId ?? null) as LineId | null
      const counts = await views.counts(caller.accountId, agentIdOf(caller), lineId, clock.now())
      return ok({ ...counts, lines: [...counts.lines] })
    },
    getConversation: ({ caller, params }) => conversationView(caller.accountId, params.id as ConversationId),
    listMessages: async ({ caller, params, query, language }) => {
      const { accountId } = caller
      const id = params.id as ConversationId
      const { data, next } = await views.messages(accountId, id, { limit: query.limit, cursor: query.cursor ?? null })
      if (data.length === 0 && !(await views.conversation(accountId, id))) {
        return no('conversation-missing', { field: 'id', found: id })
      }
      const nameOf = directory.nameOf(accountId)
      return ok({ data: data.map((message) => toMessageView(message, nameOf, language)), next })
    },
    getMessage: async ({ caller, params, language }) => {
      const message = await views.message(caller.accountId, params.id as MessageId)
      if (!message) return no('message-missing', { field: 'id', found: params.id })
      return ok(toMessageView(message, directory.nameOf(caller.accountId), language))
    },
    getContact: async ({ caller, params }) => {
      const contact = await views.contact(caller.accountId, params.id as ContactId)
      return contact ? ok(toContactView(contact)) : no('contact-missing', { field: 'id', found: params.id })
    },
    seeConversation: async ({ caller, params, body }) => {
      const done = await loop.submit({
        kind: 'see-conversation',
        accountId: caller.accountId,
        conversationId: params.id as ConversationId,
        by: caller.actor,
        typing: body.typing ?? false,
      })
      return done.ok ? ok(undefined) : done
    },
    assignConversation: async ({ caller, params, body }) => {
      const { accountId } = caller
      const assigneeId = body.agentId as AgentId | null
      if (assigneeId !== null && !directory.agent(accountId, assigneeId)) {
        return no('agent-missing', { field: 'agentId', found: assigneeId })
      }
      const conversationId = params.id as ConversationId
      const by = caller.actor
      const done = await loop.submit({ kind: 'assign-conversation', accountId, conversationId, assigneeId, by })
      return done.ok ? conversationView(accountId, conversationId) : done
    },
    resolveConversation: ({ caller, params }) => moveTo('resolve-conversation', caller, params.id),
    reopenConversation: ({ caller, params }) => moveTo('reopen-conversation', caller, params.id),
  }

  async function moveTo(
    kind: 'resolve-conversation' | 'reopen-conversation',
    { accountId, actor }: Caller,
    id: string,
  ) {
    const conversationId = id as ConversationId
    const done = await loop.submit({ kind, accountId, conversationId, by: actor })
    return done.ok ? conversationView(accountId, conversationId) : done
  }
}

const agentIdOf = ({ actor }: Caller): AgentId | null => (actor.kind === 'agent' ? actor.agentId : null)
