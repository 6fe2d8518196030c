import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { PhoneCall } from 'lucide-react'
import { useState } from 'react'
import type { CallPermissionView } from '#contract/calls.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { fromIso } from '#contract/convert-actor.ts'
import { formatLocale, withWords } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { Button } from '../kit/button.tsx'
import { Chip } from '../kit/chip.tsx'
import { later } from '../kit/later.tsx'
import { useMe } from '../session/session.ts'
import { useCallPermission } from './use-call-permission.ts'

const Builder = later(withWords(() => import('../builder/builder.tsx')))

/** Whether this person lets us call them on the conversation's number, and the way to ask for it. */
export default function ContactCalls({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useLingui()
  const { permission, isFailed, again } = useCallPermission(conversation)
  return (
    <section className="border-t border-border px-4 py-3" data-testid="contact-calls">
      <h3 className="pb-1.5 text-2xs font-semibold tracking-[0.02em] text-text-3">{t`Llamadas de WhatsApp`}</h3>
      {permission && <Permission permission={permission} conversation={conversation} />}
      {isFailed && permission === null && (
        <p className="flex flex-wrap items-center gap-2 text-sm text-text-2">
          <Trans>No se pudo leer el permiso para llamar.</Trans>
          <Button size="sm" onPress={again}>
            <Trans>Reintentar</Trans>
          </Button>
        </p>
      )}
      {!isFailed && permission === null && <p className="h-5" aria-hidden />}
    </section>
  )
}

type Props = { readonly permission: CallPermissionView; readonly conversation: Conversation }

function Permission({ permission, conversation }: Props) {
  const { t } = useLingui()
  const { unanswered, unansweredMax } = permission
  const isHeld = permission.state === 'granted' || permission.state === 'permanent'
  const details = useDetails(permission)
  const names: Readonly<Record<CallPermissionView['state'], string>> = {
    none: t`sin permiso`,
    asked: t`pedido, sin respuesta`,
    granted: t`permitidas`,
    permanent: t`permitidas siempre`,
    expired: t`permiso vencido`,
    refused: t`no las permite`,
    revoked: t`permiso retirado`,
  }
  return (
    <div className="flex flex-col items-start gap-1.5 text-sm">
      <p>
        <Chip tone={TONES[permission.state]}>{names[permission.state]}</Chip>
        {details && <span className="block pt-0.5 text-xs text-text-2 tabular">{details}</span>}
      </p>
      {isHeld && unanswered > 0 && (
        <p className="text-xs text-warn">
          <Plural
            value={unanswered}
            one={`# llamada nuestra sin respuesta; si son ${unansweredMax} seguidas, WhatsApp retira el permiso.`}
            many={`# de llamadas nuestras seguidas sin respuesta; con ${unansweredMax}, WhatsApp retira el permiso.`}
            other={`# llamadas nuestras seguidas sin respuesta; con ${unansweredMax}, WhatsApp retira el permiso.`}
          />
        </p>
      )}
      <Ask permission={permission} conversation={conversation} />
    </div>
  )
}

const TONES = {
  none: 'plain',
  asked: 'warn',
  granted: 'success',
  permanent: 'success',
  expired: 'plain',
  refused: 'danger',
  revoked: 'danger',
} as const

/** Since when, until when and by whom; null: there is no more to tell. */
function useDetails({ state, at, until, automatic }: CallPermissionView): string | null {
  const { t } = useLingui()
  const day = (iso: string | null) => (iso === null ? '' : shortDateTime(fromIso(iso), formatLocale()))
  switch (state) {
    case 'none':
      return null
    case 'asked':
      return t`desde ${day(at)}; puede contestar hasta ${day(until)}`
    case 'granted':
      return t`hasta ${day(until)}`
    case 'revoked':
      return automatic ? t`desde ${day(at)}, por WhatsApp: no contestó nuestras llamadas` : t`desde ${day(at)}`
    default:
      return t`desde ${day(at)}`
  }
}

/** The way to ask, with the limit told before it is reached; or why not, and from when on. */
function Ask({ permission: { state, ask, askFrom, limits }, conversation }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const [asking, setAsking] = useState(false)
  if (!me.permissions.includes('message:send') || state === 'permanent') return null
  const longest = limits.at(-1)
  const left = longest ? longest.max - longest.used : 0
  const days = Math.round((longest?.hours ?? 0) / 24)
  const words = ask.reasons.filter(({ code }) => code !== 'call-asked-lately').map(({ message }) => message)
  return (
    <>
      {ask.kind === 'allowed' && (
        <Button size="sm" onPress={() => setAsking(true)}>
          <PhoneCall size={14} aria-hidden />
          {state === 'none' ? <Trans>Pedir permiso</Trans> : <Trans>Pedirlo otra vez</Trans>}
        </Button>
      )}
      {words.map((why) => (
        <p key={why} className="text-xs text-text-2">
          {why}
        </p>
      ))}
      <p className="text-xs text-text-3">
        {askFrom !== null ? (
          <Trans>
            Ya se pidió cuantas veces deja WhatsApp: otra vez desde {shortDateTime(fromIso(askFrom), formatLocale())}.
          </Trans>
        ) : (
          <Plural
            value={left}
            one={`WhatsApp limita cuántas veces se pide: en ${days} días queda #.`}
            many={`WhatsApp limita cuántas veces se pide: en ${days} días quedan #.`}
            other={`WhatsApp limita cuántas veces se pide: en ${days} días quedan #.`}
          />
        )}
      </p>
      {asking && (
        <Builder
          conversation={conversation}
          replyTo={null}
          start={{ kind: 'call-request', body: t`¿Nos permite llamarle por WhatsApp?` }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
