import { Trans } from '@lingui/react/macro'
import type { ReportRowView } from '#contract/costs.ts'
import { cx } from '../kit/cx.ts'
import { MONTHS_SHOWN } from './use-costs.ts'
import { amountWords, monthsBefore, monthWords, shortMonth } from './words.ts'

/** The last months as bars; the same as a table for those who do not see them. Of several currencies the largest. */
export function MonthChart({ months, month }: { readonly months: readonly ReportRowView[]; readonly month: string }) {
  const currency = months.toSorted((one, other) => other.micros - one.micros)[0]?.currency ?? 'USD'
  const bars = Array.from({ length: MONTHS_SHOWN }, (_, index) => {
    const key = monthsBefore(month, MONTHS_SHOWN - 1 - index)
    return { key, micros: months.find((each) => each.key === key && each.currency === currency)?.micros ?? 0 }
  })
  const most = Math.max(1, ...bars.map(({ micros }) => micros))
  return (
    <figure className="flex flex-col rounded-lg border border-border bg-surface px-4 py-3">
      <figcaption className="text-xs font-semibold text-text-2">
        <Trans>Últimos meses, {currency}</Trans>
      </figcaption>
      <div aria-hidden className="flex min-h-28 flex-1 items-end gap-2 pt-3">
        {bars.map(({ key, micros }) => (
          <span key={key} className="flex h-full min-w-0 flex-1 flex-col justify-end gap-1 text-center">
            <span className="truncate text-2xs text-text-2 tabular">
              {micros > 0 && amountWords({ micros, currency })}
            </span>
            <span
              className={cx('rounded-t-sm', key === month ? 'bg-accent' : 'bg-control')}
              style={{ height: `${Math.max(2, Math.round((micros / most) * 72))}px` }}
            />
            <span className={cx('text-2xs', key === month ? 'font-semibold text-text' : 'text-text-3')}>
              {shortMonth(key)}
            </span>
          </span>
        ))}
      </div>
      <table className="sr-only">
        <tbody>
          {bars.map(({ key, micros }) => (
            <tr key={key}>
              <th scope="row">{monthWords(key)}</th>
              <td>{amountWords({ micros, currency })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
