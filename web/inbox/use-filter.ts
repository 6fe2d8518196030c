import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { ConversationId, LineId } from '#core/account/account.ts'
import type { ViewName } from '#core/conversation/view.ts'
import type { ListFilter } from '../store/desk-state.ts'

export const DEFAULT_VIEW: ViewName = 'all'

/** What the URL asks to see. */
export function useFilter(): ListFilter {
  const { view, line, q } = useSearch({ strict: false })
  return useMemo(
    () => ({ view: view ?? DEFAULT_VIEW, lineId: (line ?? null) as LineId | null, q: q ?? '' }),
    [view, line, q],
  )
}

export const useOpenId = (): ConversationId | null =>
  (useParams({ strict: false }).conversationId ?? null) as ConversationId | null

export const searchOf = ({ view, lineId, q }: ListFilter) => ({
  ...(view === DEFAULT_VIEW ? {} : { view }),
  ...(lineId ? { line: lineId } : {}),
  ...(q ? { q } : {}),
})

/** Opens a conversation, or goes back to the list with null; the filter stays. */
export function useOpenConversation(): (id: ConversationId | null) => void {
  const navigate = useNavigate()
  const filter = useFilter()
  return useCallback(
    (id) => {
      const search = searchOf(filter)
      void (id === null
        ? navigate({ to: '/inbox', search })
        : navigate({ to: '/inbox/$conversationId', params: { conversationId: id }, search }))
    },
    [navigate, filter],
  )
}
