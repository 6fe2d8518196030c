import { useEffect, useMemo } from 'react'
import type { AgentId, ConversationId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { useNow } from '../feed/clock.ts'
import { useMe } from '../session/session.ts'
import { belongs } from '../store/belongs.ts'
import { type List, type ListFilter, listKey } from '../store/desk-state.ts'
import { useDesk } from '../store/desk-store.ts'
import { loadList } from '../store/loaders.ts'

/** The rows of a filter, newest first, live; loads them when they are not there. */
export function useRows(
  filter: ListFilter,
  open: ConversationId | null,
): { list: List | undefined; rows: readonly Conversation[] } {
  const me = (useMe().agent?.id ?? null) as AgentId | null
  const list = useDesk((state) => state.lists.get(listKey(filter)))
  const conversations = useDesk((state) => state.conversations)
  const now = useNow()

  useEffect(() => {
    void loadList(filter)
  }, [filter])

  const rows = useMemo(() => {
    if (!list || list.state !== 'ready') return []
    return chooseRows({ conversations, list, filter, me, open, now })
  }, [conversations, list, filter, me, open, now])
  return { list, rows }
}

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
