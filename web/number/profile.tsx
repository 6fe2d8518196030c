import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import type { ProfileView } from '#contract/number.ts'
import { call } from '../api/api.ts'
import { useHoursOf } from '../hours/hours-store.ts'
import { weekText } from '../hours/week-text.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { Button } from '../kit/button.tsx'
import { Field, inputLook } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'
import { Part } from './part.tsx'
import { isSame } from './same.ts'
import { UnreadPart } from './unread-part.tsx'

/** Letters of a description that WhatsApp takes (cloud-api §1, business profile; unverified). */
const LONGEST_DESCRIPTION = 512

/** What customers read when they touch the name above the chat. */
export function Profile({ lineId }: { readonly lineId: string }) {
  const { t } = useLingui()
  const [profile, setProfile] = useState<ProfileView | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [saved, setSaved] = useState<ProfileView | null>(null)
  const [isUnread, setUnread] = useState(false)
  const read = useCallback(async () => {
    const result = await call('getProfile', { params: { id: lineId } })
    setUnread(!result.ok)
    if (!result.ok) return
    setProfile(result.value)
    setSaved(result.value)
  }, [lineId])
  useEffect(() => void read(), [read])
  const kept = useHoursOf(lineId)
  if (isUnread && profile === null) return <UnreadPart title={t`Perfil`} onAgain={read} />
  if (profile === null) return null
  const hours = kept === null ? '' : weekText(kept.hours.week, formatLocale())
  const withHours = `${profile.description.trim()}\n${hours}`.trim().slice(0, LONGEST_DESCRIPTION)
  const put = (change: Partial<ProfileView>) => setProfile({ ...profile, ...change })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const websites = profile.websites.map((each) => each.trim()).filter((each) => each !== '')
    const result = await call('putProfile', { params: { id: lineId }, body: { ...profile, websites } })
    setRefused(result.ok ? null : (result.error.errors[0]?.found ?? result.error.title))
    if (!result.ok) return
    setSaved(profile)
    say(t`Perfil guardado`)
  }
  return (
    <Part title={t`Perfil`} hint={t`Lo que el cliente lee al tocar el nombre.`}>
      <form onSubmit={(event) => void save(event)} className="flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
          <Field
            label={t`Información`}
            value={profile.about}
            maxLength={139}
            onChange={(event) => put({ about: event.target.value })}
          />
          <Field
            label={t`Correo`}
            type="email"
            value={profile.email}
            maxLength={128}
            onChange={(event) => put({ email: event.target.value })}
          />
          <Field
            label={t`Dirección`}
            value={profile.address}
            maxLength={256}
            onChange={(event) => put({ address: event.target.value })}
          />
          <Field
            label={t`Sitio web`}
            type="url"
            value={profile.websites[0] ?? ''}
            maxLength={256}
            placeholder="https://"
            onChange={(event) => put({ websites: [event.target.value, ...profile.websites.slice(1)] })}
          />
        </div>
        <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
          <Trans>Descripción y horario</Trans>
          <textarea
            value={profile.description}
            rows={3}
            maxLength={LONGEST_DESCRIPTION}
            placeholder={t`Créditos y pagos. Atendemos de lunes a viernes, de 9 a 18 h.`}
            onChange={(event) => put({ description: event.target.value })}
            className={`${inputLook} py-2 font-normal`}
          />
        </label>
        {hours !== '' && (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-text-2">
            <Trans>Su horario de atención: {hours}. WhatsApp solo lo muestra si está en la descripción.</Trans>
            {!profile.description.includes(hours) && (
              <Button size="sm" onPress={() => put({ description: withHours })} className="max-md:h-11">
                <Trans>Añadirlo</Trans>
              </Button>
            )}
          </p>
        )}
        {refused && (
          <p role="alert" className="text-sm text-danger">
            {refused}
          </p>
        )}
        <Button type="submit" className="self-start max-md:h-11" isDisabled={isSame(profile, saved)}>
          <Trans>Guardar perfil</Trans>
        </Button>
      </form>
    </Part>
  )
}
