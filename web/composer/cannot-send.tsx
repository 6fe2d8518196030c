import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Pause, PlugZap, UsersRound } from 'lucide-react'
import type { LineId } from '#core/account/account.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import { explainProblem } from '#core/problem/explain.ts'
import { languageOf } from '#base/language.ts'
import { cx } from '../kit/cx.ts'
import { usePauseText } from '../line/use-pause-text.ts'
import { useMe } from '../session/session.ts'

/** Nothing can be sent here: the reason, and who can change it. */
export default function CannotSend({ reason, lineId }: { readonly reason: Refusal; readonly lineId: LineId }) {
  const { i18n } = useLingui()
  const me = useMe()
  const { cause } = explainProblem(reason.code, languageOf(i18n.locale))
  const pauseText = usePauseText()
  const line = me.lines.find(({ id }) => id === lineId)
  const isPaused = reason.code === 'line-paused'
  const mayFix = (isPaused || reason.code === 'line-disconnected') && me.permissions.includes('line:manage')
  const isGroup = reason.code === 'group-closed'
  const Icon = isPaused ? Pause : isGroup ? UsersRound : PlugZap
  return (
    <div className="flex items-start gap-3 px-5 py-4">
      <span
        className={cx(
          'flex size-9 shrink-0 items-center justify-center rounded-full',
          isPaused ? 'bg-warn-soft text-warn' : 'bg-danger-soft text-danger',
        )}
      >
        <Icon size={17} {...(isPaused ? { fill: 'currentColor', strokeWidth: 1 } : {})} aria-hidden />
      </span>
      <div className="min-w-0 text-sm">
        <p className="font-semibold text-text">
          <Trans>No se puede enviar</Trans>
        </p>
        <p className="text-text-2">{isGroup ? <GroupClosed isSuspended={reason.found === 'suspended'} /> : cause}</p>
        {isPaused && line && <p className="text-text-3 tabular">{pauseText(line)}</p>}
        {reason.found && !isGroup && <p className="text-text-3">{reason.found}</p>}
        {mayFix && (
          <Link
            to="/settings/numbers"
            className="mt-1 inline-block font-semibold text-accent underline underline-offset-2"
          >
            <Trans>Ir a los números</Trans>
          </Link>
        )}
      </div>
    </div>
  )
}

/** Which of the two it is. */
const GroupClosed = ({ isSuspended }: { readonly isSuspended: boolean }) =>
  isSuspended ? (
    <Trans>WhatsApp suspendió este grupo: nadie puede escribir en él hasta que lo permita de nuevo.</Trans>
  ) : (
    <Trans>Este grupo ya no existe en WhatsApp.</Trans>
  )
