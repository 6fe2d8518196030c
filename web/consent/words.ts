import { useLingui } from '@lingui/react/macro'
import { CHANGE_WORDS, MEANS_WORDS, PURPOSE_WORDS } from '#core/consent/words.ts'
import type { ConsentChange, Means, Purpose } from '#core/consent/consent.ts'
import { type Language, LANGUAGES } from '#base/language.ts'

/** The nouns of the consent ledger in the language of the screen. */
export function useConsentWords() {
  const { i18n } = useLingui()
  const index = Math.max(0, LANGUAGES.indexOf(i18n.locale as Language))
  const pick = (words: readonly [string, string, string]) => words[index] ?? words[0]
  return {
    purpose: (purpose: Purpose) => pick(PURPOSE_WORDS[purpose]),
    change: (change: ConsentChange) => pick(CHANGE_WORDS[change]),
    means: (means: Means) => pick(MEANS_WORDS[means]),
  }
}

export const TONES = { given: 'success', withdrawn: 'danger', expired: 'warn' } as const
