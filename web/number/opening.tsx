import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { LineView } from '#contract/views.ts'
import { call } from '../api/api.ts'
import { Check } from '../guide/controls.tsx'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'
import { refreshMe, useMe } from '../session/session.ts'
import { Part } from './part.tsx'

type Props = { readonly line: LineView; readonly onChange: () => Promise<void> }

/** With several numbers: which of them writes first when nobody names one. */
export function Opening({ line, onChange }: Props) {
  const { t } = useLingui()
  const { lines } = useMe()
  const [isDefault, setDefault] = useState(line.opening.isDefault)
  const [countries, setCountries] = useState(line.opening.countries.join(', '))
  if (lines.length < 2) return null
  const others = lines.filter(({ id, opening }) => id !== line.id && opening.isDefault).map(({ name }) => name)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const codes = countries.toUpperCase().match(/[A-Z]{2}/g) ?? []
    const body = { isDefault, countries: [...new Set(codes)] }
    const result = await call('setOpening', { params: { id: line.id }, body })
    if (!result.ok) return say(result.error.title)
    await Promise.all([refreshMe(), onChange()])
    say(t`Remitente guardado`)
  }
  return (
    <Part
      title={t`Remitente por defecto`}
      hint={t`Cuando la API o una campaña no eligen número, se escribe desde el último al que escribió la persona; si no escribió a ninguno, desde el de su país o, si no, desde este.`}
    >
      <form onSubmit={(event) => void save(event)} className="flex flex-col gap-2">
        <Check
          label={t`Este, si no se dice otra cosa`}
          checked={isDefault}
          onChange={setDefault}
          testId="opening-default"
        />
        {isDefault && others.length > 0 && (
          <p className="pl-6.5 text-sm text-text-2">
            <Trans>Ahora lo es {others.join(', ')}.</Trans>
          </p>
        )}
        <div className="flex items-end gap-2">
          <Field
            label={t`A personas de estos países`}
            value={countries}
            placeholder="MX, GT"
            maxLength={400}
            hint={t`Códigos de dos letras; gana sobre el de todos`}
            onChange={(event) => setCountries(event.target.value)}
            className="w-72"
          />
        </div>
        <Button
          type="submit"
          className="self-start max-md:h-11"
          isDisabled={isDefault === line.opening.isDefault && countries === line.opening.countries.join(', ')}
        >
          <Trans>Guardar remitente</Trans>
        </Button>
      </form>
    </Part>
  )
}
