import { Trans, useLingui } from '@lingui/react/macro'
import { Ban } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { blockOf, mayBlock } from '#core/contact/block.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { call } from '../api/api.ts'
import { useNow } from '../feed/clock.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Field } from '../kit/field.tsx'
import { useMe } from '../session/session.ts'
import { BlockRest, useBlockWords } from './blocked-note.tsx'

type Props = { readonly contact: Contact; readonly conversation: Conversation }

/** Whether this person is blocked on the conversation's number, and the way to block them. */
export function ContactBlock({ contact, conversation }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const now = useNow()
  const [asking, setAsking] = useState(false)
  const words = useBlockWords()
  const block = blockOf(contact, conversation.lineId)
  const may = me.permissions.includes('contact:block')
  if (!block && !may) return null
  return (
    <section className="border-t border-border px-4 py-3" data-testid="contact-block">
      <h3 className="pb-1.5 text-2xs font-semibold tracking-[0.02em] text-text-3">{t`Bloqueo`}</h3>
      {block ? (
        <>
          <p className="text-sm">
            <span className="block font-medium [overflow-wrap:anywhere]">{block.reason}</span>
            <span className="text-xs text-text-2 tabular">{words(block)}</span>
          </p>
          <BlockRest contact={contact} block={block} />
        </>
      ) : mayBlock(conversation, now) ? (
        <Button onPress={() => setAsking(true)}>
          <Ban size={15} aria-hidden />
          <Trans>Bloquear</Trans>
        </Button>
      ) : (
        <p className="text-sm text-text-2">
          <Trans>Solo se puede bloquear a quien escribió en las últimas 24 horas.</Trans>
        </p>
      )}
      {asking && <BlockDialog conversation={conversation} onClose={() => setAsking(false)} />}
    </section>
  )
}

const SHORTEST_REASON = 3
const LONGEST_REASON = 500

function BlockDialog({ conversation, onClose }: Pick<Props, 'conversation'> & { readonly onClose: () => void }) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const ready = reason.trim().length >= SHORTEST_REASON && !busy
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    setBusy(true)
    const body = { reason: reason.trim() }
    const result = await call('blockContact', { params: { id: conversation.conversationId }, body })
    setBusy(false)
    if (!result.ok) return setProblem(result.error.detail || result.error.title)
    onClose()
  }
  return (
    <Dialog label={t`Bloquear a esta persona`} onClose={onClose} width="sm">
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3 px-5 pt-2 pb-5">
        <p className="text-sm text-text-2">
          <Trans>
            WhatsApp no le avisa. Lo que escriba a este número no llegará, y desde aquí no se le podrá escribir hasta
            que la desbloquee.
          </Trans>
        </p>
        <Field
          autoFocus
          label={t`Motivo`}
          placeholder={t`Por ejemplo: insultos repetidos`}
          value={reason}
          maxLength={LONGEST_REASON}
          error={problem}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>
            <Trans>Cancelar</Trans>
          </Button>
          <Button type="submit" look="danger" isDisabled={!ready}>
            <Trans>Bloquear</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
