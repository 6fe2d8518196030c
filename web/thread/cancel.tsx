import { Trans } from '@lingui/react/macro'
import { CircleX } from 'lucide-react'
import { useState } from 'react'
import type { OutboundMessage } from '#core/message/message.ts'
import { fromMessageView } from '#contract/convert.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { say } from '../kit/toast.tsx'
import { useEntry } from '../outbox/outbox.ts'
import { useMe } from '../session/session.ts'
import { takeMessage } from '../store/loaders.ts'

/** Whether this person may take this message back now; whether it has been claimed meanwhile, the server says. */
export function useMayCancel(message: OutboundMessage | null): boolean {
  const me = useMe()
  const entry = useEntry(message?.messageId ?? '')
  if (message === null || message.status !== 'queued' || entry !== undefined) return false
  const { author } = message
  const isMine = author.kind === 'agent' && author.agentId === me.agent?.id
  return isMine || me.permissions.includes('message:cancel')
}

export async function cancel(message: OutboundMessage): Promise<void> {
  const result = await call('cancelMessage', { params: { id: message.messageId } })
  if (result.ok) takeMessage(fromMessageView(result.value, message.accountId))
  else say(result.error.title || result.error.detail)
}

export function CancelButton({ message }: { readonly message: OutboundMessage }) {
  const [busy, setBusy] = useState(false)
  if (!useMayCancel(message)) return null
  const press = async () => {
    setBusy(true)
    await cancel(message)
    setBusy(false)
  }
  return (
    <Button size="sm" isDisabled={busy} data-testid="cancel-message" onPress={() => void press()}>
      <CircleX size={13} aria-hidden />
      <Trans>Cancelar envío</Trans>
    </Button>
  )
}
