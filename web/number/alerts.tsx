import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { OctagonAlert, Plug, TriangleAlert } from 'lucide-react'
import type { AlertView } from '#contract/number.ts'
import { call } from '../api/api.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { LinkButton } from '../kit/link-button.tsx'
import { say } from '../kit/toast.tsx'

/** What is over as soon as the number is connected again. */
const CONNECTS: ReadonlySet<string> = new Set([
  ...['line-cut-off', 'line-moved-away', 'line-missing-there', 'webhooks-elsewhere', 'webhooks-silent'],
  ...['access-ending', 'access-lacking', 'account-deleted', 'account-disconnected', 'partner-removed'],
])

/** What is wrong with a number and what helps; nothing when nothing is. */
export function Alerts({ alerts }: { readonly alerts: readonly AlertView[] }) {
  if (alerts.length === 0) return null
  // One way out is enough, beside the first that needs it.
  const first = alerts.find(({ code }) => CONNECTS.has(code))
  return (
    <ul className="flex flex-col gap-2">
      {alerts.map((alert) => (
        <li
          key={`${alert.lineId} ${alert.code}`}
          data-testid="alert"
          data-code={alert.code}
          className={cx('flex gap-2.5 rounded-md px-3.5 py-2.5 text-sm', LOOKS[alert.severity])}
        >
          {alert.severity === 'danger' ? (
            <OctagonAlert size={16} className="mt-0.5 shrink-0" aria-hidden />
          ) : (
            <TriangleAlert size={16} className="mt-0.5 shrink-0" aria-hidden />
          )}
          <Told alert={alert}>
            {alert === first && <ConnectAgain lineId={alert.lineId} />}
            {alert.code === 'line-unregistered' && (
              <LinkButton to="/settings/numbers/$lineId" params={{ lineId: alert.lineId }} hash="safety">
                <Trans>Registrar otra vez</Trans>
              </LinkButton>
            )}
          </Told>
        </li>
      ))}
    </ul>
  )
}

type ToldProps = { readonly alert: AlertView; readonly children: React.ReactNode }

function Told({ alert: { title, advice, details, since, until }, children }: ToldProps) {
  const time = (at: string) => shortDateTime(Date.parse(at), formatLocale())
  const said = details.join(' ')
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-60 flex-1">
        <p className="font-semibold text-pretty">{title}</p>
        <p className="text-pretty text-text">{advice}</p>
        <p className="flex flex-wrap gap-x-1.5 pt-0.5 text-xs tabular">
          <span>{until === null ? <Trans>desde {time(since)}</Trans> : <Trans>el {time(until)}</Trans>}</span>
          {said !== '' && (
            <>
              <span aria-hidden>·</span>
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <Trans>Meta dice: {said}</Trans>
              </span>
            </>
          )}
        </p>
      </div>
      {children}
    </div>
  )
}

/** Opens the guide of the number where it is connected. */
function ConnectAgain({ lineId }: { readonly lineId: string }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const open = async () => {
    const result = await call('reconnectLine', { params: { id: lineId } })
    if (!result.ok) return say(result.error.title)
    const search = { step: 'connect' as const, again: true as const }
    await navigate({ to: '/settings/numbers/guide/$guideId', params: { guideId: result.value.id }, search })
  }
  return (
    <Button className="max-md:h-11" onPress={() => void open()} data-testid="connect-again">
      <Plug size={14} aria-hidden />
      {t`Conectar otra vez`}
    </Button>
  )
}

const LOOKS = { danger: 'bg-danger-soft text-danger', warning: 'bg-warn-soft text-warn', info: 'bg-chip text-text-2' }
