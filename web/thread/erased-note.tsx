import { useLingui } from '@lingui/react/macro'
import { Eraser } from 'lucide-react'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { Notice } from '../kit/notice.tsx'

/** In place of what was said with somebody who was erased. */
export function ErasedNote({ at }: { readonly at: number }) {
  const { t } = useLingui()
  return (
    <div className="min-h-0 flex-1 thread-ground" data-testid="erased-note">
      <Notice icon={<Eraser size={20} aria-hidden />} title={t`Los datos de esta persona se borraron`}>
        {t`Se hizo el ${shortDateTime(at, formatLocale())}. Si vuelve a escribir, será un contacto nuevo.`}
      </Notice>
    </div>
  )
}
