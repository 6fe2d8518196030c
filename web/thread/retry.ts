import type { OutboundMessage } from '#core/message/message.ts'
import { fromMessageView } from '#contract/convert.ts'
import { call } from '../api/api.ts'
import { say } from '../kit/toast.tsx'
import { takeMessage } from '../store/loaders.ts'

/** Sends a message of ours once more, under its own id. */
export async function retry(message: OutboundMessage): Promise<void> {
  const result = await call('retryMessage', { params: { id: message.messageId } })
  if (result.ok) takeMessage(fromMessageView(result.value, message.accountId))
  else say(result.error.detail || result.error.title)
}
