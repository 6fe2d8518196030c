import { Trans, useLingui } from '@lingui/react/macro'
import { CircleHelp, LayoutTemplate, OctagonAlert, RotateCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { OutboundMessage } from '#core/message/message.ts'
import { fromMessageView } from '#contract/convert.ts'
import { call } from '../api/api.ts'
import { openTemplates } from '../composer/mode.ts'
import { putDraft } from '../composer/drafts.ts'
import { focusComposer } from '../composer/focus.ts'
import { timeOfDay } from '../i18n/time-words.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { Button } from '../kit/button.tsx'
import { say } from '../kit/toast.tsx'
import { removeEntry, useEntry } from '../outbox/outbox.ts'
import { sendAgain } from '../outbox/send.ts'
import { takeMessage } from '../store/loaders.ts'
import { explain } from './error-words.ts'
import { MovedOn } from './moved-on.tsx'
import { Note } from './note.tsx'

/** Under a message that will not arrive by itself: why, whose turn it is, and the button that helps. */
export function FailureNote({ message }: { readonly message: OutboundMessage }) {
  const { i18n } = useLingui()
  const entry = useEntry(message.messageId)
  const isEntry = entry !== undefined
  if (message.supersededBy !== null) {
    return (
      <p className="pt-1 text-xs text-text-3">
        <Trans>Se volvió a enviar abajo</Trans>
      </p>
    )
  }
  if (isEntry && entry.state === 'waiting' && entry.attempts > 0) {
    return (
      <p className="pt-1 text-xs font-medium text-warn">
        <Trans>Guardado; saldrá en cuanto vuelva la conexión</Trans>
      </p>
    )
  }
  if (message.status === 'unknown') return <UnknownNote message={message} />
  if (message.status !== 'failed' && message.status !== 'refused') return null
  if (message.problem?.code === 'thread-moved-on' && isEntry) return <MovedOn entry={entry} />
  const code = message.problem?.code ?? ''
  const { cause, next, step } = explain(code, message.problem?.details ?? message.problem?.title ?? '', i18n.locale)
  return (
    <Note icon={<OctagonAlert size={15} aria-hidden />} tone="danger">
      <p>
        {/^\d+$/.test(code) && <span className="mr-1.5 font-semibold tabular">{code}</span>}
        {cause} {next}
      </p>
      <span className="mt-1.5 flex flex-wrap gap-1.5 empty:hidden">
        {step === 'template' && (
          <Button size="sm" onPress={() => openTemplates(message.conversationId)}>
            <LayoutTemplate size={13} aria-hidden />
            <Trans>Enviar plantilla</Trans>
          </Button>
        )}
        {(isEntry ? step !== 'template' : step !== 'other-way') && (
          <Button size="sm" onPress={() => (isEntry ? void sendAgain(entry.key) : void retry(message))}>
            <RotateCw size={13} aria-hidden />
            <Trans>Reintentar</Trans>
          </Button>
        )}
        {isEntry && message.content.kind === 'text' && (
          <Button
            size="sm"
            onPress={() => {
              if (message.content.kind === 'text') putDraft(message.conversationId, { text: message.content.text })
              void removeEntry(entry.key)
              focusComposer()
            }}
          >
            <Trans>Volver a editar</Trans>
          </Button>
        )}
        {isEntry && (
          <Button size="sm" look="quiet" onPress={() => void removeEntry(entry.key)}>
            <Trash2 size={13} aria-hidden />
            <Trans>Quitar</Trans>
          </Button>
        )}
      </span>
    </Note>
  )
}

async function retry(message: OutboundMessage): Promise<void> {
  const result = await call('retryMessage', { params: { id: message.messageId } })
  if (result.ok) takeMessage(fromMessageView(result.value, message.accountId))
  else say(result.error.detail || result.error.title)
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
