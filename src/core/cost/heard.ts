import type { NewFact } from '../loop/fact.ts'
import type { MessageStatus } from '../message/status.ts'

/**
 * Whether a message may cost something, or something else, by what this tells: that it was delivered, whatever way that
 * was heard of first, or what Meta said of its price; or that it came to another of a group. That somebody also read it
 * changes nothing.
 */
export function mayCharge(fact: NewFact): boolean {
  if (fact.kind !== 'message-progressed' || !isDelivered(fact.after)) return false
  return !isDelivered(fact.before) || fact.status === 'delivered' || fact.pricing !== null || fact.receipt !== undefined
}

const isDelivered = (status: MessageStatus): boolean => DELIVERED.has(status)
const DELIVERED: ReadonlySet<MessageStatus> = new Set(['delivered', 'read', 'played'])
