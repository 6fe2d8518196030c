import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Conversation } from '#core/conversation/conversation.ts'
import { focusComposer } from '../composer/focus.ts'
import { serverNow } from '../feed/clock.ts'
import { Dialog } from '../kit/dialog.tsx'
import type { OutboxEntry } from '../outbox/entry.ts'
import { send } from '../outbox/send.ts'
import { useContactOf } from '../store/desk-store.ts'
import { begunIn, keepBegun } from './begun.ts'
import { blankOf } from './blank.ts'
import { askedOf, type Built, type Choice, choiceOf } from './built.ts'
import { Gallery } from './gallery.tsx'
import { lastCatalogue } from './last-catalogue.ts'
import { Workbench } from './workbench.tsx'

type Props = {
  readonly conversation: Conversation
  readonly replyTo: OutboxEntry['replyTo']
  /** What to begin with; null: the gallery. */
  readonly start: Built | null
  readonly onClose: () => void
}

/** Puts together what is more than text: first which kind, then its fields beside the bubble it becomes. */
export default function Builder({ conversation, replyTo, start, onClose }: Props) {
  const { t } = useLingui()
  const id = conversation.conversationId
  const contact = useContactOf(conversation)
  const [built, setBuilt] = useState<Built | null>(start)
  const begun = begunIn(id)
  const usual = {
    place: t`¿Puede compartirnos su ubicación?`,
    phone: t`¿Puede compartirnos su número de teléfono?`,
    call: t`¿Nos permite llamarle por WhatsApp?`,
    callMe: t`Llámenos por WhatsApp cuando quiera.`,
    list: t`Ver opciones`,
  }
  const choose = (choice: Choice) => {
    const reference = `P-${serverNow().toString(36).toUpperCase()}`
    setBuilt(blankOf(choice, { ...usual, reference }, lastCatalogue()))
  }
  const change = (next: Built | null) => {
    keepBegun(id, next)
    setBuilt(next)
  }
  /** The card that led to the fields is gone by now, so the cursor goes where the answer is written. */
  const leave = () => {
    onClose()
    focusComposer()
  }
  const submit = (ready: Built) => {
    send({ conversationId: id, asked: askedOf(ready), shown: ready, replyTo })
    keepBegun(id, null)
    leave()
  }
  if (built === null) {
    return (
      <Dialog label={t`Enviar algo más que texto`} onClose={onClose} width="lg">
        <Gallery
          {...{ conversation, contact }}
          begun={begun && choiceOf(begun)}
          onChoose={choose}
          onGoOn={() => setBuilt(begun)}
        />
      </Dialog>
    )
  }
  return (
    <Workbench
      {...{ built, conversation }}
      onClose={leave}
      onChange={change}
      onBack={start === null ? () => setBuilt(null) : null}
      onSend={submit}
    />
  )
}
