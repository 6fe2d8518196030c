import { useLingui } from '@lingui/react/macro'
import { inLanguage } from '#core/problem/problem.ts'
import { languageOf } from '#base/language.ts'
import { PURPOSE_WORDS, PURPOSES } from '#core/template/purpose.ts'

/** What people call the key of a report by purpose. */
export function usePurposeName(): (key: string) => string {
  const { t, i18n } = useLingui()
  return (key) => {
    const known = PURPOSES.find((purpose) => purpose === key)
    if (known) return inLanguage(PURPOSE_WORDS[known], languageOf(i18n.locale))
    return key === 'service' ? t`Respuestas, sin plantilla` : t`Plantillas sin finalidad`
  }
}
