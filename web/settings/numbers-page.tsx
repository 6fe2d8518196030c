import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, PlugZap } from 'lucide-react'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { useMe } from '../session/session.ts'
import { call } from '../api/api.ts'
import { say } from '../kit/toast.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { useAlerts } from '../number/use-alerts.ts'
import { BegunGuides } from './begun-guides.tsx'
import { LineRow } from './line-row.tsx'
import { SettingsFrame } from './settings-frame.tsx'

/** Our numbers: how each stands, and how to connect another. */
export function NumbersPage() {
  const { t, i18n } = useLingui()
  const me = useMe()
  const navigate = useNavigate()
  const alerts = useAlerts(i18n.locale)
  const begin = async () => {
    const result = await call('beginGuide', {})
    if (!result.ok) return say(result.error.title)
    await navigate({ to: '/settings/numbers/guide/$guideId', params: { guideId: result.value.id } })
  }
  if (!me.permissions.includes('line:manage')) {
    return (
      <div className="flex-1 bg-canvas">
        <Notice icon={<PlugZap size={20} aria-hidden />} title={t`Solo para administradores`}>
          {t`Quien administra la cuenta conecta los números.`}
        </Notice>
      </div>
    )
  }
  return (
    <SettingsFrame>
      <header className="flex items-start gap-4 pb-5 max-md:flex-col">
        <div className="min-w-0 flex-1">
          <PageHeading>{t`Números`}</PageHeading>
          <p className="text-sm text-text-2">
            <Trans>Los números de WhatsApp en los que escriben sus clientes.</Trans>
          </p>
        </div>
        <Button look="primary" className="max-md:h-11" data-testid="begin-guide" onPress={() => void begin()}>
          <Plus size={15} aria-hidden />
          <Trans>Conectar un número</Trans>
        </Button>
      </header>
      <ul className="overflow-hidden rounded-lg border border-border bg-surface">
        {me.lines.map((line) => (
          <LineRow key={line.id} line={line} alerts={alerts.filter(({ lineId }) => lineId === line.id)} />
        ))}
        {me.lines.length === 0 && (
          <li className="px-5 py-8 text-center text-sm text-text-2">
            <Trans>Todavía no hay ningún número conectado.</Trans>
          </li>
        )}
      </ul>
      <BegunGuides />
    </SettingsFrame>
  )
}
