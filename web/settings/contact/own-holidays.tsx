import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { PolicyView } from '#contract/policy.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'

type Holidays = PolicyView['holidays']
type Props = { readonly holidays: Holidays; readonly onChange: (holidays: Holidays) => void }

/** Days of a town, a region or the company itself, which no national list has. */
export function OwnHolidays({ holidays, onChange }: Props) {
  const { t } = useLingui()
  const [date, setDate] = useState('')
  const [name, setName] = useState('')
  const add = () => {
    if (date === '' || name.trim() === '') return
    const rest = holidays.filter((holiday) => holiday.date !== date)
    onChange([...rest, { date, name: name.trim() }].toSorted((a, b) => a.date.localeCompare(b.date)))
    setDate('')
    setName('')
  }
  return (
    <fieldset>
      <legend className="pb-1 text-xs font-semibold text-text-2">
        <Trans>Festivos propios</Trans>
      </legend>
      <ul className="flex flex-col">
        {holidays.map((holiday) => (
          <li key={holiday.date} className="flex items-center gap-3 text-sm">
            <span className="w-24 tabular">{holiday.date}</span>
            <span className="min-w-0 flex-1 truncate">{holiday.name}</span>
            <IconButton
              label={t`Quitar ${holiday.name}`}
              onPress={() => onChange(holidays.filter((one) => one !== holiday))}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <div className="flex items-end gap-2 pt-1 max-md:flex-col max-md:items-stretch">
        <Field label={t`Fecha`} type="date" value={date} onChange={(event) => setDate(event.target.value)} />
        <Field
          label={t`Nombre`}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
          className="flex-1"
        />
        <Button onPress={add} className="h-9! max-md:h-11!">
          <Plus size={14} aria-hidden />
          <Trans>Añadir</Trans>
        </Button>
      </div>
    </fieldset>
  )
}
