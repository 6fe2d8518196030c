import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { ConversationId, MessageId } from '#core/account/account.ts'
import type { Content } from '#core/message/content.ts'
import type { Message } from '#core/message/message.ts'

type ThreadContext = {
  readonly conversationId: ConversationId
  /** In the order of the thread. */
  readonly messages: readonly Message[]
  readonly byId: ReadonlyMap<string, Message>
  readonly openMedia: (messageId: string) => void
  /** Shows the message and lights it up for a moment. */
  readonly jump: { current: (id: MessageId) => void }
  /** Opens the builder with something begun; null while nothing but templates may be sent. */
  readonly build: { current: ((start: Content) => void) | null }
}
const Context = createContext<ThreadContext | null>(null)

type Props = {
  readonly conversationId: ConversationId
  readonly messages: readonly Message[]
  readonly openMedia: (messageId: string) => void
  readonly children: ReactNode
}

export function ThreadProvider({ conversationId, messages, openMedia, children }: Props) {
  const jump = useMemo(() => ({ current: (_: MessageId) => {} }), [])
  const build = useMemo<ThreadContext['build']>(() => ({ current: null }), [])
  const value = useMemo(() => {
    const byId = new Map<string, Message>()
    for (const message of messages) {
      byId.set(message.messageId, message)
      if (message.wireId) byId.set(message.wireId, message)
    }
    return { conversationId, messages, byId, openMedia, jump, build }
  }, [conversationId, messages, openMedia, jump, build])
  return <Context value={value}>{children}</Context>
}

export function useThreadContext(): ThreadContext {
  const context = useContext(Context)
  if (!context) throw new Error('A bubble needs a ThreadProvider above it')
  return context
}
