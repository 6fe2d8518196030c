import type { ConversationId } from '#core/account/account.ts'
import type { Built } from './built.ts'

/** What was begun and not sent, by conversation, until the page is left. */
const begun = new Map<ConversationId, Built>()

export const begunIn = (id: ConversationId): Built | null => begun.get(id) ?? null

export function keepBegun(id: ConversationId, built: Built | null): void {
  if (built === null) begun.delete(id)
  else begun.set(id, built)
}
