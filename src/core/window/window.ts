import { type Duration, hours, type Instant, plus } from '#base/time.ts'
import type { Conversation } from '../conversation/conversation.ts'

/** Meta's customer-service window: 24 h from the contact's last message, by Meta's timestamp (cloud-api §4.3). */
export const SERVICE_WINDOW: Duration = hours(24)
/** After an ad, 72 h from our first answer if that came within 24 h (cloud-api §4.3). */
export const FREE_ENTRY_WINDOW: Duration = hours(72)

export type Window =
  { readonly kind: 'open'; readonly closesAt: Instant } | { readonly kind: 'closed'; readonly closedAt: Instant | null }

/** Whether free text may go out at `now`. At the very instant `closesAt` it is closed. */
export function windowOf(conversation: Pick<Conversation, 'customerWroteAt'>, now: Instant): Window {
  if (conversation.customerWroteAt === null) return { kind: 'closed', closedAt: null }
  const closesAt = plus(conversation.customerWroteAt, SERVICE_WINDOW)
  return now < closesAt ? { kind: 'open', closesAt } : { kind: 'closed', closedAt: closesAt }
}
