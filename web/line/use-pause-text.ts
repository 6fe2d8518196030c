import { useLingui } from '@lingui/react/macro'
import type { LineView } from '#contract/views.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'

/** "Pausado por Ana Morales, 22 nov, 06:41", without the name where it is not known. Null: the line is not paused. */
export function usePauseText(): (line: Pick<LineView, 'pausedAt' | 'pausedBy'>) => string | null {
  const { t } = useLingui()
  return ({ pausedAt, pausedBy }) => {
    if (pausedAt === null) return null
    const at = shortDateTime(Date.parse(pausedAt), formatLocale())
    const by = pausedBy?.name
    return by ? t`Pausado por ${by}, ${at}` : t`En pausa desde: ${at}`
  }
}
