import { Trans, useLingui } from '@lingui/react/macro'
import { Clock3 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { OpeningHoursView } from '#contract/opening-hours.ts'
import { placeOfCountry } from '#core/calendar/place.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { say } from '../kit/toast.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { useMe } from '../session/session.ts'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import { HoursForm } from './hours-form.tsx'
import { HoursHistory } from './hours-history.tsx'
import { keepHours, loadHours, useHours } from './hours-store.ts'
import { WORKDAYS } from './week.ts'

/** When the company and its lines are there, and what people are told while nobody is. */
export function HoursPage() {
  const { t } = useLingui()
  const me = useMe()
  if (!me.permissions.includes('hours:manage')) {
    return (
      <div className="flex-1 bg-canvas">
        <Notice icon={<Clock3 size={20} aria-hidden />} title={t`Solo para supervisores y administradores`}>
          {t`El horario de atención lo decide quien supervisa.`}
        </Notice>
      </div>
    )
  }
  return (
    <SettingsFrame>
      <header className="pb-5">
        <PageHeading>{t`Horario de atención`}</PageHeading>
        <p className="text-sm text-text-2">
          <Trans>Cuándo hay alguien, y qué se dice a quien escribe cuando no hay nadie.</Trans>
        </p>
      </header>
      <Sections />
    </SettingsFrame>
  )
}

const COMPANY = 'company'

function Sections() {
  const { t } = useLingui()
  const me = useMe()
  const { view, failed } = useHours()
  const [scope, setScope] = useState(COMPANY)
  useEffect(() => void loadHours(), [])
  if (view === null) {
    return failed ? (
      <Notice icon={<Clock3 size={20} aria-hidden />} title={t`No se pudo cargar`}>
        <Button onPress={() => void loadHours()}>
          <Trans>Reintentar</Trans>
        </Button>
      </Notice>
    ) : (
      <div className="h-60 animate-pulse rounded-lg border border-border bg-surface" aria-busy />
    )
  }
  const zone = placeOfCountry(me.account.country).zones[0] ?? 'UTC'
  const first = { hours: { zone, week: WORKDAYS, dates: [], holidays: null }, away: null }
  const own = scope === COMPANY ? view.company : (view.lines.find(({ lineId }) => lineId === scope)?.own ?? null)
  const kept = own ?? view.company ?? first
  return (
    <div className="flex flex-col gap-8">
      {me.lines.length > 0 && (
        <Segmented
          label={t`De quién es el horario`}
          value={scope}
          choices={[
            { value: COMPANY, name: t`Empresa` },
            ...me.lines.map((line) => ({ value: line.id, name: line.name })),
          ]}
          onChange={setScope}
        />
      )}
      {scope !== COMPANY && <OwnOrNot key={scope} lineId={scope} view={view} />}
      {(scope === COMPANY || own !== null) && (
        <HoursForm
          key={`${scope} ${JSON.stringify(own)}`}
          lineId={scope === COMPANY ? null : scope}
          kept={kept}
          isNew={own === null}
          countries={view.holidayCountries}
        />
      )}
      <HoursHistory newest={view} />
    </div>
  )
}

/** Whether a line has hours of its own; it begins with those of the company. */
function OwnOrNot({ lineId, view }: { readonly lineId: string; readonly view: OpeningHoursView }) {
  const [busy, setBusy] = useState(false)
  const own = view.lines.find((line) => line.lineId === lineId)?.own ?? null
  const turn = async () => {
    setBusy(true)
    const kept = own === null ? view.company : null
    const result = await call('putLineHours', { params: { id: lineId }, body: { kept } })
    setBusy(false)
    if (!result.ok) return say(result.error.errors[0]?.message ?? result.error.title)
    keepHours(result.value)
  }
  return (
    <div className="flex items-center gap-4 rounded-lg border border-border bg-surface px-5 py-3 max-md:flex-col max-md:items-stretch max-md:px-4">
      <p className="min-w-0 flex-1 text-sm text-text-2">
        {own !== null ? (
          <Trans>Este número tiene un horario propio.</Trans>
        ) : view.company === null ? (
          <Trans>Primero hay que guardar el horario de la empresa.</Trans>
        ) : (
          <Trans>Este número sigue el horario de la empresa.</Trans>
        )}
      </p>
      <Button onPress={() => void turn()} isDisabled={busy || view.company === null} className="max-md:h-11">
        {own === null ? <Trans>Darle un horario propio</Trans> : <Trans>Seguir el de la empresa</Trans>}
      </Button>
    </div>
  )
}
