import { plus } from '#base/time.ts'
import type { CommandBody } from '../loop/command.ts'
import { answer, type Outcome, type Step } from '../loop/step.ts'
import type { AppContact } from './contacts.ts'
import type { PastThread } from './history.ts'
import { ASK_WITHIN, type HistoryTold, SYNC_SUBJECTS, type SyncApp } from './sync.ts'

/** A part of the app's address book, as a channel reads it; at most `PORTION` entries. */
export type ReceiveAppContacts = { readonly kind: 'receive-app-contacts'; readonly contacts: readonly AppContact[] }
/** A part of the app's history, as a channel reads it; at most `PORTION` messages. `told`: after those of a chunk. */
export type ReceiveHistory = {
  readonly kind: 'receive-history'
  readonly threads: readonly PastThread[]
  readonly told: HistoryTold | null
}

/** Entries or messages that are taken over in one commit: some 10 ms, so that nobody who clicks waits for long. */
export const PORTION = 100

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
