import { useEffect } from 'react'
import type { ConversationId } from '#core/account/account.ts'
import type { AgentView } from '#contract/views.ts'
import { useMe } from '../session/session.ts'
import { useDesk } from '../store/desk-store.ts'
import { tellPresence } from '../store/live.ts'

/** Tells colleagues that this thread is open here. */
export function usePresence(id: ConversationId): void {
  useEffect(() => {
    tellPresence(id, false)
    return () => tellPresence(null, false)
  }, [id])
}

export type Companion = { readonly agent: AgentView; readonly typing: boolean }

/** The other agents who have this thread open, each once. */
export function useCompanions(id: ConversationId): readonly Companion[] {
  const me = useMe()
  const presence = useDesk((state) => state.presence)
  const here = presence.filter(({ conversationId, agentId }) => conversationId === id && agentId !== me.agent?.id)
  return me.agents.flatMap((agent) => {
    const desks = here.filter(({ agentId }) => agentId === agent.id)
    return desks.length === 0 ? [] : [{ agent, typing: desks.some(({ typing }) => typing) }]
  })
}
