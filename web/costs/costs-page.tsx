import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight, CloudOff, Coins, Download, FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '../feed/clock.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { Notice } from '../kit/notice.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { useMe } from '../session/session.ts'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import { BudgetList } from './budget-list.tsx'
import { Allowances, Totals } from './month-totals.tsx'
import { CostsSkeleton } from './costs-skeleton.tsx'
import { MonthChart } from './month-chart.tsx'
import { ReportTable } from './report-table.tsx'
import { type CostPurpose, type Group, NOTHING_YET, useCosts } from './use-costs.ts'
import { monthsBefore, monthWords } from './words.ts'

/** What messages cost: a month at a glance, and by what it was spent. */
export function CostsPage() {
  const { t } = useLingui()
  const me = useMe()
  const thisMonth = new Date(useNow()).toISOString().slice(0, 7)
  const [month, setMonth] = useState(thisMonth)
  const [group, setGroup] = useState<Group>('line')
  const [purpose, setPurpose] = useState<CostPurpose>()
  const { costs, reload, more } = useCosts(month, group, purpose)
  if (!me.permissions.includes('cost:read')) {
    return (
      <div className="flex-1 bg-canvas">
        <Notice icon={<Coins size={20} aria-hidden />} title={t`Solo para supervisores y administradores`}>
          {t`Aquí se ve lo que cuestan los mensajes.`}
        </Notice>
      </div>
    )
  }
  const csv = `/api/v1/costs/report.csv?${new URLSearchParams({ from: month, to: month, group, ...(purpose && { purpose }) }).toString()}`
  return (
    <SettingsFrame>
      <header className="flex flex-wrap items-end gap-x-4 gap-y-3 pb-5">
        <div className="min-w-0 flex-1 max-md:basis-full">
          <PageHeading>{t`Costos`}</PageHeading>
          <p className="text-sm text-text-2">
            <Trans>Lo que Meta cobra por los mensajes entregados.</Trans>
          </p>
        </div>
        <div role="group" aria-label={t`Mes`} className="flex items-center gap-1">
          <IconButton label={t`Mes anterior`} onPress={() => setMonth(monthsBefore(month, 1))}>
            <ChevronLeft size={16} aria-hidden />
          </IconButton>
          <span aria-live="polite" data-testid="cost-month" className="min-w-36 text-center text-sm font-semibold">
            {monthWords(month)}
          </span>
          <IconButton
            label={t`Mes siguiente`}
            isDisabled={month >= thisMonth}
            onPress={() => setMonth(monthsBefore(month, -1))}
          >
            <ChevronRight size={16} aria-hidden />
          </IconButton>
        </div>
        <a
          href={csv}
          download
          className="inline-flex h-8 items-center gap-1.5 rounded-md border border-border bg-surface px-3 text-sm font-medium hover:bg-hover max-md:h-11"
        >
          <Download size={14} aria-hidden />
          CSV
        </a>
      </header>
      {costs.state === 'failed' ? (
        <Notice
          icon={<CloudOff size={20} aria-hidden />}
          title={t`No se pudieron cargar los costos`}
          action={<Button onPress={() => void reload()}>{t`Reintentar`}</Button>}
        />
      ) : costs === NOTHING_YET ? (
        <CostsSkeleton />
      ) : (
        <div
          aria-busy={costs.state === 'loading'}
          className={cx(
            'flex flex-col gap-5 transition-opacity duration-140',
            costs.state === 'loading' && 'opacity-60',
          )}
        >
          {costs.summary.demonstration && <DemonstrationBanner />}
          <Totals sums={costs.summary.sums} />
          <div className="grid gap-5 md:grid-cols-2">
            <MonthChart months={costs.months} month={month} />
            <Allowances allowances={costs.summary.allowances} lines={me.lines} />
          </div>
          <BudgetList budgets={costs.budgets} isNow={month === thisMonth} onChange={() => void reload()} />
          <ReportTable
            costs={costs}
            group={group}
            onGroup={setGroup}
            purpose={purpose}
            onPurpose={(next) => {
              setPurpose(next)
              setGroup(next === undefined ? 'purpose' : 'template')
            }}
            onMore={() => void more()}
          />
        </div>
      )}
    </SettingsFrame>
  )
}

/** Nobody should take a demonstration's prices for Meta's. */
export function DemonstrationBanner() {
  return (
    <p
      data-testid="demonstration-banner"
      className="flex items-center gap-2.5 rounded-lg bg-warn-soft px-4 py-2.5 text-sm font-medium text-warn"
    >
      <FlaskConical size={16} aria-hidden className="shrink-0" />
      <span>
        <Trans>
          Precios de demostración: sirven para probar, no para presupuestar.{' '}
          <Link to="/settings/rates" className="underline">
            Importe las tarifas de Meta
          </Link>
          .
        </Trans>
      </span>
    </p>
  )
}
