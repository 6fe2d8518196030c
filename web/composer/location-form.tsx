import { useLingui } from '@lingui/react/macro'
import { Crosshair } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'
import { send } from '../outbox/send.ts'
import type { FormProps } from './form-props.ts'
import { FormShell } from './form-shell.tsx'
import { readPoint } from './read-point.ts'

export default function LocationForm({ id, replyTo, onClose }: FormProps) {
  const { t } = useLingui()
  const [point, setPoint] = useState('')
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const place = readPoint(point)

  const here = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setPoint(`${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`),
      () => say(t`El navegador no dio la ubicación`),
    )
  const submit = () => {
    if (!place) return
    const content = { kind: 'location' as const, ...place, name: name.trim() || null, address: address.trim() || null }
    send({ conversationId: id, asked: content, shown: content, replyTo })
  }
  return (
    <FormShell title={t`Enviar una ubicación`} ready={place !== null} onSend={submit} onClose={onClose}>
      <div className="flex items-end gap-2">
        <Field
          autoFocus
          className="flex-1"
          label={t`Coordenadas o enlace de un mapa`}
          placeholder="19.42610, -99.17180"
          value={point}
          error={point !== '' && !place ? t`No se reconoce el lugar: escriba «latitud, longitud»` : null}
          onChange={(event) => setPoint(event.target.value)}
        />
        <Button className="h-9! self-start mt-5" onPress={here}>
          <Crosshair size={15} aria-hidden /> {t`Aquí`}
        </Button>
      </div>
      <Field label={t`Nombre (opcional)`} value={name} onChange={(event) => setName(event.target.value)} />
      <Field label={t`Dirección (opcional)`} value={address} onChange={(event) => setAddress(event.target.value)} />
    </FormShell>
  )
}
