import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { FailuresView } from '#contract/number.ts'
import { call } from '../api/api.ts'
import { countWords } from '../costs/words.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { Segmented } from '../kit/segmented.tsx'

const PERIODS = ['today', 'week', 'month'] as const
type Period = (typeof PERIODS)[number]
const DAYS = { today: 0, week: 7, month: 30 }

/** What sends of a number failed with, by code: how many, since when, whose it is and what helps. */
export function Failures({ lineId }: { readonly lineId: string }) {
  const { t, i18n } = useLingui()
  const [period, setPeriod] = useState<Period>('today')
  const [failures, setFailures] = useState<FailuresView | null>(null)
  useEffect(() => {
    let isStale = false
    const query = { since: beginningOf(period) }
    void call('lineFailures', { params: { id: lineId }, query }).then((result) => {
      if (result.ok && !isStale) setFailures(result.value)
    })
    return () => {
      isStale = true
    }
  }, [lineId, period, i18n.locale])
  const names = { today: t`Hoy`, week: t`7 días`, month: t`30 días` }
  return (
    <section aria-labelledby="number-failures">
      <div className="flex flex-wrap items-end justify-between gap-x-3 gap-y-2 pb-2">
        <div>
          <h2 id="number-failures" className="text-md font-semibold">{t`Envíos fallidos`}</h2>
          {failures && <Share failures={failures} />}
        </div>
        <Segmented
          small
          label={t`Tiempo`}
          value={period}
          choices={PERIODS.map((value) => ({ value, name: names[value] }))}
          onChange={setPeriod}
        />
      </div>
      <ul className="overflow-hidden rounded-lg border border-border bg-surface" aria-busy={failures === null}>
        {failures?.codes.map((failure) => (
          <Failure key={failure.code} failure={failure} />
        ))}
        {failures?.codes.length === 0 && (
          <li className="flex items-center gap-2 px-4 py-3 text-sm text-text-2">
            <CircleCheck size={16} className="text-success" aria-hidden />
            <Trans>Ningún envío falló.</Trans>
          </li>
        )}
        {failures === null && <li className="h-11 animate-pulse" />}
      </ul>
      {failures !== null && failures.codes.length > 0 && (
        <Link
          to="/inbox"
          search={{ view: 'failed', line: lineId }}
          className="inline-block pt-2 text-sm font-medium text-link underline-offset-2 hover:underline"
        >
          <Trans>Ver los que nadie ha atendido</Trans>
        </Link>
      )}
    </section>
  )
}

function Failure({ failure }: { readonly failure: FailuresView['codes'][number] }) {
  const { t } = useLingui()
  const { code, messages, lastAt, lastConversationId, fault, cause, advice } = failure
  const owners = {
    us: t`Depende de Hilo`,
    company: t`Depende de la empresa`,
    customer: t`Depende del cliente`,
    platform: t`Depende de Meta`,
    content: t`Depende del mensaje`,
  }
  return (
    <li
      data-testid="failure"
      className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-border px-4 py-3 last:border-0"
    >
      <div className="min-w-0 text-sm">
        <p className="font-medium text-pretty">{cause}</p>
        <p className="text-pretty text-text-2">{advice}</p>
        <p className="flex flex-wrap gap-x-2 pt-0.5 text-xs text-text-3">
          <span>{owners[fault]}</span>
          <span aria-hidden>·</span>
          <code className="font-mono">{code}</code>
        </p>
      </div>
      <div className="text-right">
        <p className="text-lg font-semibold tabular">{countWords(messages)}</p>
        <Link
          to="/inbox/$conversationId"
          params={{ conversationId: lastConversationId }}
          className="text-xs whitespace-nowrap text-link underline-offset-2 tabular hover:underline"
        >
          <span className="sr-only">
            <Trans>La última vez:</Trans>{' '}
          </span>
          {shortDateTime(Date.parse(lastAt), formatLocale())}
        </Link>
      </div>
    </li>
  )
}

/** How many of those that were tried. */
function Share({ failures: { tried, codes } }: { readonly failures: FailuresView }) {
  const failed = codes.reduce((sum, { messages }) => sum + messages, 0)
  const share = tried === 0 ? 0 : failed / tried
  const percent = new Intl.NumberFormat(formatLocale(), { style: 'percent', maximumFractionDigits: 1 }).format(share)
  return (
    <p className="text-sm text-text-2 tabular">
      {tried === 0 ? (
        <Trans>No se intentó ningún envío.</Trans>
      ) : (
        <>
          {countWords(failed)}{' '}
          <Plural value={tried} one="de # intentado" many="de # intentados" other="de # intentados" /> · {percent}
        </>
      )}
    </p>
  )
}

/** Midnight here, so many days ago. */
function beginningOf(period: Period): string {
  const midnight = new Date()
  midnight.setHours(0, 0, 0, 0)
  midnight.setDate(midnight.getDate() - DAYS[period])
  return midnight.toISOString()
}
