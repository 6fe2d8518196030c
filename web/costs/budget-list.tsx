import { Trans, useLingui } from '@lingui/react/macro'
import { OctagonX, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import type { BudgetView } from '#contract/costs.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { Chip } from '../kit/chip.tsx'
import { useMe } from '../session/session.ts'
import { categoryWords } from '../thread/price.ts'
import { BudgetDialog } from './budget-dialog.tsx'
import { Meter } from './month-totals.tsx'
import { amountWords } from './words.ts'

type Props = {
  readonly budgets: readonly BudgetView[]
  /** What is spent is known of the current month only. */
  readonly isNow: boolean
  readonly onChange: () => void
}

/** What the company wants to spend in a month, how far it is, and what happens at the limit. */
export function BudgetList({ budgets, isNow, onChange }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const mayManage = me.permissions.includes('cost:manage')
  const [edited, setEdited] = useState<BudgetView | 'new' | null>(null)
  const lines = new Map(me.lines.map(({ id, name }) => [id, name]))
  if (!isNow || (budgets.length === 0 && !mayManage)) return null
  return (
    <section className="rounded-lg border border-border bg-surface" aria-label={t`Presupuestos`}>
      <header className="flex items-center gap-3 px-4 py-3">
        <h2 className="flex-1 text-md font-semibold">
          <Trans>Presupuestos del mes</Trans>
        </h2>
        {mayManage && (
          <Button size="sm" data-testid="new-budget" className="max-md:h-11" onPress={() => setEdited('new')}>
            <Plus size={14} aria-hidden />
            <Trans>Nuevo presupuesto</Trans>
          </Button>
        )}
      </header>
      <ul>
        {budgets.map((budget) => {
          const { id, name, lineId, category, currency, limitMicros, spentMicros, warnAt, stops } = budget
          const share = spentMicros / limitMicros
          const about = [lineId && lines.get(lineId), category && categoryWords(category)].filter(Boolean).join(' · ')
          return (
            <li key={id} className="flex items-center gap-3 border-t border-border px-4 py-3 text-sm">
              <div className="flex min-w-0 flex-1 flex-col gap-1.5">
                <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
                  <span className="font-medium">{name}</span>
                  <span className="text-xs text-text-2">{about || <Trans>Todo</Trans>}</span>
                  {share >= 1 && stops !== 'nothing' && (
                    <Chip tone="danger">
                      <OctagonX size={12} aria-hidden />
                      <Trans>Detenido</Trans>
                    </Chip>
                  )}
                  <span className="ml-auto text-text-2 tabular">
                    <Trans>
                      {amountWords({ micros: spentMicros, currency })} de{' '}
                      {amountWords({ micros: limitMicros, currency })}
                    </Trans>
                  </span>
                </span>
                <Meter
                  label={t`Gastado del presupuesto ${name}`}
                  share={share}
                  mark={warnAt / 100}
                  tone={share >= 1 ? 'danger' : share * 100 >= warnAt ? 'warn' : 'plain'}
                />
              </div>
              {mayManage && (
                <IconButton label={t`Cambiar ${name}`} onPress={() => setEdited(budget)}>
                  <Pencil size={15} aria-hidden />
                </IconButton>
              )}
            </li>
          )
        })}
        {budgets.length === 0 && (
          <li className="border-t border-border px-4 py-3 text-sm text-text-2">
            <Trans>Sin presupuesto nada avisa ni se detiene.</Trans>
          </li>
        )}
      </ul>
      {edited !== null && (
        <BudgetDialog
          budget={edited === 'new' ? null : edited}
          onClose={(changed) => {
            setEdited(null)
            if (changed) onChange()
          }}
        />
      )}
    </section>
  )
}
