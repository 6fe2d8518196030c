import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Pause, Play } from 'lucide-react'
import { useState } from 'react'
import type { AlertView } from '#contract/number.ts'
import { GIVEN_BACK } from '#core/line/line.ts'
import type { LineView } from '#contract/views.ts'
import { Button } from '../kit/button.tsx'
import { ChannelGlyph } from '../kit/channel-glyph.tsx'
import { Chip } from '../kit/chip.tsx'
import { usePauseText } from '../line/use-pause-text.ts'
import { Alerts } from '../number/alerts.tsx'
import { PauseDialog } from './pause-dialog.tsx'

type Props = { readonly line: LineView; readonly alerts: readonly AlertView[] }

/** One of our numbers: how it stands, and the way to stop what leaves on it. */
export function LineRow({ line, alerts }: Props) {
  const { t } = useLingui()
  const [asking, setAsking] = useState(false)
  const pausedSince = usePauseText()(line)
  const { name } = line
  return (
    <li data-testid="line" className="border-b border-border px-4 py-3 last:border-0">
      <div className="flex items-center gap-4 max-md:gap-3">
        <ChannelGlyph size={26} />
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Link
              to="/settings/numbers/$lineId"
              params={{ lineId: line.id }}
              className="truncate text-md font-semibold underline-offset-2 hover:underline"
            >
              {name}
            </Link>
            <Standing line={line} alerts={alerts} />
          </p>
          <p className="text-sm text-text-2 tabular">{line.address}</p>
        </div>
        <p
          className="text-right font-mono text-xs text-text-3 max-md:hidden"
          title={t`Id del número · id de la cuenta (WABA)`}
        >
          {line.phoneNumberId} · {line.wabaId}
        </p>
        <p className="text-xs whitespace-nowrap text-text-3 tabular max-md:hidden">
          <Trans>{line.messagesPerSecond} mensajes/s</Trans>
        </p>
        <Button
          className="max-md:h-11 md:w-26"
          aria-label={pausedSince ? t`Reanudar ${name}` : t`Pausar ${name}`}
          onPress={() => setAsking(true)}
        >
          {pausedSince ? (
            <Play size={13} fill="currentColor" strokeWidth={1} aria-hidden />
          ) : (
            <Pause size={13} fill="currentColor" strokeWidth={1} aria-hidden />
          )}
          {pausedSince ? <Trans>Reanudar</Trans> : <Trans>Pausar</Trans>}
        </Button>
      </div>
      {pausedSince && (
        <p className="pt-1 pl-10.5 text-sm text-text-2 tabular max-md:pl-9.5">
          {pausedSince}. <Trans>Los clientes pueden escribir; lo que está en cola espera.</Trans>
        </p>
      )}
      {alerts.length > 0 && (
        <div className="pt-2 pl-10.5 max-md:pl-0">
          <Alerts alerts={alerts} />
        </div>
      )}
      {line.reason && alerts.length === 0 && (
        <p className="pt-1 pl-10.5 text-sm text-danger max-md:pl-9.5">
          {line.reason === GIVEN_BACK
            ? t`Se dio de baja en Meta; para usarlo, regístrelo otra vez.`
            : t`Meta ya no acepta el acceso de Hilo: conecte el número otra vez.`}
        </p>
      )}
      {asking && <PauseDialog line={line} onClose={() => setAsking(false)} />}
    </li>
  )
}

function Standing({ line, alerts }: Props) {
  if (line.state === 'disconnected') {
    return (
      <Chip tone="danger">
        {line.reason === GIVEN_BACK ? <Trans>Dado de baja</Trans> : <Trans>Desconectado</Trans>}
      </Chip>
    )
  }
  if (line.pausedAt !== null) {
    return (
      <Chip tone="warn">
        <Pause size={10} fill="currentColor" strokeWidth={1} aria-hidden />
        <Trans>En pausa</Trans>
      </Chip>
    )
  }
  if (alerts.some(({ severity }) => severity === 'danger')) {
    return (
      <Chip tone="danger">
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
