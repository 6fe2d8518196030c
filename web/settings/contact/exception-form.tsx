import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { PolicyView } from '#contract/policy.ts'
import { PACK_PARTS, type PackPart } from '#core/policy/rule.ts'
import { call } from '../../api/api.ts'
import { Button } from '../../kit/button.tsx'
import { Field, inputLook } from '../../kit/field.tsx'
import { usePartNames } from './names.ts'

type Props = {
  readonly law: PolicyView['laws'][number]
  readonly onClose: () => void
  readonly onMade: (policy: PolicyView) => void
}

/** Sets a part of a law aside. The reason stays on record, with who gave it and when. */
export function ExceptionForm({ law, onClose, onMade }: Props) {
  const { t } = useLingui()
  const names = usePartNames()
  const [part, setPart] = useState<PackPart>('hours')
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim().length < 3) return setProblem(t`Escriba por qué.`)
    const ends = until === '' ? null : new Date(`${until}T00:00:00`).toISOString()
    const result = await call('makeException', { body: { pack: law.id, part, reason: reason.trim(), until: ends } })
    if (!result.ok) return setProblem(result.error.detail || result.error.title)
    onMade(result.value)
    onClose()
  }
  return (
    <form
      onSubmit={(event) => void submit(event)}
      data-testid="exception-form"
      aria-label={t`Excepción para ${law.country}`}
      className="flex flex-col gap-3 border-t border-border bg-canvas px-5 py-4"
    >
      <p className="font-semibold">
        <Trans>Excepción para {law.country}</Trans>
      </p>
      <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
        <Trans>Qué se aparta</Trans>
        <select
          value={part}
          onChange={(event) => setPart(event.target.value as PackPart)}
          className={`${inputLook} h-9 font-normal`}
        >
          {PACK_PARTS.map((each) => (
            <option key={each} value={each}>
              {names[each]}
            </option>
          ))}
        </select>
      </label>
      <Field
        label={t`Por qué`}
        value={reason}
        maxLength={500}
        error={problem}
        placeholder={t`Por ejemplo: los clientes firmaron otro horario`}
        onChange={(event) => setReason(event.target.value)}
      />
      <Field
        label={t`Hasta (opcional)`}
        type="date"
        value={until}
        onChange={(event) => setUntil(event.target.value)}
        className="max-w-50"
      />
      <div className="flex justify-end gap-2">
        <Button onPress={onClose} className="max-md:h-11">
          <Trans>Cancelar</Trans>
        </Button>
        <Button type="submit" look="danger" className="max-md:h-11">
          <Trans>Apartar la ley</Trans>
        </Button>
      </div>
    </form>
  )
}
