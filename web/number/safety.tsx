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

/** Words of Meta's for a number that has to be registered (cloud-api §1.1). */
const OUT: ReadonlySet<string> = new Set(['DISCONNECTED', 'PENDING', 'UNVERIFIED'])

/** The PIN, and giving the number back. */
export function Safety({ number, onChange }: Props) {
  const { t } = useLingui()
  const { line, atMeta } = number
  const [pin, setPin] = useState<string | null>(null)
  const [chosen, setChosen] = useState('')
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<ProblemView | null>(null)
  const [busy, setBusy] = useState(false)
  const isOut = line.state === 'disconnected' || OUT.has(atMeta?.state ?? '')
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
  const register = async (event: FormEvent) => {
    event.preventDefault()
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
      id="safety"
      title={t`PIN y baja`}
      hint={t`El PIN impide que otro registre el número. Meta permite diez registros y bajas en 72 horas.`}
    >
      <div className="flex flex-col gap-4">
        {pin !== null && <ShownPin pin={pin} />}
        {isOut ? (
          <form onSubmit={(event) => void register(event)} className="flex flex-wrap items-end gap-2">
            <PinField
              label={t`PIN del número`}
              placeholder={t`El que guarda Hilo`}
              value={chosen}
              onChange={setChosen}
            />
            <Button type="submit" look="primary" className="h-9!" isDisabled={busy}>
              <Trans>Registrar otra vez</Trans>
            </Button>
          </form>
        ) : (
          <form onSubmit={(event) => void changePin(event)} className="flex flex-wrap items-end gap-2">
            <PinField label={t`PIN nuevo`} placeholder={t`Lo inventa Hilo`} value={chosen} onChange={setChosen} />
            <Button type="submit" className="h-9!" isDisabled={busy}>
              <Trans>Cambiar el PIN</Trans>
            </Button>
          </form>
        )}
        {refused && <Refused problem={refused} />}
        {!isOut && (
          <div className="border-t border-border pt-4">
            <form onSubmit={(event) => void giveBack(event)} className="flex flex-wrap items-end gap-2">
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
            <p className="pt-1.5 text-xs text-pretty text-text-3">
              <Trans>
                El número deja de recibir y enviar, y lo que espera en la cola se rechaza. Las conversaciones quedan en
                Hilo, y se puede registrar otra vez.
              </Trans>
            </p>
          </div>
        )}
      </div>
    </Part>
  )
}

type PinFieldProps = {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (pin: string) => void
}

function PinField({ onChange, ...shown }: PinFieldProps) {
  const { t } = useLingui()
  return (
    <Field
      {...shown}
      inputMode="numeric"
      pattern="\d{6}"
      title={t`Seis cifras`}
      maxLength={6}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
      className="w-56"
    />
  )
}
