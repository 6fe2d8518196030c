import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '../kit/field.tsx'
import { send } from '../outbox/send.ts'
import { BodyField } from './body-field.tsx'
import type { FormProps } from './form-props.ts'
import { FormShell } from './form-shell.tsx'

const LABEL_LENGTH = 20

/** A message with one button that opens an address. */
export default function LinkForm({ id, replyTo, onClose }: FormProps) {
  const { t } = useLingui()
  const [body, setBody] = useState('')
  const [label, setLabel] = useState('')
  const [address, setAddress] = useState('')
  const [footer, setFooter] = useState('')
  const url = addressOf(address)
  const ready = body.trim() !== '' && label.trim() !== '' && url !== null

  const submit = () => {
    if (url === null) return
    const content = {
      kind: 'link' as const,
      header: null,
      body: body.trim(),
      footer: footer.trim() || null,
      label: label.trim(),
      url,
    }
    send({ conversationId: id, asked: content, shown: content, replyTo })
  }
  return (
    <FormShell title={t`Mensaje con enlace`} ready={ready} onSend={submit} onClose={onClose}>
      <BodyField value={body} onChange={setBody} />
      <Field
        label={t`Texto del botón`}
        placeholder={t`Pagar ahora`}
        value={label}
        maxLength={LABEL_LENGTH}
        onChange={(event) => setLabel(event.target.value)}
      />
      <Field
        label={t`Dirección que abre`}
        placeholder="https://"
        value={address}
        error={address.trim() !== '' && url === null ? t`Escriba una dirección que empiece por https://` : null}
        onChange={(event) => setAddress(event.target.value)}
      />
      <Field
        label={t`Pie (opcional)`}
        value={footer}
        maxLength={60}
        onChange={(event) => setFooter(event.target.value)}
      />
    </FormShell>
  )
}

/** What was typed as an address; a domain alone means https. Null: none. */
function addressOf(typed: string): string | null {
  const text = typed.trim()
  const url = /^[a-z]+:/i.test(text) ? text : `https://${text}`
  return /^https?:\/\/[^/\s]+\.[^/\s]+/i.test(url) && URL.canParse(url) ? url : null
}
