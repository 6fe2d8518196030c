import { mayCharge } from '#core/cost/heard.ts'
import { isSendStep } from '#core/message/send-step.ts'
import type { NewFact } from '#core/loop/fact.ts'

/** What a fact is looked for by (0033-fact-marks.sql). Bits are never given another meaning: facts stay as they are. */
export const CHARGES = 1
export const OF_TEMPLATE = 2
export const SEND_STEP = 4

export function marksOf(fact: NewFact): number {
  const ofTemplate = fact.kind === 'message-progressed' && fact.template !== undefined
  return (mayCharge(fact) ? CHARGES : 0) + (ofTemplate ? OF_TEMPLATE : 0) + (isSendStep(fact) ? SEND_STEP : 0)
}

/** SQL: whether the row of `fact` has the mark; older rows have it `or` when their JSON says so. */
export const isMarked = (mark: number, or: string): string =>
  `case when fact.marks is null then ${or} else fact.marks & ${mark} <> 0 end`
