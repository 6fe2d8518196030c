import type { ConversationId, MessageId } from '#core/account/account.ts'
import { desk } from '../store/desk-store.ts'

/** The newest message on the screen: if a colleague answers after it, the server asks before sending ours. */
export const newestSeen = (id: ConversationId): MessageId | null =>
  desk().threads.get(id)?.messages.at(-1)?.messageId ?? null
