import { useEffect, useMemo } from 'react'
import type { AgentId, ConversationId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { useNow } from '../feed/clock.ts'
import { useMe } from '../session/session.ts'
import { type List, type ListFilter, listKey } from '../store/desk-state.ts'
import { useDesk } from '../store/desk-store.ts'
import { loadList } from '../store/loaders.ts'
import { chooseRows } from './choose-rows.ts'

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
