import { Trans } from '@lingui/react/macro'
import {
  ArrowLeftRight,
  BadgeDollarSign,
  Bot,
  DoorOpen,
  Headset,
  Info,
  Pencil,
  Phone,
  PhoneMissed,
  SmilePlus,
  Trash2,
  UsersRound,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Call, Content } from '#core/message/content.ts'
import type { Message } from '#core/message/message.ts'
import { GroupEventText } from '../group/group-event.tsx'
import { formatLocale } from '../i18n/i18n.ts'
import { timeOfDay } from '../i18n/time-words.ts'
import { cx } from '../kit/cx.ts'
import { money } from './money.ts'

/** What is no message of anybody: the platform's notes, calls, payments, and changes to messages that are not here. */
export function ThreadLine({ message }: { readonly message: Message }) {
  const { icon, text, isMissed } = lineOf(message)
  return (
    <div
      data-testid="thread-message"
      data-message-id={message.messageId}
      data-wire-id={message.wireId ?? undefined}
      data-direction={message.direction}
      className="flex justify-center px-6 py-1.5"
    >
      <p
        className={cx(
          'flex max-w-140 items-start gap-2',
          isMissed ? 'rounded-md bg-danger-soft px-3 py-1.5 text-sm font-semibold text-danger' : 'text-xs text-text-2',
        )}
      >
        <span className={cx('shrink-0', isMissed ? 'mt-0.75' : 'mt-px text-text-3')}>{icon}</span>
        <span>
          {text}{' '}
          <span className={cx('tabular', isMissed ? 'font-normal' : 'text-text-3')}>
            · {timeOfDay(message.at, formatLocale())}
          </span>
        </span>
      </p>
    </div>
  )
}

type Line = {
  readonly icon: ReactNode
  readonly text: ReactNode
  /** They called and we did not take it: nobody may overlook it. */
  readonly isMissed?: boolean
}

function lineOf({ content, direction }: Message): Line {
  switch (content.kind) {
    case 'reaction': {
      const emoji = content.emoji ?? ''
      return {
        icon: <SmilePlus size={14} aria-hidden />,
        text:
          direction === 'in' ? (
            <Trans>Reaccionó con {emoji} a un mensaje que no está aquí</Trans>
          ) : (
            <Trans>Reaccionamos con {emoji} a un mensaje que no está aquí</Trans>
          ),
      }
    }
    case 'edit':
      return content.content.kind === 'call'
        ? callLine(content.content)
        : { icon: <Pencil size={14} aria-hidden />, text: <Trans>Editó un mensaje que no está aquí</Trans> }
    case 'revoke':
      return { icon: <Trash2 size={14} aria-hidden />, text: <Trans>Eliminó un mensaje que no está aquí</Trans> }
    case 'call':
      return callLine(content)
    case 'payment':
      return paymentLine(content)
    case 'welcome':
      return { icon: <DoorOpen size={14} aria-hidden />, text: <Trans>Abrió el chat por primera vez</Trans> }
    case 'group-event':
      return { icon: <UsersRound size={14} aria-hidden />, text: <GroupEventText content={content} /> }
    case 'handover':
      return handoverLine(content)
    case 'system':
      return {
        icon: content.change.includes('number') ? (
          <ArrowLeftRight size={14} aria-hidden />
        ) : (
          <Info size={14} aria-hidden />
        ),
        text: <SystemText content={content} />,
      }
    default:
      return { icon: <Info size={14} aria-hidden />, text: content.kind }
  }
}

/** WhatsApp says these in English; what it says besides its numbers is said in the reader's language. */
function SystemText({ content: { change, text } }: { readonly content: Extract<Content, { kind: 'system' }> }) {
  if (change === 'customer_identity_changed') return <Trans>Cambió su código de seguridad</Trans>
  if (change === 'user_changed_user_id') return <Trans>Cambió su identificador de WhatsApp</Trans>
  if (!change.endsWith('_changed_number')) return text || change
  const [before, after] = text.match(/\d{8,15}/g) ?? []
  return before && after ? (
    <Trans>
      Cambió de número: antes +{before}, ahora +{after}
    </Trans>
  ) : (
    <Trans>Cambió de número</Trans>
  )
}

function callLine({ by, state, seconds }: Call): Line {
  const missed = state === 'missed' || state === 'rejected'
  return {
    icon: missed ? <PhoneMissed size={14} className="text-danger" aria-hidden /> : <Phone size={14} aria-hidden />,
    text: by === 'contact' ? theirCall(state, seconds) : ourCall(state, seconds),
    isMissed: missed && by === 'contact',
  }
}

function theirCall(state: Call['state'], seconds: number | null): ReactNode {
  if (state === 'missed' || state === 'rejected') return <Trans>Llamada perdida</Trans>
  if (state === 'ended') return <Trans>Llamó: {lengthOf(seconds)}</Trans>
  return <Trans>Está llamando</Trans>
}

function ourCall(state: Call['state'], seconds: number | null): ReactNode {
  if (state === 'missed') return <Trans>Llamamos y no contestó</Trans>
  if (state === 'rejected') return <Trans>Llamamos y rechazó la llamada</Trans>
  if (state === 'ended') return <Trans>Llamamos: {lengthOf(seconds)}</Trans>
  return <Trans>Le estamos llamando</Trans>
}

/** Minutes and seconds: 3:05. */
function lengthOf(seconds: number | null): string {
  const whole = Math.round(seconds ?? 0)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function paymentLine({ state, amountMicros, currency, reference }: Extract<Content, { kind: 'payment' }>): Line {
  const amount = amountMicros === null || currency === null ? '' : money(amountMicros / 1_000_000, currency)
  const about = [amount, reference].filter(Boolean).join(' · ')
  return { icon: <BadgeDollarSign size={14} aria-hidden />, text: paymentWords(state, about) }
}

function paymentWords(state: string, about: string): ReactNode {
  if (state === 'captured' || state === 'success') return <Trans>Pago recibido: {about}</Trans>
  if (state === 'failed') return <Trans>El pago falló: {about}</Trans>
  if (state === 'pending') return <Trans>Pago en curso: {about}</Trans>
  return (
    <Trans>
      Pago ({state}): {about}
    </Trans>
  )
}

function handoverLine({ to }: Extract<Content, { kind: 'handover' }>): Line {
  if (to === 'assistant') {
    return {
      icon: <Bot size={14} aria-hidden />,
      text: <Trans>El asistente de Meta atiende desde aquí; quien escriba toma la conversación</Trans>,
    }
  }
  const icon = <Headset size={14} aria-hidden />
  return to === 'us'
    ? { icon, text: <Trans>La conversación pasó a nosotros</Trans> }
    : { icon, text: <Trans>Otro sistema atiende esta conversación</Trans> }
}
