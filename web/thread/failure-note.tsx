import { Trans, useLingui } from '@lingui/react/macro'
import { CircleHelp, OctagonAlert, RotateCw } from 'lucide-react'
import { useState } from 'react'
import type { OutboundMessage } from '#core/message/message.ts'
import { explainProblem } from '#core/problem/explain.ts'
import type { Fault } from '#core/problem/problem.ts'
import { languageOf } from '#base/language.ts'
import { timeOfDay } from '../i18n/time-words.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { Button } from '../kit/button.tsx'
import type { OutboxEntry } from '../outbox/entry.ts'
import { useEntry } from '../outbox/outbox.ts'
import { FailureActions, retry } from './failure-actions.tsx'
import { HeldNote } from './held-note.tsx'
import { MovedOn } from './moved-on.tsx'
import { Note } from './note.tsx'

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
  if (message.status === 'queued') return <HeldNote message={message} />
  if (message.status === 'unknown') return <UnknownNote message={message} />
  if (message.status !== 'failed' && message.status !== 'refused') return null
  if (message.problem?.code === 'thread-moved-on' && entry) return <MovedOn entry={entry} />
  return <Explained message={message} entry={entry} />
}

/** `entry` while the message waits on this machine and the server never took it. */
function Explained({ message, entry }: { readonly message: OutboundMessage; readonly entry: OutboxEntry | undefined }) {
  const { i18n } = useLingui()
  const faults = useFaultNames()
  const code = message.problem?.code ?? ''
  const { cause, advice, fault, known } = explainProblem(code, languageOf(i18n.locale))
  const said = message.problem?.details ?? message.problem?.title ?? null
  return (
    <Note icon={<OctagonAlert size={15} aria-hidden />} tone="danger">
      <p className="font-semibold">{cause}</p>
      <p className="text-text">{advice}</p>
      <p className="pt-0.5 text-text-2">
        {/^\d+$/.test(code) && <span className="tabular">{code} · </span>}
        {faults[fault]}
        {!known && said !== null && <> · {said}</>}
      </p>
      <FailureActions message={message} entry={entry} />
      {known && said !== null && <Said words={said} />}
    </Note>
  )
}

/** What Meta wrote, in its own language, for whoever repairs it. */
function Said({ words }: { readonly words: string }) {
  return (
    <details className="pt-1 text-text-2">
      <summary className="cursor-pointer">
        <Trans>Lo que dice Meta</Trans>
      </summary>
      <p lang="en" className="pt-0.5 break-words">
        {words}
      </p>
    </details>
  )
}

function useFaultNames(): Readonly<Record<Fault, string>> {
  const { t } = useLingui()
  return {
    us: t`Depende de Hilo`,
    company: t`Depende de la cuenta de la empresa`,
    customer: t`Depende de la persona`,
    platform: t`Depende de Meta`,
    content: t`Depende de lo que se envió`,
  }
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
