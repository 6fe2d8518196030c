import { useLingui } from '@lingui/react/macro'
import { Crosshair } from 'lucide-react'
import { useState } from 'react'
import { readPoint } from '../../composer/read-point.ts'
import { Button } from '../../kit/button.tsx'
import { say } from '../../kit/toast.tsx'
import { TextPart } from '../parts/text-part.tsx'
import type { KindProps } from './kind.ts'

export function LocationKind({ content, onChange }: KindProps<'location'>) {
  const { t } = useLingui()
  const { latitude, longitude } = content
  const [point, setPoint] = useState(Number.isNaN(latitude) ? '' : `${latitude}, ${longitude}`)
  const write = (text: string) => {
    setPoint(text)
    onChange({ ...content, ...(readPoint(text) ?? { latitude: Number.NaN, longitude: Number.NaN }) })
  }
  const here = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => write(`${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`),
      () => say(t`El navegador no dio la ubicación`),
    )
  return (
    <>
      <div className="flex items-start gap-2">
        <TextPart
          autoFocus
          className="flex-1"
          field="latitude"
          label={t`Coordenadas o enlace de un mapa`}
          placeholder="19.42610, -99.17180"
          hint={t`«Latitud, longitud», o el enlace que da el mapa al compartir.`}
          value={point}
          onChange={write}
        />
        <Button className="mt-5 h-9! max-md:h-11!" onPress={here}>
          <Crosshair size={15} aria-hidden /> {t`Aquí`}
        </Button>
      </div>
      <TextPart
        field="name"
        label={t`Nombre (opcional)`}
        value={content.name ?? ''}
        onChange={(name) => onChange({ ...content, name: name === '' ? null : name })}
      />
      <TextPart
        field="address"
        label={t`Dirección (opcional)`}
        value={content.address ?? ''}
        onChange={(address) => onChange({ ...content, address: address === '' ? null : address })}
      />
    </>
  )
}
