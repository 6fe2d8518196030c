import { Trans } from '@lingui/react/macro'
import { CircleHelp, RotateCw } from 'lucide-react'
import { useState } from 'react'
import type { OutboundMessage } from '#core/message/message.ts'
import { timeOfDay } from '../i18n/time-words.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { Button } from '../kit/button.tsx'
import { later } from '../kit/later.tsx'
import { useEntry } from '../outbox/outbox.ts'
import { retry } from './retry.ts'
import { Note } from './note.tsx'

const MovedOn = later(() => import('./moved-on.tsx'), <div className="h-16" />)
/** As high as its two lines and the button. */
const HeldNote = later(() => import('./held-note.tsx'), <div className="h-21" />)
/** As high as a cause, its advice, whose turn it is and the buttons. */
const Explained = later(() => import('./explained.tsx'), <div className="h-28" />)

/** Under a message that will not arrive by itself: why, whose turn it is, and the button that helps. */
export function FailureNote({ message }: { readonly message: OutboundMessage }) {
  const entry = useEntry(message.messageId)
  if (message.history) return null
  if (message.supersededBy !== null) {
    return (
      <p className="pt-1 text-xs text-text-3">
        <Trans>Se volvió a enviar abajo</Trans>
      </p>
    )
  }
  if (entry?.state === 'waiting' && entry.attempts > 0) {
    return (
      <p className="pt-1 text-xs font-medium text-warn">
        <Trans>Guardado; saldrá en cuanto vuelva la conexión</Trans>
      </p>
    )
  }
  if (message.status === 'cancelled') {
    return (
      <p className="pt-1 text-xs text-text-3" data-testid="cancelled-note">
        <Trans>Cancelado: no salió</Trans>
      </p>
    )
  }
  if (message.status === 'queued') {
    return message.right?.kind === 'deferred' ? <HeldNote message={message} right={message.right} /> : null
  }
  if (message.status === 'unknown') return <UnknownNote message={message} />
  if (message.status !== 'failed' && message.status !== 'refused') return null
  if (message.problem?.code === 'thread-moved-on' && entry) return <MovedOn entry={entry} />
  return <Explained message={message} entry={entry} />
}

/** It left us and nobody confirmed it: sending again may double it, so a person decides. */
function UnknownNote({ message }: { readonly message: OutboundMessage }) {
  const [waiting, setWaiting] = useState(false)
  const at = timeOfDay(message.at, formatLocale())
  return (
    <Note icon={<CircleHelp size={15} aria-hidden />} tone="warn">
      <p>
        {waiting ? (
          <Trans>Sin confirmación desde las {at}. Si WhatsApp la envía, se verá aquí.</Trans>
        ) : (
          <Trans>WhatsApp no confirmó este mensaje: puede haber llegado o no. ¿Qué hacemos?</Trans>
        )}
      </p>
      <span className="mt-1.5 flex gap-1.5">
        <Button size="sm" onPress={() => void retry(message)}>
          <RotateCw size={13} aria-hidden />
          <Trans>Enviar otra vez</Trans>
        </Button>
        {!waiting && (
          <Button size="sm" look="quiet" onPress={() => setWaiting(true)}>
            <Trans>Esperar</Trans>
          </Button>
        )}
      </span>
    </Note>
  )
}
