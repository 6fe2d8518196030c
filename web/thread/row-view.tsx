import { Trans } from '@lingui/react/macro'
import { ArrowLeftRight, Info, Pencil, SmilePlus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Message } from '#core/message/message.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { timeOfDay } from '../i18n/time-words.ts'
import { Album } from './album.tsx'
import { Bubble } from './bubble.tsx'
import type { Row } from './rows.ts'

type Props = { readonly row: Exclude<Row, { kind: 'day' | 'unread' }>; readonly lit: string | null }

export function RowView({ row, lit }: Props) {
  if (row.kind === 'line') return <SystemLine message={row.message} />
  if (row.kind === 'album') return <Album messages={row.messages} first={row.first} lit={lit} />
  return <Bubble message={row.message} first={row.first} lit={lit === row.message.messageId} />
}

/** What is no message of anybody: the platform's notes, and changes to messages that are not here. */
function SystemLine({ message }: { readonly message: Message }) {
  const { icon, text } = lineOf(message)
  return (
    <div
      data-testid="thread-message"
      data-message-id={message.messageId}
      data-wire-id={message.wireId ?? undefined}
      data-direction={message.direction}
      className="flex justify-center px-6 py-1.5"
    >
      <p className="flex max-w-140 items-start gap-2 text-xs text-text-2">
        <span className="mt-px shrink-0 text-text-3">{icon}</span>
        <span>
          {text} <span className="text-text-3 tabular">· {timeOfDay(message.at, formatLocale())}</span>
        </span>
      </p>
    </div>
  )
}

function lineOf({ content, direction }: Message): { icon: ReactNode; text: ReactNode } {
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
      return { icon: <Pencil size={14} aria-hidden />, text: <Trans>Editó un mensaje que no está aquí</Trans> }
    case 'revoke':
      return { icon: <Trash2 size={14} aria-hidden />, text: <Trans>Eliminó un mensaje que no está aquí</Trans> }
    case 'system':
      return {
        icon: content.change.includes('number') ? (
          <ArrowLeftRight size={14} aria-hidden />
        ) : (
          <Info size={14} aria-hidden />
        ),
        text: content.text || content.change,
      }
    default:
      return { icon: <Info size={14} aria-hidden />, text: content.kind }
  }
}
