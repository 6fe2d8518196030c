import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { PlugZap } from 'lucide-react'
import type { Refusal } from '#core/refusal/refusal.ts'
import { explainProblem } from '#core/problem/explain.ts'
import { languageOf } from '#core/refusal/words.ts'
import { useMe } from '../session/session.ts'

/** Nothing can be sent here: the reason, and who can change it. */
export function CannotSend({ reason }: { readonly reason: Refusal }) {
  const { i18n } = useLingui()
  const me = useMe()
  const { cause } = explainProblem(reason.code, languageOf(i18n.locale))
  const mayFix = reason.code === 'line-disconnected' && me.permissions.includes('line:manage')
  return (
    <div className="flex items-start gap-3 px-5 py-4">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-danger-soft text-danger">
        <PlugZap size={17} aria-hidden />
      </span>
      <div className="min-w-0 text-sm">
        <p className="font-semibold text-text">
          <Trans>No se puede enviar</Trans>
        </p>
        <p className="text-text-2">{cause}</p>
        {reason.found && <p className="text-text-3">{reason.found}</p>}
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
