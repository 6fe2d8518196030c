import { useLingui } from '@lingui/react/macro'
import type { Instant } from '#base/time.ts'
import type { Language } from '#base/language.ts'
import { openingWords } from '#core/opening-hours/opening-words.ts'
import type { OpeningHours } from '#core/opening-hours/opening-hours.ts'
import { periodAt } from '#core/opening-hours/period.ts'

/** Now, and until when: "Abierto, cierra hoy a las 19:00". */
export function useHoursWords() {
  const { t, i18n } = useLingui()
  return (hours: OpeningHours, now: Instant): { readonly isOpen: boolean; readonly text: string } => {
    const { isOpen, until } = periodAt(hours, now)
    const when = until && openingWords(hours.zone, until, now, i18n.locale as Language)
    if (isOpen) return { isOpen, text: when === null ? t`Abierto siempre` : t`Abierto, cierra ${when}` }
    return { isOpen, text: when === null ? t`Cerrado` : t`Cerrado, abre ${when}` }
  }
}
