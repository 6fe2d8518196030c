import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { LayoutTemplate, Pencil, RotateCw, Settings, Trash2 } from 'lucide-react'
import type { OutboundMessage } from '#core/message/message.ts'
import { explainProblem } from '#core/problem/explain.ts'
import { putDraft } from '../composer/drafts.ts'
import { focusComposer } from '../composer/focus.ts'
import { openTemplates } from '../composer/mode.ts'
import { Button } from '../kit/button.tsx'
import type { OutboxEntry } from '../outbox/entry.ts'
import { removeEntry } from '../outbox/outbox.ts'
import { sendAgain } from '../outbox/send.ts'
import { useMe } from '../session/session.ts'
import { retry } from './retry.ts'

type Props = {
  readonly message: OutboundMessage
  /** While the message waits on this machine and the server never took it. */
  readonly entry: OutboxEntry | undefined
}

/** The buttons that do what is advised, as far as it can be done here; none where nothing helps. */
export function FailureActions({ message, entry }: Props) {
  const me = useMe()
  const { conversationId, content } = message
  const { nextStep, again, scope } = explainProblem(message.problem?.code ?? '', 'en')
  const isTemplate = content.kind === 'template'
  const wantsTemplate =
    nextStep === 'template' || nextStep === 'other-template' || (nextStep === 'correct' && isTemplate)
  const mayMend = nextStep === 'administrator' && scope === 'line' && me.permissions.includes('line:manage')
  return (
    <span className="mt-1.5 flex flex-wrap gap-1.5 empty:hidden">
      {wantsTemplate && (
        <Button size="sm" onPress={() => openTemplates(conversationId)}>
          <LayoutTemplate size={13} aria-hidden />
          {isTemplate ? <Trans>Elegir plantilla</Trans> : <Trans>Enviar plantilla</Trans>}
        </Button>
      )}
      {mayMend && (
        <Link
          to="/settings/numbers"
          className="inline-flex h-7 items-center gap-1.5 rounded-md border border-border bg-surface px-2.5 text-xs font-medium text-text transition-colors duration-90 hover:bg-hover"
        >
          <Settings size={13} aria-hidden />
          <Trans>Ir a los números</Trans>
        </Link>
      )}
      {again !== 'never' && (
        <Button size="sm" onPress={() => (entry ? void sendAgain(entry.key) : void retry(message))}>
          <RotateCw size={13} aria-hidden />
          <Trans>Reintentar</Trans>
        </Button>
      )}
      {content.kind === 'text' && (entry !== undefined || nextStep === 'correct') && (
        <Button
          size="sm"
          onPress={() => {
            putDraft(conversationId, { text: content.text })
            if (entry) void removeEntry(entry.key)
            focusComposer()
          }}
        >
          <Pencil size={13} aria-hidden />
          <Trans>Volver a editar</Trans>
        </Button>
      )}
      {entry && (
        <Button size="sm" look="quiet" onPress={() => void removeEntry(entry.key)}>
          <Trash2 size={13} aria-hidden />
          <Trans>Quitar</Trans>
        </Button>
      )}
    </span>
  )
}
