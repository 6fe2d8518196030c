import { WORDS as REFUSAL_WORDS } from '#core/refusal/words.ts'
import { META_ERRORS, type NextStep } from './meta-errors.ts'

const OUR_STEPS: Partial<Readonly<Record<string, NextStep>>> = {
  'window-closed': 'template',
  'line-disconnected': 'admin',
  'line-paused': 'admin',
  'template-missing': 'template',
  'template-not-approved': 'template',
  'template-field-missing': 'template',
  'thread-moved-on': 'retry',
  unavailable: 'retry',
}

export type Explanation = { readonly cause: string; readonly next: string | null; readonly step: NextStep }

/** Why a message did not arrive and what helps; `fallback` speaks for codes nobody has explained to us. */
export function explain(code: string, fallback: string, locale: string): Explanation {
  const language = locale.startsWith('pt') ? 2 : locale.startsWith('en') ? 1 : 0
  const known = META_ERRORS[code]
  if (known) return { cause: known.cause[language], next: known.next[language], step: known.step }
  if (Object.hasOwn(REFUSAL_WORDS, code)) {
    const words = REFUSAL_WORDS[code as keyof typeof REFUSAL_WORDS]
    return { cause: words[language], next: null, step: OUR_STEPS[code] ?? 'fix' }
  }
  return { cause: fallback, next: null, step: 'retry' }
}
