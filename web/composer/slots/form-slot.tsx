import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field, inputLook } from '../../kit/field.tsx'
import { SlotFrame } from './slot-frame.tsx'
import type { SlotProps } from './slot.ts'

/** What a form is opened with; it opens without anything, too. */
export function FormSlot({ slot, label, value, problem, onChange }: SlotProps<'form'>) {
  const { t } = useLingui()
  const [data, setData] = useState(value?.data ? JSON.stringify(value.data, null, 2) : '')
  const read = readData(data)
  const tell = (token: string, text: string) => {
    setData(text)
    const given = readData(text)
    const isEmpty = token === '' && text.trim() === ''
    onChange(isEmpty || given === undefined ? undefined : { kind: 'form', token, data: given })
  }
  const token = value?.token ?? ''
  return (
    <details open={value !== undefined || problem !== null} className="group/form">
      <summary className="w-fit cursor-pointer rounded-sm text-xs font-semibold text-text-2">
        {label}{' '}
        <span className="font-normal text-text-3">
          <Trans>· opcional</Trans>
        </span>
      </summary>
      <SlotFrame
        label=""
        keyOfSlot={slot.key}
        problem={read === undefined ? t`Los datos iniciales no son un objeto JSON.` : problem}
        hint={<Trans>Para que su sistema reconozca la respuesta, y para que la primera pantalla ya sepa algo.</Trans>}
      >
        <Field
          label={t`Referencia de la respuesta`}
          value={token}
          maxLength={200}
          aria-invalid={problem === null ? undefined : true}
          onChange={({ target }) => tell(target.value.trim(), data)}
        />
        <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
          <Trans>Datos iniciales (JSON)</Trans>
          <textarea
            rows={3}
            spellCheck={false}
            value={data}
            placeholder={'{ "screen": "BIENVENIDA" }'}
            aria-invalid={read === undefined || undefined}
            onChange={({ target }) => tell(token, target.value)}
            className={`${inputLook} py-1.5 font-mono text-xs! font-normal`}
          />
        </label>
      </SlotFrame>
    </details>
  )
}

/** Null: nothing was written; undefined: it is no object. */
function readData(text: string): Readonly<Record<string, unknown>> | null | undefined {
  if (text.trim() === '') return null
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}
