import type { AgentId, ConversationId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { belongs } from '../store/belongs.ts'
import type { List, ListFilter } from '../store/desk-state.ts'

type Choice = {
  readonly conversations: ReadonlyMap<ConversationId, Conversation>
  readonly list: Pick<List, 'ids' | 'floor'>
  readonly filter: ListFilter
  readonly me: AgentId | null
  /** The open conversation stays among the rows while it is open, though it may no longer belong. */
  readonly open: ConversationId | null
  readonly now: Parameters<typeof belongs>[3]
}

export function chooseRows({ conversations, list, filter, me, open, now }: Choice): readonly Conversation[] {
  if (filter.q !== '') {
    return list.ids.flatMap((id) => conversations.get(id) ?? [])
  }
  const loaded = new Set(list.ids)
  const rows: Conversation[] = []
  for (const conversation of conversations.values()) {
    if (filter.lineId !== null && conversation.lineId !== filter.lineId) continue
    if (list.floor !== null && conversation.sortAt < list.floor) continue
    const isKept = conversation.conversationId === open && loaded.has(conversation.conversationId)
    if (isKept || belongs(conversation, filter.view, me, now)) rows.push(conversation)
  }
  return rows.sort((a, b) => b.sortAt - a.sortAt || (a.conversationId < b.conversationId ? 1 : -1))
}
