import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '../kit/field.tsx'
import { send } from '../outbox/send.ts'
import { BodyField } from './body-field.tsx'
import type { FormProps } from './form-props.ts'
import { FormShell } from './form-shell.tsx'

const LABEL_LENGTH = 20
const FORM_KEY = 'hilo.form'

/** A form of WhatsApp (a flow) to be filled in by the contact: digits name it by its id, anything else by its name. */
export default function FormMessage({ id, replyTo, onClose }: FormProps) {
  const { t } = useLingui()
  const [body, setBody] = useState('')
  const [label, setLabel] = useState('')
  const [form, setForm] = useState(() => localStorage.getItem(FORM_KEY) ?? '')
  const [screen, setScreen] = useState('')
  const ready = body.trim() !== '' && label.trim() !== '' && form.trim() !== ''

  const submit = () => {
    const named = form.trim()
    localStorage.setItem(FORM_KEY, named)
    const content = {
      kind: 'form' as const,
      header: null,
      body: body.trim(),
      footer: null,
      label: label.trim(),
      form: /^\d+$/.test(named) ? { id: named } : { name: named },
      token: crypto.randomUUID(),
      start: screen.trim()
        ? { kind: 'screen' as const, screen: screen.trim(), data: null }
        : { kind: 'first' as const },
      draft: false,
    }
    send({ conversationId: id, asked: content, shown: content, replyTo })
  }
  return (
    <FormShell title={t`Enviar un formulario`} ready={ready} onSend={submit} onClose={onClose}>
      <BodyField value={body} onChange={setBody} />
      <Field
        label={t`Texto del botón`}
        placeholder={t`Llenar el formulario`}
        value={label}
        maxLength={LABEL_LENGTH}
        onChange={(event) => setLabel(event.target.value)}
      />
      <Field
        label={t`Id o nombre del formulario en Meta`}
        value={form}
        onChange={(event) => setForm(event.target.value)}
      />
      <Field
        label={t`Primera pantalla (opcional)`}
        value={screen}
        onChange={(event) => setScreen(event.target.value)}
      />
    </FormShell>
  )
}
