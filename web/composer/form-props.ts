import type { ConversationId } from '#core/account/account.ts'
import type { OutboxEntry } from '../outbox/entry.ts'

export type FormProps = {
  readonly id: ConversationId
  readonly replyTo: OutboxEntry['replyTo']
  readonly onClose: () => void
}
