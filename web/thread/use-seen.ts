import { useEffect, useSyncExternalStore } from 'react'
import type { ConversationId } from '#core/account/account.ts'
import { call } from '../api/api.ts'
import { useConversation } from '../store/desk-store.ts'

const isLooking = () => document.visibilityState === 'visible' && document.hasFocus()

function subscribe(changed: () => void): () => void {
  window.addEventListener('focus', changed)
  window.addEventListener('blur', changed)
  document.addEventListener('visibilitychange', changed)
  return () => {
    window.removeEventListener('focus', changed)
    window.removeEventListener('blur', changed)
    document.removeEventListener('visibilitychange', changed)
  }
}

/** Marks the open thread as read, but only under somebody's eyes: customers see the blue ticks. */
export function useSeen(id: ConversationId): void {
  const unread = useConversation(id)?.unread ?? 0
  const looking = useSyncExternalStore(subscribe, isLooking)
  useEffect(() => {
    if (looking && unread > 0) void call('seeConversation', { params: { id }, body: {} })
  }, [id, looking, unread])
}
