import { useMemo } from 'react'
import type { AccountId, AgentId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { maySend, SEND_MARGIN, type Verdict } from '#core/policy/may-send.ts'
import { fromLineView } from '#contract/convert.ts'
import { usePriceBook } from '../costs/prices.ts'
import { useNow } from '../feed/clock.ts'
import { useMe } from '../session/session.ts'
import { useRights } from './use-rights.ts'

/** The right to send free text in this conversation now, by the same rule the server applies. */
export function useVerdict(conversation: Conversation, contact: Contact | undefined): Verdict {
  const me = useMe()
  const now = useNow()
  const rights = useRights()
  const prices = usePriceBook(conversation.lineId)
  return useMemo(() => {
    const view = me.lines.find(({ id }) => id === conversation.lineId)
    const line = view ? fromLineView(view, me.account.id as AccountId) : null
    return maySend({
      line,
      contact: contact ?? null,
      conversation,
      content: { kind: 'text' },
      by: me.agent && { kind: 'agent', agentId: me.agent.id as AgentId },
      rights,
      now,
      margin: SEND_MARGIN,
      prices,
    })
  }, [me, conversation, contact, rights, now, prices])
}
