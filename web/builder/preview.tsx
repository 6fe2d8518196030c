import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { AccountId, AgentId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { OutboundMessage } from '#core/message/message.ts'
import { useNow } from '../feed/clock.ts'
import { messageOf } from '../outbox/entry.ts'
import { useName } from '../contact/use-name.ts'
import { useMe } from '../session/session.ts'
import { useContactOf } from '../store/desk-store.ts'
import { BubbleBody } from '../thread/bubble.tsx'
import { askedOf, type Built } from './built.ts'
import { filledIn } from './filled-in.ts'

type Props = { readonly built: Built; readonly conversation: Conversation }

/** The bubble as the thread will draw it, changing with every key. */
export function Preview({ built, conversation }: Props) {
  const contact = useContactOf(conversation)
  const name = useName()(contact)
  const message = useMessage(built, conversation)
  const ground = useRef<HTMLDivElement>(null)
  // What unfolds in the thread lies open here: it is being written.
  useEffect(() => ground.current?.querySelectorAll('details').forEach((part) => void (part.open = true)))
  return (
    <figure className="flex min-h-0 flex-1 flex-col" aria-live="off">
      <div ref={ground} inert className="flex min-h-0 flex-1 flex-col overflow-y-auto thread-ground p-4">
        <div className="mt-auto mb-auto flex justify-end *:min-w-3/5">
          <BubbleBody message={message} first lit={false} />
        </div>
      </div>
      {contact && (
        <figcaption className="py-2 text-center text-xs text-text-3">
          <Trans>Así lo verá {name}</Trans>
        </figcaption>
      )}
    </figure>
  )
}

function useMessage(built: Built, { conversationId, lineId }: Conversation): OutboundMessage {
  const me = useMe()
  const now = useNow()
  const shown = filledIn(built)
  const message = messageOf({
    key: 'preview',
    accountId: me.account.id as AccountId,
    agentId: (me.agent?.id ?? '') as AgentId,
    ...{ conversationId, lineId, at: now, asked: askedOf(shown), shown },
    ...{ file: null, replyTo: null, seenUpTo: null, state: 'waiting', problem: null, attempts: 0 },
  })
  return { ...message, status: 'delivered' }
}
