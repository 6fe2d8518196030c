import { ControlError } from '../control/client.ts'
import { wordsIn } from '../words/index.ts'
import { useApp } from './store.ts'

/** What went wrong, for a person: the emulator's own words, or that it is not there. */
export function problemText(problem: unknown): string {
  if (problem instanceof ControlError && problem.status === 0) return wordsIn(useApp.getState().language).unreachable
  return problem instanceof Error ? problem.message : String(problem)
}
