import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import type { HoldView, PrivacyRequestView } from '#contract/privacy.ts'
import { useSpelled } from '../contact/use-name.ts'
import { useNow } from '../feed/clock.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { duration, shortDateTime } from '../i18n/time-words.ts'
import { Chip } from '../kit/chip.tsx'
import { Button } from '../kit/button.tsx'
import { useMe } from '../session/session.ts'
import { RequestActions } from './request-actions.tsx'
import { daysLeft, lastDay, usePrivacyWords, useRemovedWords } from './words.ts'

type Props = {
  readonly request: PrivacyRequestView
  /** The hold in force on the person. */
  readonly hold: HoldView | null
  readonly withName: boolean
  readonly onChange: () => void
}

/** One request: whose, by when, how it stands, and what can be done now. */
export function RequestRow({ request, hold, withName, onChange }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const words = usePrivacyWords()
  const spelled = useSpelled()
  const removedWords = useRemovedWords()
  const [open, setOpen] = useState(false)
  const { kind, contact, askedBy, askedAt, way, evidence, law, steps, removed } = request
  const locale = formatLocale()
  const last = steps.at(-1)
  const isHeld = hold !== null && kind === 'erase' && request.state === 'open'
  return (
    <li data-testid="privacy-request" className="border-b border-border px-4 py-3 last:border-0">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-56 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="text-md font-semibold">
              {!withName ? words.kind[kind] : contact.name === null ? t`Persona borrada` : spelled(contact.name)}
            </span>
            {withName && <Chip>{words.kind[kind]}</Chip>}
            <State request={request} />
          </p>
          <p className="pt-0.5 text-sm text-text-2 tabular">
            <Trans>
              Pedido el {shortDateTime(Date.parse(askedAt), locale)} {words.way[way]}
            </Trans>
            {askedBy && <> · {askedBy}</>}
            {evidence && <> · {evidence}</>}
          </p>
          {isHeld && (
            <p className="flex items-start gap-1.5 pt-1 text-sm text-warn">
              <LockKeyhole size={14} aria-hidden className="mt-0.75 shrink-0" />
              <span>
                <Trans>Con retención: {hold.reason}</Trans>
              </span>
            </p>
          )}
          {last?.what === 'declined' && last.note && <p className="pt-1 text-sm text-text-2">{last.note}</p>}
          {removed && <p className="pt-1 text-sm text-text-2 tabular">{t`Se borró: ${removedWords(removed)}`}</p>}
        </div>
        <div className="flex flex-wrap items-center gap-1.5 max-md:w-full">
          {me.permissions.includes('privacy:manage') && (
            <RequestActions request={request} isHeld={isHeld} onChange={onChange} />
          )}
          <Button look="quiet" size="sm" aria-expanded={open} onPress={() => setOpen(!open)} className="max-md:h-11">
            <Trans>Historial</Trans>
          </Button>
        </div>
      </div>
      {open && (
        <ol className="mt-2 flex flex-col gap-1 rounded-md bg-canvas px-3 py-2 text-sm text-text-2">
          {steps.map(({ what, at, by, note }) => (
            <li key={`${what} ${at}`} className="tabular">
              <span className="font-medium text-text">{words.step[what]}</span> ·{' '}
              {shortDateTime(Date.parse(at), locale)}
              {by.name && <> · {by.name}</>}
              {note && <> · {note}</>}
            </li>
          ))}
          <li className="pt-1 text-xs text-text-3">
            {law === null ? t`No conocemos la ley de su país: se toma un mes, como en Europa.` : t`Plazo según: ${law}`}
          </li>
        </ol>
      )}
    </li>
  )
}

function State({ request: { state, dueAt, carryOutAt } }: { readonly request: PrivacyRequestView }) {
  const { t } = useLingui()
  const now = useNow()
  const words = usePrivacyWords()
  if (state === 'done' || state === 'declined') {
    return <Chip tone={state === 'done' ? 'success' : 'plain'}>{words.state[state]}</Chip>
  }
  if (state === 'scheduled' && carryOutAt !== null) {
    const left = Date.parse(carryOutAt) - now
    return <Chip tone="danger">{left > 0 ? t`se borrará en ${duration(left)}` : words.state.erasing}</Chip>
  }
  if (state === 'erasing') return <Chip tone="danger">{words.state.erasing}</Chip>
  const left = daysLeft(dueAt, now)
  const day = lastDay(dueAt)
  if (left < 0) {
    const late = -left
    return (
      <Chip tone="danger">
        <Plural value={late} one="vencida hace # día" many="vencida hace # de días" other="vencida hace # días" />
      </Chip>
    )
  }
  return <Chip tone={left <= SOON_DAYS ? 'warn' : 'plain'}>{left === 0 ? t`vence hoy` : t`vence el ${day}`}</Chip>
}
/** From here on a term is about to run out. */
const SOON_DAYS = 3
