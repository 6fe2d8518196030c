import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarPlus, X } from 'lucide-react'
import { useState } from 'react'
import type { SpecialDate } from '#core/opening-hours/opening-hours.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { DayRow } from './day-row.tsx'

type Props = {
  readonly dates: readonly SpecialDate[]
  readonly onChange: (dates: readonly SpecialDate[]) => void
}

/** Days that are not like their weekday: closed, or open at other hours. */
export function DatesEditor({ dates, onChange }: Props) {
  const { t } = useLingui()
  const [date, setDate] = useState('')
  const [name, setName] = useState('')
  const add = () => {
    if (date === '') return
    const rest = dates.filter((one) => one.date !== date)
    onChange([...rest, { date, name: name.trim(), hours: [] }].toSorted((a, b) => a.date.localeCompare(b.date)))
    setDate('')
    setName('')
  }
  const set = (at: string, change: Partial<SpecialDate>) =>
    onChange(dates.map((one) => (one.date === at ? { ...one, ...change } : one)))
  return (
    <>
      <ul>
        {dates.map((one) => (
          <DayRow
            key={one.date}
            name={dateName(one)}
            hours={one.hours}
            usual={[{ from: 600, to: 840 }]}
            onChange={(hours) => set(one.date, { hours })}
            aside={
              <IconButton
                label={t`Quitar ${dateName(one)}`}
                onPress={() => onChange(dates.filter(({ date: at }) => at !== one.date))}
                className="max-md:size-11!"
              >
                <X size={15} aria-hidden />
              </IconButton>
            }
          />
        ))}
      </ul>
      <div className="flex items-end gap-2 border-t border-border px-5 py-3 first:border-t-0 max-md:flex-col max-md:items-stretch max-md:px-4">
        <Field label={t`Fecha`} type="date" value={date} onChange={(event) => setDate(event.target.value)} />
        <Field
          label={t`Motivo`}
          value={name}
          maxLength={80}
          placeholder={t`Nochebuena, inventario…`}
          onChange={(event) => setName(event.target.value)}
          className="flex-1"
        />
        <Button onPress={add} isDisabled={date === ''} className="h-9! max-md:h-11!">
          <CalendarPlus size={15} aria-hidden />
          <Trans>Añadir</Trans>
        </Button>
      </div>
    </>
  )
}

function dateName({ date, name }: SpecialDate): string {
  const words = new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium', timeZone: 'UTC' })
  const said = words.format(Date.parse(`${date}T00:00:00Z`))
  return name === '' ? said : `${said} · ${name}`
}
