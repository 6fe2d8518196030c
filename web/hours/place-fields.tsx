import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { isZone } from '#core/calendar/zone.ts'
import type { OpeningHours } from '#core/opening-hours/opening-hours.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { Field, inputLook } from '../kit/field.tsx'

type Props = {
  readonly hours: OpeningHours
  readonly countries: readonly string[]
  readonly onChange: (change: Partial<OpeningHours>) => void
}

/** By whose clock, and on whose holidays it is closed. */
export function PlaceFields({ hours, countries, onChange }: Props) {
  const { t } = useLingui()
  const id = useId()
  const names = new Intl.DisplayNames(formatLocale(), { type: 'region' })
  return (
    <div className="grid grid-cols-2 gap-4 px-5 py-4 max-md:grid-cols-1 max-md:px-4">
      <div>
        <Field
          label={t`Zona horaria`}
          value={hours.zone}
          list={`${id}-zones`}
          error={isZone(hours.zone) ? null : t`No se conoce esa zona: elija una de la lista.`}
          onChange={(event) => onChange({ zone: event.target.value })}
        />
        <datalist id={`${id}-zones`}>
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor={`${id}-holidays`} className="text-xs font-semibold text-text-2">
          {t`Cerrado en los festivos nacionales de`}
        </label>
        <select
          id={`${id}-holidays`}
          value={hours.holidays ?? ''}
          onChange={(event) => onChange({ holidays: event.target.value || null })}
          className={`${inputLook} h-9`}
        >
          <option value="">{t`Ningún país`}</option>
          {countries.map((country) => (
            <option key={country} value={country}>
              {names.of(country)}
            </option>
          ))}
        </select>
        <p className="text-xs text-text-3">{t`Los de otros países se añaden como fechas especiales.`}</p>
      </div>
    </div>
  )
}
