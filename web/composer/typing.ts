import type { ConversationId } from '#core/account/account.ts'
import { call } from '../api/api.ts'
import { tellPresence } from '../store/live.ts'

/** WhatsApp shows "typing…" for up to 25 s; colleagues see it until a pause. */
const TELL_CUSTOMER_EVERY_MS = 20_000
const PAUSE_MS = 4_000
const told = new Map<ConversationId, number>()
let pause: ReturnType<typeof setTimeout> | undefined
let typingIn: ConversationId | null = null

/** Null: the message has been sent. */
export function tellTyping(id: ConversationId | null): void {
  clearTimeout(pause)
  if (id === null) {
    if (typingIn !== null) tellPresence(typingIn, false)
    typingIn = null
    return
  }
  if (typingIn !== id) tellPresence(id, true)
  typingIn = id
  pause = setTimeout(() => tellTyping(null), PAUSE_MS)
  const now = Date.now()
  if (now - (told.get(id) ?? 0) < TELL_CUSTOMER_EVERY_MS) return
  told.set(id, now)
  void call('seeConversation', { params: { id }, body: { typing: true } })
}
