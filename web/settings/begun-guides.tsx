import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { GuideView } from '#contract/guide.ts'
import { call } from '../api/api.ts'
import { useStepNames } from '../guide/use-step-names.ts'

/** Numbers on their way: where each guide stands, and the way back into it. */
export function BegunGuides() {
  const { i18n } = useLingui()
  const names = useStepNames()
  const [guides, setGuides] = useState<readonly GuideView[]>([])
  useEffect(() => {
    void call('listGuides', {}).then((result) => result.ok && setGuides(result.value.data))
  }, [i18n.locale])
  const open = guides.filter(({ lineId, next }) => lineId === null || next === 'prove')
  if (open.length === 0) return null
  return (
    <section className="pt-6" aria-labelledby="begun-guides">
      <h2 id="begun-guides" className="pb-2 text-sm font-semibold text-text-2">
        <Trans>En camino</Trans>
      </h2>
      <ul className="overflow-hidden rounded-lg border border-border bg-surface">
        {open.map((guide) => {
          const done = guide.steps.filter(({ state }) => state === 'done').length
          return (
            <li key={guide.id} className="border-b border-border last:border-0" data-testid="begun-guide">
              <Link
                to="/settings/numbers/guide/$guideId"
                params={{ guideId: guide.id }}
                className="flex items-center gap-4 px-4 py-3 hover:bg-hover focus-visible:-outline-offset-2"
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate text-md font-semibold tabular">
                    {guide.number?.address ?? guide.phone?.shown ?? <Trans>Un número nuevo</Trans>}
                  </span>
                  <span className="block truncate text-sm text-text-2">
                    {guide.next === null ? <Trans>Terminado</Trans> : <Trans>Sigue: {names[guide.next].name}</Trans>}
                  </span>
                </span>
                <span className="flex w-28 gap-0.5 max-md:hidden" aria-hidden>
                  {guide.steps.map(({ name, state }) => (
                    <span
                      key={name}
                      className={`h-1 flex-1 rounded-xs ${state === 'done' ? 'bg-accent' : state === 'todo' ? 'bg-ring-track' : 'bg-warn'}`}
                    />
                  ))}
                </span>
                <span className="text-sm text-text-2 tabular">{done} / 8</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
