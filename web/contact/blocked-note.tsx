import { Trans, useLingui } from '@lingui/react/macro'
import { Ban } from 'lucide-react'
import { useState } from 'react'
import type { ConversationId } from '#core/account/account.ts'
import type { Block } from '#core/contact/block.ts'
import { call } from '../api/api.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { Button } from '../kit/button.tsx'
import { say } from '../kit/toast.tsx'
import { useMe } from '../session/session.ts'

type Props = { readonly conversationId: ConversationId; readonly block: Block }

/** In place of the composer: who blocked this person, when and why, and the way back. */
export function BlockedNote({ conversationId, block }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const [busy, setBusy] = useState(false)
  const words = useBlockWords()(block)
  const unblock = async () => {
    setBusy(true)
    const result = await call('unblockContact', { params: { id: conversationId } })
    setBusy(false)
    say(result.ok ? t`Desbloqueada: ya puede escribir de nuevo` : result.error.detail || result.error.title)
  }
  return (
    <div data-testid="blocked-note" className="flex flex-wrap items-center gap-3 px-5 py-4">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-danger-soft text-danger">
        <Ban size={17} aria-hidden />
      </span>
      <div className="min-w-48 flex-1 text-sm">
        <p className="font-semibold text-text">
          <Trans>Persona bloqueada en este número</Trans>
        </p>
        <p className="text-text-2 [overflow-wrap:anywhere]">{block.reason}</p>
        <p className="text-xs text-text-2 tabular">{words}</p>
      </div>
      {me.permissions.includes('contact:block') && (
        <Button isDisabled={busy} onPress={() => void unblock()}>
          <Trans>Desbloquear</Trans>
        </Button>
      )}
    </div>
  )
}

/** Who blocked somebody and when. */
export function useBlockWords(): (block: Block) => string {
  const { t } = useLingui()
  const me = useMe()
  return ({ by, at }) => {
    const name = by.kind === 'agent' ? me.agents.find(({ id }) => id === by.agentId)?.name : null
    const when = shortDateTime(at, formatLocale())
    return name ? t`La bloqueó ${name}, ${when}` : t`La bloqueó otro sistema por la API, ${when}`
  }
}
