import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, PlugZap, RefreshCw } from 'lucide-react'
import { GIVEN_BACK } from '#core/line/line.ts'
import type { AlertView, NumberView } from '#contract/number.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { LinkButton } from '../kit/link-button.tsx'
import { useTitle } from '../kit/use-title.ts'
import { ChannelGlyph } from '../kit/channel-glyph.tsx'
import { Chip } from '../kit/chip.tsx'
import { Notice } from '../kit/notice.tsx'
import { useMe } from '../session/session.ts'
import { SettingsRail } from '../settings/settings-frame.tsx'
import { AppSync } from './app-sync.tsx'
import { Alerts } from './alerts.tsx'
import { Failures } from './failures.tsx'
import { Greetings } from './greetings.tsx'
import { Links } from './links.tsx'
import { Move } from './move.tsx'
import { NameForm } from './name-form.tsx'
import { Profile } from './profile.tsx'
import { Safety } from './safety.tsx'
import { Opening } from './opening.tsx'
import { StandingFacts } from './standing-facts.tsx'
import { useLineAlerts } from './use-alerts.ts'
import { useNumber } from './use-number.ts'

/** One of our numbers: how it is doing, what customers see of it, and what protects it. */
export function NumberPage() {
  const { t, i18n } = useLingui()
  const me = useMe()
  const { lineId = '' } = useParams({ strict: false })
  const { number, problem, reload, setNumber } = useNumber(lineId, i18n.locale)
  const { alerts, check } = useLineAlerts(lineId, i18n.locale)
  const accountName = number?.accountName ?? null
  useTitle(number?.line.name ?? '')
  if (!me.permissions.includes('line:manage') || (problem && number === null)) {
    return (
      <div className="flex-1 bg-canvas">
        <Notice
          icon={<PlugZap size={20} aria-hidden />}
          title={
            problem?.status === 404
              ? t`Ese número ya no existe`
              : problem
                ? t`No se pudo cargar`
                : t`Solo para administradores`
          }
          action={
            problem?.status === 404 ? (
              <LinkButton to="/settings/numbers">{t`Ver los números`}</LinkButton>
            ) : (
              problem && <Button onPress={() => void reload()}>{t`Reintentar`}</Button>
            )
          }
        />
      </div>
    )
  }
  return (
    <>
      <SettingsRail />
      <div className="min-w-0 flex-1 overflow-y-auto bg-canvas">
        <div className="mx-auto flex max-w-220 flex-col gap-7 px-6 pt-5 pb-10 max-md:px-4">
          <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <Link
              to="/settings/numbers"
              aria-label={t`Números`}
              className="flex size-8 items-center justify-center rounded-md text-text-2 hover:bg-hover hover:text-text max-md:size-11"
            >
              <ArrowLeft size={16} aria-hidden />
            </Link>
            <ChannelGlyph size={28} />
            <div className="min-w-0 flex-1">
              <h1 className="flex items-center gap-2 text-xl font-semibold tracking-[-0.01em]">
                <span className="truncate">{number?.line.name ?? '…'}</span>
                {number && <State number={number} alerts={alerts} />}
              </h1>
              <p className="flex flex-wrap gap-x-2 text-sm text-text-2 tabular">
                <span>{number?.line.address}</span>
                {accountName && (
                  <>
                    <span aria-hidden>·</span>
                    <span title={number?.line.wabaId}>{t`Cuenta de WhatsApp: ${accountName}`}</span>
                  </>
                )}
              </p>
            </div>
            <IconButton label={t`Preguntar a Meta otra vez`} onPress={() => void Promise.all([reload(), check()])}>
              <RefreshCw size={16} aria-hidden />
            </IconButton>
          </header>
          {number === null ? (
            <div className="h-80 animate-pulse rounded-lg border border-border bg-surface" aria-busy />
          ) : (
            <>
              {number.problem && !alerts.some(({ code }) => SAID_BETTER.has(code)) && (
                <p role="alert" className="rounded-md bg-danger-soft px-3.5 py-2.5 text-sm text-danger">
                  {number.problem}
                </p>
              )}
              <Alerts alerts={alerts} />
              <StandingFacts number={number} />
              <AppSync lineId={lineId} />
              <Failures lineId={lineId} />
              <NameForm
                key={`${number.line.name}|${number.atMeta?.displayName}`}
                number={number}
                onChange={setNumber}
                onReload={reload}
              />
              <Opening line={number.line} onChange={reload} />
              <Profile lineId={lineId} />
              <Greetings lineId={lineId} />
              <Links lineId={lineId} address={number.line.address} />
              <Move line={number.line} onChange={reload} />
              <Safety number={number} onChange={reload} />
            </>
          )}
        </div>
      </div>
    </>
  )
}

/** Alerts that say why Meta does not answer, and what to do. */
const SAID_BETTER: ReadonlySet<string> = new Set(['line-cut-off', 'line-missing-there'])

type StateProps = { readonly number: NumberView; readonly alerts: readonly AlertView[] }

function State({ number: { line, atMeta }, alerts }: StateProps) {
  if (line.state === 'disconnected') {
    return (
      <Chip tone="danger">
        {line.reason === GIVEN_BACK ? <Trans>Dado de baja</Trans> : <Trans>Desconectado</Trans>}
      </Chip>
    )
  }
  const isGrave = alerts.some(({ severity }) => severity === 'danger')
  if (isGrave || atMeta === null || atMeta.canSend !== 'AVAILABLE') {
    return (
      <Chip tone={isGrave ? 'danger' : 'warn'}>
        <Trans>Con problemas</Trans>
      </Chip>
    )
  }
  return (
    <Chip tone="success">
      <Trans>Conectado</Trans>
    </Chip>
  )
}
