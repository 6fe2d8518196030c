import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { HoldView } from '#contract/privacy.ts'
import { call } from '../api/api.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { useSpelled } from '../contact/use-name.ts'
import { Button } from '../kit/button.tsx'
import { Chip } from '../kit/chip.tsx'
import { say } from '../kit/toast.tsx'
import { useMe } from '../session/session.ts'
import { lastDay } from './words.ts'

type Props = { readonly hold: HoldView; readonly withName: boolean; readonly onChange: () => void }

/** One hold: on whom, why, until when, and who set it. */
export function HoldRow({ hold, withName, onChange }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const [busy, setBusy] = useState(false)
  const { contact, reason, setAt, setBy, until } = hold
  const at = shortDateTime(Date.parse(setAt), formatLocale())
  const spelled = useSpelled()
  const by = setBy.name ?? t`la API`
  const lift = async () => {
    setBusy(true)
    const lifted = await call('liftHold', { params: { id: hold.id } })
    setBusy(false)
    say(lifted.ok ? t`Retención levantada` : lifted.error.detail || lifted.error.title)
    onChange()
  }
  return (
    <li data-testid="hold" className="flex flex-wrap items-start gap-3 border-b border-border px-4 py-3 last:border-0">
      <div className="min-w-56 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {withName && (
            <span className="text-md font-semibold">
              {contact.name === null ? t`Persona borrada` : spelled(contact.name)}
            </span>
          )}
          <Chip tone="warn">{until === null ? t`sin fecha de fin` : t`hasta el ${lastDay(until)}`}</Chip>
        </p>
        {reason && <p className="pt-0.5 text-sm break-words text-text">{reason}</p>}
        <p className="pt-0.5 text-sm text-text-2 tabular">{t`Puesta por ${by}, ${at}`}</p>
      </div>
      {me.permissions.includes('privacy:manage') && (
        <Button size="sm" className="max-md:h-11" isDisabled={busy} onPress={() => void lift()}>
          <Trans>Levantar</Trans>
        </Button>
      )}
    </li>
  )
}
