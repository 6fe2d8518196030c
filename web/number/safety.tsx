import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { NumberView } from '#contract/number.ts'
import type { ProblemView } from '#contract/views.ts'
import { call } from '../api/api.ts'
import { ShownPin } from '../guide/steps/activate-step.tsx'
import { Refused } from '../guide/refused.tsx'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { refreshMe } from '../session/session.ts'
import { Part } from './part.tsx'

type Props = { readonly number: NumberView; readonly onChange: () => Promise<void> }

/** The PIN, and giving the number back. */
export function Safety({ number, onChange }: Props) {
  const { t } = useLingui()
  const { line } = number
  const [pin, setPin] = useState<string | null>(null)
  const [chosen, setChosen] = useState('')
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<ProblemView | null>(null)
  const [busy, setBusy] = useState(false)
  const isOut = line.state === 'disconnected'
  const changePin = async (event: FormEvent) => {
    event.preventDefault()
    const body = { pin: chosen === '' ? null : chosen }
    const result = await once(() => call('changePin', { params: { id: line.id }, body }))
    if (!result) return
    setRefused(result.ok ? null : result.error)
    if (!result.ok) return
    setPin(result.value.pin)
    setChosen('')
    await onChange()
  }
  const giveBack = async (event: FormEvent) => {
    event.preventDefault()
    const result = await once(() => call('deregisterLine', { params: { id: line.id }, body: { address: typed } }))
    if (result) await settle(result.ok ? null : result.error)
  }
  const register = async () => {
    const body = { pin: chosen === '' ? null : chosen }
    const result = await once(() => call('registerLine', { params: { id: line.id }, body }))
    if (result) await settle(result.ok ? null : result.error)
  }
  /** Meta counts each try: a second press while one is under way is none. */
  async function once<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
    if (busy) return null
    setBusy(true)
    return ask().finally(() => setBusy(false))
  }
  async function settle(problem: ProblemView | null) {
    setRefused(problem)
    setTyped('')
    await Promise.all([refreshMe(), onChange()])
  }
  return (
    <Part
      title={t`PIN y baja`}
      hint={t`El PIN impide que otro registre el número. Meta permite diez registros y bajas en 72 horas.`}
    >
      <div className="flex flex-col gap-4">
        {pin !== null && <ShownPin pin={pin} />}
        <form onSubmit={(event) => void changePin(event)} className="flex items-end gap-2">
          <Field
            label={t`PIN nuevo`}
            value={chosen}
            inputMode="numeric"
            pattern="\d{6}"
            maxLength={6}
            autoComplete="off"
            placeholder={t`Lo inventa Hilo`}
            onChange={(event) => setChosen(event.target.value)}
            className="w-56"
          />
          <Button type="submit" className="h-9!" isDisabled={busy}>
            <Trans>Cambiar el PIN</Trans>
          </Button>
        </form>
        {refused && <Refused problem={refused} />}
        <div className="border-t border-border pt-4">
          {isOut ? (
            <Button look="primary" isDisabled={busy} onPress={() => void register()}>
              <Trans>Registrar otra vez</Trans>
            </Button>
          ) : (
            <form onSubmit={(event) => void giveBack(event)} className="flex items-end gap-2">
              <Field
                label={t`Para darlo de baja, escriba ${line.address}`}
                value={typed}
                autoComplete="off"
                onChange={(event) => setTyped(event.target.value)}
                className="w-72"
              />
              <Button
                type="submit"
                look="danger"
                className="h-9!"
                isDisabled={busy || typed.replace(/\D/g, '') !== line.address.replace(/\D/g, '')}
              >
                <Trans>Dar de baja</Trans>
              </Button>
            </form>
          )}
          {!isOut && (
            <p className="pt-1.5 text-xs text-pretty text-text-3">
              <Trans>
                El número deja de recibir y enviar, y lo que espera en la cola se rechaza. Las conversaciones quedan en
                Hilo, y se puede registrar otra vez.
              </Trans>
            </p>
          )}
        </div>
      </div>
    </Part>
  )
}
