import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../api/api.ts'
import { Field } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

type Props = {
  readonly contactId: string
  readonly name: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** While a hold lasts, nobody can erase the person. The day named is the last one. */
export function HoldDialog({ contactId, name, onClose, onDone }: Props) {
  const { t } = useLingui()
  const [last, setLast] = useState('')
  const confirm = async (reason: string) => {
    const until = last === '' ? null : new Date(`${last}T24:00:00`).toISOString()
    const put = await call('putHold', { body: { contactId, reason, until } })
    if (!put.ok) return put.error
    say(t`${name} no se puede borrar mientras dure la retención`)
    onDone()
    return null
  }
  return (
    <ReasonDialog
      label={t`Poner retención sobre ${name}`}
      question={t`Por qué no se puede borrar todavía`}
      placeholder={t`Juicio 231/2026, deuda pendiente, orden de una autoridad…`}
      hint={t`Queda anotado quién la puso. Cualquier administrador puede levantarla.`}
      action={t`Poner retención`}
      onClose={onClose}
      onConfirm={confirm}
    >
      <Field
        label={t`Último día`}
        type="date"
        min={new Date().toLocaleDateString('sv-SE')}
        value={last}
        onChange={(event) => setLast(event.target.value)}
        hint={t`Vacío: hasta que alguien la levante.`}
      />
    </ReasonDialog>
  )
}
