import type { Instant } from '#base/time.ts'

/**
 * How far one of our messages has come:
 * `queued → sending → accepted | refused | unknown → sent → delivered → read → played`, or `failed`; or `queued → cancelled`.
 * `refused`: it never left us or Meta said no at once. `unknown`: it left and no answer came; a status or a person
 * settles it. `cancelled`: somebody took it back before it left. `failed`: Meta accepted it and could not deliver it. `received`: a contact's message.
 */
export type MessageStatus =
  | 'queued'
  | 'cancelled'
  | 'sending'
  | 'unknown'
  | 'refused'
  | 'accepted'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'played'
  | 'failed'

/** What Meta's status webhooks can say. */
export type ReportedStatus = 'sent' | 'delivered' | 'read' | 'played' | 'failed'

/** When each state was reached, by whoever reported it: Meta's time for reported ones. Absent: not reached or skipped. */
export type StatusTimes = Partial<Readonly<Record<MessageStatus, Instant>>>

/** Why a message failed or was refused. `code` is Meta's error code, or one of our refusal codes. */
export type SendProblem = { readonly code: string; readonly title: string; readonly details: string | null }

/** What Meta says a message costs; amounts come from the rate card. */
export type Pricing = { readonly category: string; readonly type: string; readonly model: string }

const RANK: Readonly<Record<MessageStatus, number>> = {
  queued: 0,
  cancelled: 1,
  sending: 2,
  refused: 3,
  unknown: 3,
  accepted: 4,
  sent: 5,
  failed: 6,
  delivered: 7,
  read: 8,
  played: 9,
}

/**
 * The state after hearing `heard`, whatever came before: the further of the two. Delivery outranks failure, because a
 * device that showed the message proves a failure report wrong; both stay in the times. Commutative, associative and
 * idempotent, so webhooks may come in any order and any number of times.
 */
export const furtherStatus = (current: MessageStatus, heard: MessageStatus): MessageStatus =>
  RANK[heard] > RANK[current] ? heard : current

/** Whether this message still needs somebody: it will not arrive by itself. */
export const needsAttention = (status: MessageStatus): boolean =>
  status === 'failed' || status === 'refused' || status === 'unknown'
