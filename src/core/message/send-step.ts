import type { NewFact } from '../loop/fact.ts'
import type { MessageStatus } from './status.ts'

/** We know what became of it: the platform took it, or it did not leave. */
export const TURNED_OUT = ['accepted', 'refused', 'sent', 'failed', 'delivered', 'read', 'played'] as const
export const FAILED = ['refused', 'failed'] as const

/**
 * Whether this step of a message changes how sends ended: it was tried, taken by the platform, told of since, or failed.
 * Steps after that, such as that somebody read it, change nothing.
 */
export function isSendStep(fact: NewFact): boolean {
  if (fact.kind !== 'message-progressed' || fact.before === fact.after || !isIn(TURNED_OUT, fact.after)) return false
  return !isIn(TURNED_OUT, fact.before) || isIn(FAILED, fact.after) || !isToldOf(fact.before)
}

const isIn = (statuses: readonly MessageStatus[], status: MessageStatus): boolean => statuses.includes(status)
/** Of these the platform has told nothing yet. */
const isToldOf = (status: MessageStatus): boolean => status !== 'accepted' && status !== 'refused'
