import { Trans, useLingui } from '@lingui/react/macro'
import { Bot, Headset } from 'lucide-react'
import { useState } from 'react'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { Control } from '#core/conversation/control.ts'
import { call } from '../api/api.ts'
import { focusComposer } from '../composer/focus.ts'
import { Button } from '../kit/button.tsx'
import { say } from '../kit/toast.tsx'

type Props = { readonly conversation: Conversation; readonly control: Control }

/** Who answers, where that may be somebody else than we: writing takes the conversation, and a button gives it back. */
export function ControlBanner({ conversation, control }: Props) {
  const { t } = useLingui()
  const [busy, setBusy] = useState(false)
  const isOurs = control.owner === 'us'
  const giveBack = async () => {
    setBusy(true)
    const result = await call('releaseConversation', { params: { id: conversation.conversationId } })
    setBusy(false)
    say(result.ok ? t`Devuelta al asistente de Meta` : result.error.detail)
  }
  return (
    <div
      role="status"
      data-testid="control-banner"
      data-owner={control.owner}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-border bg-surface px-4 py-2 text-sm"
    >
      <span className="flex min-w-0 flex-1 basis-72 items-start gap-2.5">
        <span className="mt-0.5 shrink-0 text-text-2">
          {isOurs ? <Headset size={16} aria-hidden /> : <Bot size={16} aria-hidden />}
        </span>
        <span className="min-w-0">
          <span className="font-semibold">
            {isOurs ? (
              <Trans>La atienden ustedes.</Trans>
            ) : control.owner === 'assistant' ? (
              <Trans>Lo atiende el asistente de Meta.</Trans>
            ) : (
              <Trans>La atiende otro sistema.</Trans>
            )}
          </span>{' '}
          <span className="text-xs text-text-2">
            {isOurs ? (
              <Trans>El asistente de Meta no contesta.</Trans>
            ) : (
              <Trans>Si usted escribe, la conversación pasa a ustedes.</Trans>
            )}
          </span>
        </span>
      </span>
      {isOurs ? (
        <Button size="sm" isDisabled={busy} onPress={() => void giveBack()}>
          <Trans>Devolver al asistente</Trans>
        </Button>
      ) : (
        <Button size="sm" onPress={focusComposer}>
          <Trans>Tomar escribiendo</Trans>
        </Button>
      )}
    </div>
  )
}
