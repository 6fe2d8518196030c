import { useEffect, useState, useSyncExternalStore } from 'react'
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

/** Who only passes by on the way through the list has not read it. */
const GLANCE_MS = 500

/** Marks the open thread as read, but only under somebody's eyes: customers see the blue ticks. */
export function useSeen(id: ConversationId): void {
  const unread = useConversation(id)?.unread ?? 0
  const looking = useSyncExternalStore(subscribe, isLooking)
  const [openedAt] = useState(() => Date.now())
  useEffect(() => {
    if (!looking || unread === 0) return
    const glance = Math.max(0, openedAt + GLANCE_MS - Date.now())
    const timer = setTimeout(() => void call('seeConversation', { params: { id }, body: {} }), glance)
    return () => clearTimeout(timer)
  }, [id, looking, openedAt, unread])
}
