import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '../kit/field.tsx'
import { send } from '../outbox/send.ts'
import type { FormProps } from './form-props.ts'
import { FormShell } from './form-shell.tsx'

export default function ContactForm({ id, replyTo, onClose }: FormProps) {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [email, setEmail] = useState('')
  const [organisation, setOrganisation] = useState('')

  const submit = () => {
    const card = {
      name: name.trim(),
      phones: [{ phone: phone.trim(), type: 'WORK', waId: null }],
      emails: email.trim() ? [email.trim()] : [],
      organisation: organisation.trim() || null,
    }
    const content = { kind: 'contacts' as const, contacts: [card] }
    send({ conversationId: id, asked: content, shown: content, replyTo })
  }
  return (
    <FormShell
      title={t`Enviar un contacto`}
      ready={name.trim() !== '' && phone.replaceAll(/\D/g, '').length >= 5}
      onSend={submit}
      onClose={onClose}
    >
      <Field autoFocus label={t`Nombre`} value={name} onChange={(event) => setName(event.target.value)} />
      <Field
        label={t`Teléfono`}
        type="tel"
        placeholder="+52 55 1234 5678"
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
      />
      <Field
        label={t`Correo (opcional)`}
        type="email"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Field
        label={t`Empresa (opcional)`}
        value={organisation}
        onChange={(event) => setOrganisation(event.target.value)}
      />
    </FormShell>
  )
}
