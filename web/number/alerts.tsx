import { Trans } from '@lingui/react/macro'
import { OctagonAlert, TriangleAlert } from 'lucide-react'
import type { AlertView } from '#contract/number.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { cx } from '../kit/cx.ts'

/** What is wrong with a number and what helps; nothing when nothing is. */
export function Alerts({ alerts }: { readonly alerts: readonly AlertView[] }) {
  if (alerts.length === 0) return null
  const time = (at: string) => shortDateTime(Date.parse(at), formatLocale())
  return (
    <ul className="flex flex-col gap-2">
      {alerts.map(({ lineId, code, severity, title, advice, details, since, until }) => (
        <li
          key={`${lineId} ${code}`}
          data-testid="alert"
          data-code={code}
          className={cx('flex gap-2.5 rounded-md px-3.5 py-2.5 text-sm', LOOKS[severity])}
        >
          {severity === 'danger' ? (
            <OctagonAlert size={16} className="mt-0.5 shrink-0" aria-hidden />
          ) : (
            <TriangleAlert size={16} className="mt-0.5 shrink-0" aria-hidden />
          )}
          <div className="min-w-0 flex-1">
            <p className="font-semibold text-pretty">{title}</p>
            <p className="text-pretty text-text">{[advice, ...details].join(' ')}</p>
            <p className="pt-0.5 text-xs tabular">
              {until === null ? <Trans>desde {time(since)}</Trans> : <Trans>el {time(until)}</Trans>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

const LOOKS = { danger: 'bg-danger-soft text-danger', warning: 'bg-warn-soft text-warn', info: 'bg-chip text-text-2' }
