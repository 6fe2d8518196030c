import { useLingui } from '@lingui/react/macro'
import type { ProblemView } from '#contract/views.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'

/** Why something was not done: whose words, and what helps. */
export function Refused({ problem }: { readonly problem: ProblemView }) {
  const { t } = useLingui()
  const [first] = problem.errors
  const expected = first?.expected ?? null
  const until = expected !== null && first?.code === 'attempts-spent' ? Date.parse(expected) : Number.NaN
  return (
    <div role="alert" data-testid="guide-refused" className="rounded-md bg-danger-soft px-3.5 py-2.5 text-sm">
      <p className="font-semibold text-danger">{problem.title}</p>
      {first?.code === 'platform-refused' && (
        <>
          <p className="pt-0.5 text-pretty">{first.found}</p>
          <p className="pt-0.5 text-pretty text-text-2">{expected}</p>
        </>
      )}
      {first?.code === 'token-insufficient' && <p className="pt-0.5 font-mono text-xs">{expected}</p>}
      {!Number.isNaN(until) && (
        <p className="pt-0.5 tabular">{t`Siguiente intento: ${shortDateTime(until, formatLocale())}`}</p>
      )}
    </div>
  )
}
