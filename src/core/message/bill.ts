import type { Message } from './message.ts'
import type { OrderStatus } from './payment.ts'

export type OrderState = OrderStatus['state']

/** How the order of a bill stands, as far as its conversation tells. */
export type BillStanding = {
  readonly order: OrderState
  /** `captured`: paid. Null: nobody has said anything of a payment. */
  readonly payment: NonNullable<OrderStatus['payment']>['state'] | null
}

/** A bill of ours stands by the newest word on it; messages may be in any order. What did not leave says nothing. */
export function standingOf(reference: string, messages: readonly Message[]): BillStanding {
  let standing: BillStanding = { order: 'pending', payment: null }
  for (const message of messages.toSorted((a, b) => a.at - b.at)) {
    const { content } = message
    if (content.kind === 'payment' && content.reference === reference) {
      standing = { ...standing, payment: paymentOf(content.state) ?? standing.payment }
    }
    if (content.kind !== 'order-status' || content.reference !== reference) continue
    if (message.direction === 'out' && LOST.has(message.status)) continue
    standing = { order: content.state, payment: content.payment?.state ?? standing.payment }
  }
  return standing
}

const LOST: ReadonlySet<string> = new Set(['failed', 'refused', 'cancelled'])

/** Meta's word for a payment; null: one that says nothing we know (cloud-api §1.4, payment status). */
function paymentOf(state: string): BillStanding['payment'] {
  if (state === 'captured' || state === 'success') return 'captured'
  return state === 'pending' || state === 'failed' ? state : null
}

/**
 * Where an order may go from a state: always on, and never out of an end. Meta answers another step with error 2046; which
 * steps it takes exactly is unverified, and is this table alone.
 */
const NEXT: Readonly<Record<OrderState, readonly OrderState[]>> = {
  pending: ['processing', 'partially-shipped', 'shipped', 'completed', 'canceled'],
  processing: ['partially-shipped', 'shipped', 'completed', 'canceled'],
  'partially-shipped': ['shipped', 'completed', 'canceled'],
  shipped: ['completed', 'canceled'],
  completed: [],
  canceled: [],
}

export const nextStates = (state: OrderState): readonly OrderState[] => NEXT[state]
