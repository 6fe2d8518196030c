import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarClock, OctagonAlert } from 'lucide-react'
import { fromRightView } from '#contract/convert-right.ts'
import type { RightView } from '#contract/right.ts'
import { deferralWords } from '#core/policy/words.ts'
import { languageOf } from '#base/language.ts'
import { cx } from '../kit/cx.ts'

/** Before anything is sent: why it will wait, and until when, or why it may not be sent at all. */
export function RightNote({ right }: { readonly right: RightView }) {
  const { i18n } = useLingui()
  if (right.words === null) return null
  const verdict = fromRightView(right)
  // Times are the agent's, as everywhere at the desk.
  const words = verdict.kind === 'deferred' ? deferralWords(verdict, undefined, languageOf(i18n.locale)) : right.words
  const waits = right.kind === 'deferred'
  const Icon = waits ? CalendarClock : OctagonAlert
  return (
    <div
      role="status"
      data-testid="right-note"
      data-kind={right.kind}
      className={cx(
        'mx-4 mb-2 flex items-start gap-2.5 rounded-md px-3 py-2 text-sm',
        waits ? 'bg-warn-soft' : 'bg-danger-soft',
      )}
    >
      <Icon size={16} className={cx('mt-0.5 shrink-0', waits ? 'text-warn' : 'text-danger')} aria-hidden />
      <div className="min-w-0">
        <p className={cx('font-semibold', waits ? 'text-warn' : 'text-danger')}>
          {waits ? <Trans>Ahora no se puede enviar</Trans> : <Trans>No se puede enviar</Trans>}
        </p>
        <p className="text-text">{words}</p>
      </div>
    </div>
  )
}
