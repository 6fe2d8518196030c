import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { NumberView } from '#contract/number.ts'

/** Sends that failed and that nobody has dealt with, by Meta's code. Nothing when there are none. */
export function Failures({ failures }: { readonly failures: NumberView['failures'] }) {
  const { t } = useLingui()
  if (failures.length === 0) return null
  return (
    <section aria-labelledby="number-failures">
      <h2 id="number-failures" className="flex items-baseline justify-between gap-3 pb-2 text-md font-semibold">
        {t`Envíos fallidos sin atender`}
        <Link
          to="/inbox"
          search={{ view: 'failed' }}
          className="text-sm font-medium text-link underline-offset-2 hover:underline"
        >
          <Trans>Ver conversaciones</Trans>
        </Link>
      </h2>
      <ul className="overflow-hidden rounded-lg border border-border bg-surface">
        {failures.map(({ code, conversations, cause, advice }) => (
          <li key={code} className="flex gap-4 border-b border-border px-4 py-2.5 last:border-0">
            <code className="w-16 shrink-0 font-mono text-xs/5 text-text-2">{code}</code>
            <div className="min-w-0 flex-1 text-sm">
              <p>{cause}</p>
              <p className="text-text-2">{advice}</p>
            </div>
            <span className="text-sm whitespace-nowrap text-text-2 tabular">
              <Plural value={conversations} one="# conversación" many="# de conversaciones" other="# conversaciones" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
