import { useLingui } from '@lingui/react/macro'
import type { ProblemView } from '#contract/views.ts'
import { useNow } from '../feed/clock.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'

/** Why something was not done: whose words, and what helps. */
export function Refused({ problem }: { readonly problem: ProblemView }) {
  const { t } = useLingui()
  const [first] = problem.errors
  const expected = first?.expected ?? null
  const wait = useWaitWords()
  const until = expected !== null && first?.code === 'attempts-spent' ? Date.parse(expected) : Number.NaN
  return (
    <div role="alert" data-testid="guide-refused" className="rounded-md bg-danger-soft px-3.5 py-2.5 text-sm">
      <p className="font-semibold text-danger">
        {first?.code === 'input-invalid' ? t`Revise lo que escribió: Meta o Hilo no lo reconocen.` : problem.title}
      </p>
      {first?.code === 'platform-refused' && (
        <>
          <p className="pt-0.5 text-pretty">{first.found}</p>
          <p className="pt-0.5 text-pretty text-text-2">
            {first.field === 'accessToken'
              ? t`Ese acceso ya no vale: genere un token nuevo en Meta y conéctelo, o entre por la ventana de Meta.`
              : expected}
          </p>
        </>
      )}
      {first?.code === 'token-insufficient' && (
        <>
          <p className="pt-0.5 text-pretty">
            {t`En Meta, abra el usuario del sistema, marque estos permisos y genere otro token:`}
          </p>
          <p className="pt-0.5 font-mono text-xs">{expected}</p>
        </>
      )}
      {!Number.isNaN(until) && (
        <p className="pt-0.5 tabular">
          {wait(until)} {first?.field === 'wrong-code' && t`O pida otro código: con él se empieza a contar de nuevo.`}
        </p>
      )}
    </div>
  )
}

const SOON_MS = 90_000

/** A pause of seconds as seconds, a longer one as the time it ends. */
function useWaitWords(): (until: number) => string {
  const { t } = useLingui()
  const now = useNow()
  return (until) => {
    const left = until - now
    if (left <= 0) return t`Ya puede intentarlo otra vez.`
    return left < SOON_MS
      ? t`Siguiente intento: dentro de ${Math.ceil(left / 1000)} s`
      : t`Siguiente intento: ${shortDateTime(until, formatLocale())}`
  }
}
