import { Trans, useLingui } from '@lingui/react/macro'
import { Coins, X } from 'lucide-react'
import type { ReportRowView } from '#contract/costs.ts'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { Notice } from '../kit/notice.tsx'
import { categoryWords } from '../thread/price.ts'
import { type CostPurpose, type Costs, type Group, GROUPS } from './use-costs.ts'
import { usePurposeName } from './use-purpose-name.ts'
import { amountWords, countWords, marketWords } from './words.ts'

type Props = {
  readonly costs: Costs
  readonly group: Group
  readonly onGroup: (group: Group) => void
  /** Only what is for this; undefined: everything. */
  readonly purpose: CostPurpose | undefined
  readonly onPurpose: (purpose: CostPurpose | undefined) => void
  readonly onMore: () => void
}

/** The month by number, template, purpose, category, person or market: greatest amount first, each with its share as a bar. */
export function ReportTable({ costs, group, onGroup, purpose, onPurpose, onMore }: Props) {
  const { t } = useLingui()
  const purposeName = usePurposeName()
  const names: Readonly<Record<Group, string>> = {
    line: t`Número`,
    template: t`Plantilla`,
    purpose: t`Finalidad`,
    category: t`Categoría`,
    author: t`Quién`,
    market: t`Mercado`,
  }
  const most = Math.max(1, ...costs.rows.map(({ micros }) => micros))
  return (
    <section className="overflow-hidden rounded-lg border border-border bg-surface">
      <div
        role="group"
        aria-label={t`Por qué se agrupa`}
        className="flex gap-1 overflow-x-auto border-b border-border p-2"
      >
        {GROUPS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === group}
            data-testid={`cost-by-${each}`}
            onClick={() => onGroup(each)}
            className={cx(
              'h-8 shrink-0 rounded-md px-2.5 text-sm font-medium whitespace-nowrap transition-colors duration-90 max-md:h-11',
              each === group ? 'bg-selected text-accent' : 'text-text-2 hover:bg-hover hover:text-text',
            )}
          >
            {names[each]}
          </button>
        ))}
        {purpose !== undefined && (
          <button
            type="button"
            data-testid="cost-purpose"
            aria-label={t`Quitar el filtro ${purposeName(purpose)}`}
            onClick={() => onPurpose(undefined)}
            className="ml-auto inline-flex h-8 shrink-0 items-center gap-1.5 rounded-md border border-border bg-chip px-2.5 text-sm font-medium hover:bg-hover max-md:h-11"
          >
            {purposeName(purpose)}
            <X size={14} aria-hidden />
          </button>
        )}
      </div>
      {costs.rows.length === 0 && costs.state === 'ready' ? (
        <Notice icon={<Coins size={20} aria-hidden />} title={t`Ese mes no se cobró ningún mensaje`}>
          {t`Un mensaje aparece aquí cuando se entrega y Meta dice su tarifa.`}
        </Notice>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full text-sm" data-testid="cost-report">
            <thead>
              <tr className="border-b border-border text-left text-xs font-semibold text-text-2 *:px-4 *:py-2 *:font-semibold">
                <th scope="col">{names[group]}</th>
                <th scope="col" className="text-right max-md:hidden">
                  <Trans>Cobrados</Trans>
                </th>
                <th scope="col" className="text-right max-md:hidden">
                  <Trans>Gratis</Trans>
                </th>
                <th scope="col" className="text-right">
                  <Trans>Importe</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {costs.rows.map((row) => (
                <tr key={`${row.key} ${row.currency}`} className="border-b border-border last:border-0 *:px-4 *:py-2.5">
                  <th scope="row" className="w-full max-w-0 text-left font-medium">
                    {group === 'purpose' && row.key !== 'volume' ? (
                      <button
                        type="button"
                        onClick={() => onPurpose(row.key as CostPurpose)}
                        className="block max-w-full truncate text-left text-accent hover:underline"
                      >
                        {purposeName(row.key)}
                      </button>
                    ) : (
                      <span className="block truncate">
                        {nameOf(row, group, t`Descuento por volumen`, t`Sin plantilla`)}
                      </span>
                    )}
                    <span aria-hidden className="mt-1 block h-1 rounded-full bg-chip">
                      <span
                        className="block h-1 rounded-full bg-accent"
                        style={{ width: `${Math.max(0, Math.round((row.micros / most) * 100))}%` }}
                      />
                    </span>
                    {row.unpriced > 0 && (
                      <span className="mt-1 block text-xs font-medium text-warn">
                        <Trans>{countWords(row.unpriced)} sin tarifa</Trans>
                      </span>
                    )}
                  </th>
                  <td className="text-right text-text-2 tabular max-md:hidden">{countWords(row.charged)}</td>
                  <td className="text-right text-text-2 tabular max-md:hidden">{countWords(row.free)}</td>
                  <td className="text-right font-semibold whitespace-nowrap tabular">
                    {amountWords(row)} <span className="text-xs font-medium text-text-3">{row.currency}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {costs.next !== null && (
        <div className="flex justify-center border-t border-border p-3">
          <Button onPress={onMore}>
            <Trans>Ver más</Trans>
          </Button>
        </div>
      )}
    </section>
  )
}

function nameOf({ key, name }: ReportRowView, group: Group, volume: string, noTemplate: string): string {
  if (key === 'volume') return volume
  if (group === 'category') return categoryWords(key)
  if (group === 'market') return marketWords(key)
  if (group === 'template' && key === '') return noTemplate
  if (group === 'author' && key.startsWith('api:')) return 'API'
  if (group === 'author' && key === 'system') return 'Hilo'
  return name
}
