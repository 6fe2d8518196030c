import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarClock } from 'lucide-react'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { useMe } from '../../session/session.ts'
import { SettingsFrame } from '../settings-frame.tsx'
import { DoNotContact } from './do-not-contact.tsx'
import { History } from './history.tsx'
import { Laws } from './laws.tsx'
import { OwnRules } from './own-rules.tsx'
import { usePolicy } from './use-policy.ts'

/** When and how often people are contacted: the laws, what the company adds, what it set aside and why, and whom nobody may contact. */
export function ContactPage() {
  const { t } = useLingui()
  const me = useMe()
  if (!me.permissions.includes('policy:manage')) {
    return (
      <div className="flex-1 bg-canvas">
        <Notice icon={<CalendarClock size={20} aria-hidden />} title={t`Solo para administradores`}>
          {t`Quien administra la cuenta decide cuándo y cuánto se contacta.`}
        </Notice>
      </div>
    )
  }
  return (
    <SettingsFrame>
      <header className="pb-5">
        <PageHeading>{t`Contacto`}</PageHeading>
        <p className="text-sm text-text-2">
          <Trans>
            Cuándo y cuánto se escribe a quien no espera respuesta. Las respuestas a quien escribió salen siempre.
          </Trans>
        </p>
      </header>
      <Sections />
    </SettingsFrame>
  )
}

function Sections() {
  const { t } = useLingui()
  const { policy, failed, reload, keep } = usePolicy()
  if (policy === null) {
    return failed ? (
      <Notice icon={<CalendarClock size={20} aria-hidden />} title={t`No se pudo cargar`}>
        <Button onPress={reload}>
          <Trans>Reintentar</Trans>
        </Button>
      </Notice>
    ) : (
      <div className="h-60 animate-pulse rounded-lg border border-border bg-surface" aria-busy />
    )
  }
  return (
    <div className="flex flex-col gap-8">
      <Laws policy={policy} onChange={keep} />
      <OwnRules key={policy.exceptions.length} policy={policy} onChange={keep} />
      <DoNotContact onChange={reload} />
      <History newest={policy} />
    </div>
  )
}
