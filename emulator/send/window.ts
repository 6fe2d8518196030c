import { hours } from '#base/time.ts'
import type { Chat } from '../world/model.ts'

/** The service window: 24 hours from the customer's last message (Cloud API, Customer service windows, 2025-11). */
export const SERVICE_WINDOW_MS = hours(24)
/** The free entry point window: 72 hours from the answer to somebody who came by an advertisement (same page). */
const FREE_ENTRY_MS = hours(72)

export const isWindowOpen = (chat: Chat | null, now: number): boolean =>
  chat?.lastUserAt != null && now - chat.lastUserAt < SERVICE_WINDOW_MS

/** End of the free entry point window as it is when the business sends now; `null` when there is none. */
export function freeUntil(chat: Chat | null, now: number): number | null {
  if (chat === null) return null
  if (chat.freeUntil !== null && now < chat.freeUntil) return chat.freeUntil
  const answersInTime = chat.adClickAt !== null && now - chat.adClickAt < SERVICE_WINDOW_MS
  return answersInTime ? now + FREE_ENTRY_MS : null
}
