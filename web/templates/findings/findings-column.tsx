import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CheckCheck, WandSparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Finding } from '#core/template/lint/finding.ts'
import { RULES } from '#core/template/lint/codes.ts'
import { Button } from '../../kit/button.tsx'
import { cx } from '../../kit/cx.ts'
import { say } from '../../kit/toast.tsx'
import { findingKey, mendSafe, undo, useBuilder, useForm } from '../builder.ts'
import { isSafe } from '../model/mend.ts'
import { CategoryCard } from './category-card.tsx'
import { FindingRow, GroupName, SamplesRow, TONES } from './finding-row.tsx'
import { type Group, groupOf, GROUPS } from './kinds.ts'
import { codesFor } from './reason-codes.ts'

const isSample = ({ code }: Finding): boolean => code === 'example-missing'
const RULES_COUNT = Object.keys(RULES).length

type Props = {
  /** Stands above: what Meta has said already. */
  readonly lead?: ReactNode
  /** Meta's reason against the template; what speaks of it comes first. */
  readonly reason?: string | undefined
}

/** All the linter minds, heaviest first. */
export function FindingsColumn({ lead, reason }: Props) {
  const { t } = useLingui()
  const form = useForm()
  const { findings } = useBuilder(({ report }) => report)
  const tried = useBuilder((state) => state.tried)
  const lintMs = useBuilder((state) => state.lintMs)
  const named = codesFor(reason)
  // The card above says it, with its cost and its mend.
  const listed = findings.filter(({ code }) => code !== 'category-mismatch')
  const grouped = Map.groupBy(listed, (finding) => (named.has(finding.code) ? 'reason' : groupOf(finding, form, tried)))
  const safe = findings.filter(isSafe).length
  const quiet = RULES_COUNT - new Set(findings.map(({ code }) => code)).size
  const mendThem = () => {
    mendSafe()
    say(t`Se corrigió lo que no cambia el sentido`, { label: t`Deshacer`, run: undo })
  }
  return (
    <section aria-label={t`Hallazgos`} data-testid="findings" className="flex h-full min-h-0 flex-col">
      <header className="flex h-13 shrink-0 items-center gap-3 border-b border-border px-4">
        <h2 className="sr-only">
          <Trans>Hallazgos</Trans>
        </h2>
        <p className="flex flex-1 items-baseline gap-3 text-sm" role="status" aria-live="off">
          {findings.length === 0 ? (
            <span className="flex items-center gap-1.5 font-semibold text-success">
              <CheckCheck size={15} aria-hidden />
              <Trans>Todo en orden</Trans>
            </span>
          ) : (
            GROUPS.map((group) => <Count key={group} group={group} count={grouped.get(group)?.length ?? 0} />)
          )}
        </p>
        {safe > 1 && (
          <Button size="sm" onPress={mendThem}>
            <WandSparkles size={12} aria-hidden />
            <Plural value={safe} one="Corregir #" many="Corregir #" other="Corregir #" />
          </Button>
        )}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
        {lead}
        <CategoryCard />
        {GROUPS.map((group) => {
          const rows = grouped.get(group)
          return rows ? (
            <section key={group} className="pt-4">
              <h3 className="px-2.5 pb-1 text-xs font-semibold text-text-2">
                <GroupName group={group} />
              </h3>
              <ul>
                {group === 'unfinished' && <SamplesRow findings={rows.filter(isSample)} />}
                {rows
                  .filter((finding) => group !== 'unfinished' || !isSample(finding))
                  .map((finding) => (
                    <FindingRow key={findingKey(finding)} finding={finding} group={group} />
                  ))}
              </ul>
            </section>
          ) : null
        })}
      </div>
      <footer className="flex h-10 shrink-0 items-center border-t border-border px-4 text-xs text-text-3 tabular">
        <Plural
          value={quiet}
          one="# regla más, sin hallazgos"
          many="# de reglas más, sin hallazgos"
          other="# reglas más, sin hallazgos"
        />
        &nbsp;· {lintMs.toFixed(1)} ms
      </footer>
    </section>
  )
}

function Count({ group, count }: { readonly group: Group; readonly count: number }) {
  if (count === 0) return null
  return (
    <span className={cx('whitespace-nowrap', TONES[group])} data-testid={`count-${group}`}>
      <strong className="text-md font-semibold tabular">{count}</strong> <CountName group={group} count={count} />
    </span>
  )
}

function CountName({ group, count }: { readonly group: Group; readonly count: number }) {
  switch (group) {
    case 'reason':
      return <Plural value={count} one="señalado por Meta" many="señalados por Meta" other="señalados por Meta" />
    case 'error':
      return <Plural value={count} one="error" many="errores" other="errores" />
    case 'unfinished':
      return <Trans>por completar</Trans>
    case 'warning':
      return <Plural value={count} one="riesgo" many="riesgos" other="riesgos" />
    case 'advice':
      return <Plural value={count} one="consejo" many="consejos" other="consejos" />
  }
}
