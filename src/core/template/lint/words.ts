import { type Language, LANGUAGES } from '#base/language.ts'
import type { FindingCode } from './codes.ts'
import type { Category } from './finding.ts'
import { FINDING_WORDS, PREDICTION_WORDS } from './words.data.ts'

type Values = Readonly<Record<string, string | number>>

export const explainFinding = (code: FindingCode, values: Values, language: Language): string =>
  filled(FINDING_WORDS[code][LANGUAGES.indexOf(language)] ?? FINDING_WORDS[code][0], values)

export function explainPrediction(
  reason: keyof typeof PREDICTION_WORDS,
  category: Category,
  found: readonly string[],
  language: Language,
): string {
  const words = PREDICTION_WORDS[reason]
  const quoted = found.map((each) => (language === 'es' ? `«${each}»` : `"${each}"`)).join(', ')
  return filled(words[LANGUAGES.indexOf(language)] ?? words[0], { category, found: quoted })
}

/** `{{1}}` in a sentence stays as it is. */
const filled = (sentence: string, values: Values): string =>
  sentence.replace(/(?<!\{)\{(\w+)\}(?!\})/g, (slot, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : slot,
  )
