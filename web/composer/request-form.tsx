import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { InteractiveContent } from '#core/message/content.ts'
import { send } from '../outbox/send.ts'
import { BodyField } from './body-field.tsx'
import type { FormProps } from './form-props.ts'
import { FormShell } from './form-shell.tsx'

export type RequestKind = Extract<InteractiveContent['kind'], 'location-request' | 'contact-request' | 'call-request'>

/** Asks for something that WhatsApp gives at one tap; the words can be changed before. */
export default function RequestForm({ id, replyTo, onClose, kind }: FormProps & { readonly kind: RequestKind }) {
  const { t } = useLingui()
  const { title, words } = {
    'location-request': { title: t`Pedir la ubicación`, words: t`¿Puede compartirnos su ubicación?` },
    'contact-request': { title: t`Pedir el teléfono`, words: t`¿Puede compartirnos su número de teléfono?` },
    'call-request': { title: t`Pedir permiso para llamar`, words: t`¿Nos permite llamarle por WhatsApp?` },
  }[kind]
  const [body, setBody] = useState(words)

  const submit = () => {
    const content = { kind, body: body.trim() }
    send({ conversationId: id, asked: content, shown: content, replyTo })
  }
  return (
    <FormShell title={title} ready={body.trim() !== ''} onSend={submit} onClose={onClose}>
      <BodyField value={body} onChange={setBody} />
    </FormShell>
  )
}
