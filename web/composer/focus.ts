import type { ConversationId } from '#core/account/account.ts'

/** Puts the cursor where the answer is written, wherever that is drawn now. */
export function focusComposer(): void {
  setTimeout(() => document.querySelector<HTMLElement>('[data-composer-focus]')?.focus(), 0)
}

let walkedTo: ConversationId | null = null
/** Going through the list by keys: the composer of this conversation leaves them to the list. */
export const walkTo = (id: ConversationId): void => void (walkedTo = id)

/** Whether the composer of a conversation just opened takes the focus. */
export function takesFocus(id: ConversationId): boolean {
  const isWalked = walkedTo === id
  walkedTo = null
  return !isWalked
}
