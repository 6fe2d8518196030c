import { plus } from '#base/time.ts'
import type { CommandBody } from '../loop/command.ts'
import { answer, type Outcome, type Step } from '../loop/step.ts'
import { ASK_WITHIN, SYNC_SUBJECTS, type SyncApp } from './sync.ts'

/** Puts the portion aside: whatever else came with it is not kept waiting. */
export function receiveAppContacts(
  step: Step,
  { line, contacts }: Extract<CommandBody, { kind: 'receive-app-contacts' }>,
): Outcome {
  step.effect({ kind: 'add-app-contacts', lineId: line.lineId, contacts })
  return answer()
}

export function receiveHistory(
  step: Step,
  { line, threads, told }: Extract<CommandBody, { kind: 'receive-history' }>,
): Outcome {
  step.effect({ kind: 'add-history', lineId: line.lineId, threads, told })
  return answer()
}

/** Asks for both; whether they were asked for before is the platform's to say. */
export function syncApp(step: Step, { lineId }: SyncApp): Outcome {
  const until = plus(step.context.now, ASK_WITHIN)
  for (const subject of SYNC_SUBJECTS) step.effect({ kind: 'ask-app', lineId, subject, until })
  return answer()
}
