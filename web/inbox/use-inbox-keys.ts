import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { AgentId, ConversationId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { VIEWS } from '#core/conversation/view.ts'
import { focusComposer, walkTo } from '../composer/focus.ts'
import { openTemplates } from '../composer/mode.ts'
import { currentMe } from '../session/session.ts'
import { listenForKeys } from '../shell/keys.ts'
import { desk } from '../store/desk-store.ts'
import { loadThread } from '../store/loaders.ts'
import { assign, reopen, resolve } from '../thread/actions.ts'
import { useOpenConversation } from './use-filter.ts'

/** Keys of the inbox: through the list, and what to do with the open conversation. */
export function useInboxKeys(rows: readonly Conversation[], open: ConversationId | null): void {
  const navigate = useNavigate()
  const show = useOpenConversation()
  const state = useRef({ rows, open, show })
  state.current = { rows, open, show }

  useEffect(() => {
    const move = (step: number) => {
      const { rows: now, open: at, show: go } = state.current
      const index = now.findIndex(({ conversationId }) => conversationId === at)
      const next = now[index < 0 ? (step > 0 ? 0 : now.length - 1) : index + step]
      if (!next) return
      walkTo(next.conversationId)
      go(next.conversationId)
    }
    const withOpen = (act: (conversation: Conversation) => void) => () => {
      const conversation = state.current.open ? desk().conversations.get(state.current.open) : undefined
      if (conversation) act(conversation)
    }
    const sameContact = (step: number) =>
      withOpen((conversation) => {
        const theirs = [...desk().conversations.values()]
          .filter(({ contactId }) => contactId === conversation.contactId)
          .sort((a, b) => a.openedAt - b.openedAt)
        const next = theirs[theirs.indexOf(conversation) + step]
        if (next) state.current.show(next.conversationId)
      })
    return listenForKeys({
      j: () => move(1),
      k: () => move(-1),
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      o: () => (state.current.open ? focusComposer() : move(1)),
      u: () => state.current.show(null),
      r: focusComposer,
      a: withOpen(({ conversationId }) => {
        const agent = currentMe()?.agent
        if (agent) void assign(conversationId, agent.id as AgentId, agent.name)
      }),
      e: withOpen(({ conversationId, state: now }) =>
        now === 'open' ? void resolve(conversationId) : void reopen(conversationId),
      ),
      'Shift+T': withOpen(({ conversationId }) => openTemplates(conversationId)),
      '/': () => document.querySelector<HTMLElement>('[data-list-search]')?.click(),
      '[': sameContact(-1),
      ']': sameContact(1),
      ...Object.fromEntries(
        VIEWS.map((view, index) => [
          String(index + 1),
          () => void navigate({ to: '/inbox', search: view === 'all' ? {} : { view } }),
        ]),
      ),
    })
  }, [navigate])

  // The neighbours of the open conversation are the likeliest next.
  useEffect(() => {
    const now = state.current.rows
    const index = now.findIndex(({ conversationId }) => conversationId === open)
    if (index < 0) return
    const timer = setTimeout(() => {
      for (const near of now.slice(Math.max(0, index - 2), index + 3)) {
        if (!desk().threads.has(near.conversationId)) void loadThread(near.conversationId)
      }
    }, 400)
    return () => clearTimeout(timer)
  }, [open])
}
