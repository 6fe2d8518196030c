import { Trans, useLingui } from '@lingui/react/macro'
import type { FormEvent } from 'react'
import { call } from '../../api/api.ts'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { SecretField } from '../../kit/secret-field.tsx'
import { act, useGuide, useStep } from '../use-guide.ts'

/** What Meta's console shows of an own app goes in; it is checked with Meta before anything is kept. */
export function TokenForm() {
  const { t } = useLingui()
  const { step } = useStep('connect')
  const { busy, refused } = useGuide()
  const doubts = {
    accessToken: t`Meta no acepta este token. Genere uno nuevo y cópielo entero.`,
    appSecret: t`Meta no reconoce esta clave. Copie la de la app a la que pertenece el token.`,
    wabaId: t`El token no dice una sola cuenta: escriba el id de la que quiere conectar.`,
  }
  const errorOf = (field: keyof typeof doubts) =>
    refused?.errors.some((each) => each.field === field && each.code === 'input-invalid') ? doubts[field] : undefined
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '').trim()
    const wabaId = given('wabaId')
    const body = {
      how: 'token' as const,
      accessToken: given('accessToken'),
      appSecret: given('appSecret'),
      ...(wabaId === '' ? {} : { wabaId }),
    }
    void act((id) => call('connectGuide', { params: { id }, body }))
  }
  if (!step.mine) return null
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div className="grid gap-4 md:grid-cols-2">
        <SecretField
          label={t`Token de acceso permanente`}
          name="accessToken"
          autoComplete="off"
          required
          minLength={10}
          hint={t`De un usuario del sistema; se comprueba con Meta antes de guardarlo`}
          error={errorOf('accessToken')}
        />
        <SecretField
          label={t`Clave secreta de la app`}
          name="appSecret"
          autoComplete="off"
          required
          minLength={16}
          hint={t`En Meta: Configuración de la app → Básica`}
          error={errorOf('appSecret')}
        />
        <Field
          label={t`Id de la cuenta (WABA ID)`}
          name="wabaId"
          inputMode="numeric"
          pattern="\d{5,20}"
          hint={t`Vacío si el token es de una sola cuenta`}
          error={errorOf('wabaId')}
        />
      </div>
      <Button type="submit" look="primary" isDisabled={busy} className="self-start max-md:h-11">
        {busy ? <Trans>Comprobando con Meta…</Trans> : <Trans>Conectar</Trans>}
      </Button>
    </form>
  )
}
