import { Trans, useLingui } from '@lingui/react/macro'
import { Ban } from 'lucide-react'
import { useState } from 'react'
import type { ConversationId } from '#core/account/account.ts'
import type { Block } from '#core/contact/block.ts'
import type { Contact } from '#core/contact/contact.ts'
import { ownerOf } from '#core/contact/part.ts'
import { call } from '../api/api.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { Button } from '../kit/button.tsx'
import { say } from '../kit/toast.tsx'
import { useMe } from '../session/session.ts'
import { phoneWords } from './phone.ts'

type Props = { readonly contact: Contact; readonly conversationId: ConversationId; readonly block: Block }

/** In place of the composer: who blocked this person, when and why, and the way back. */
export default function BlockedNote({ contact, conversationId, block }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const [busy, setBusy] = useState(false)
  const words = useBlockWords()(block)
  const unblock = async () => {
    setBusy(true)
    const result = await call('unblockContact', { params: { id: conversationId } })
    setBusy(false)
    if (!result.ok) return say(result.error.detail || result.error.title)
    const isWhole = !result.value.contact.blocks.some(({ lineId }) => lineId === block.lineId)
    if (isWhole) say(t`Desbloqueada: ya puede escribir de nuevo`)
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
        <BlockRest contact={contact} block={block} />
      </div>
      {me.permissions.includes('contact:block') && (
        <Button isDisabled={busy} onPress={() => void unblock()}>
          <Trans>Desbloquear</Trans>
        </Button>
      )}
    </div>
  )
}

/** Of merged contacts: from which numbers WhatsApp does not do yet what was asked of it. Nothing where it does. */
export function BlockRest({ contact, block }: Pick<Props, 'contact' | 'block'>) {
  const { t } = useLingui()
  const me = useMe()
  if (!block.through) return null
  const isLifting = block.liftedBy !== undefined
  const left = contact.addresses.filter(
    (address) => address.kind === 'phone' && block.through?.includes(ownerOf(address, contact)) !== isLifting,
  )
  const numbers = left.map(({ value }) => phoneWords(value, me.account.country)).join(', ') || t`otro de sus números`
  return (
    <p role="status" className="pt-1 text-xs text-warn tabular" data-testid="block-rest">
      {isLifting
        ? t`WhatsApp aún retiene lo que escribe desde ${numbers}; se lo volvemos a pedir.`
        : t`WhatsApp aún deja pasar lo que escribe desde ${numbers}; se bloqueará en cuanto escriba.`}
    </p>
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
