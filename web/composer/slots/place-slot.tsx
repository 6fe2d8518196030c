import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '../../kit/field.tsx'
import { readPoint } from '../read-point.ts'
import { SlotFrame } from './slot-frame.tsx'
import type { SlotProps } from './slot.ts'

/** A place: coordinates or the address of a map, with the words that stand below the map. */
export function PlaceSlot({ slot, label, value, problem, onChange }: SlotProps<'location'>) {
  const { t } = useLingui()
  const [point, setPoint] = useState(value ? `${value.latitude}, ${value.longitude}` : '')
  const [words, setWords] = useState({ name: value?.name ?? '', address: value?.address ?? '' })
  const tell = (text: string, { name, address }: typeof words) => {
    setPoint(text)
    setWords({ name, address })
    const place = readPoint(text)
    onChange(
      place ? { kind: 'location', ...place, name: name.trim() || null, address: address.trim() || null } : undefined,
    )
  }
  const isUnread = point !== '' && readPoint(point) === null
  return (
    <SlotFrame label={label} keyOfSlot={slot.key} problem={isUnread ? null : problem}>
      <Field
        label={t`Coordenadas o enlace de un mapa`}
        placeholder="19.42610, -99.17180"
        value={point}
        aria-invalid={problem !== null || undefined}
        error={isUnread ? t`No se reconoce el lugar: escriba «latitud, longitud»` : null}
        onChange={({ target }) => tell(target.value, words)}
      />
      <span className="grid grid-cols-2 gap-2 max-[420px]:grid-cols-1">
        <Field
          label={t`Nombre (opcional)`}
          value={words.name}
          onChange={({ target }) => tell(point, { ...words, name: target.value })}
        />
        <Field
          label={t`Dirección (opcional)`}
          value={words.address}
          onChange={({ target }) => tell(point, { ...words, address: target.value })}
        />
      </span>
    </SlotFrame>
  )
}
