import { t } from '@lingui/core/macro'
import type { AgentId, ConversationId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { Result } from '#base/result.ts'
import type { ConversationView, ProblemView } from '#contract/views.ts'
import { call } from '../api/api.ts'
import { say } from '../kit/toast.tsx'
import { desk, useDesk } from '../store/desk-store.ts'
import { takeConversations } from '../store/loaders.ts'

/** Changes shown at once and told to the server; taken back with its reason if it says no. Each can be undone. */
async function change(
  id: ConversationId,
  guess: Partial<Conversation>,
  ask: () => Promise<Result<ConversationView, ProblemView>>,
): Promise<boolean> {
  const before = desk().conversations.get(id)
  if (!before) return false
  put({ ...before, ...guess })
  const askedAt = Date.now()
  const result = await ask()
  if (result.ok) takeConversations([result.value], askedAt)
  else {
    put(before)
    say(result.error.detail || result.error.title)
  }
  return result.ok
}

const put = (conversation: Conversation) =>
  useDesk.setState((state) => ({
    conversations: new Map(state.conversations).set(conversation.conversationId, conversation),
  }))

export async function resolve(id: ConversationId): Promise<void> {
  const done = await change(id, { state: 'resolved' }, () => call('resolveConversation', { params: { id } }))
  if (done) say(t`Conversación resuelta`, { label: t`Deshacer`, run: () => void reopen(id) })
}

export async function reopen(id: ConversationId): Promise<void> {
  await change(id, { state: 'open' }, () => call('reopenConversation', { params: { id } }))
}

export async function assign(id: ConversationId, agentId: AgentId | null, name: string | null): Promise<void> {
  const before = desk().conversations.get(id)?.assigneeId ?? null
  if (before === agentId) return
  const ask = (to: AgentId | null) => () => call('assignConversation', { params: { id }, body: { agentId: to } })
  const done = await change(id, { assigneeId: agentId }, ask(agentId))
  if (!done) return
  say(name === null ? t`Sin asignar` : t`Asignada a ${name}`, {
    label: t`Deshacer`,
    run: () => void change(id, { assigneeId: before }, ask(before)),
  })
}
