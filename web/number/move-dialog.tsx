import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { MoveView } from '#contract/number-move.ts'
import type { LineView, ProblemView } from '#contract/views.ts'
import { call } from '../api/api.ts'
import { Refused } from '../guide/refused.tsx'
import { ShownPin } from '../guide/steps/activate-step.tsx'
import { Button } from '../kit/button.tsx'
import { Dialog, DialogFooter } from '../kit/dialog.tsx'
import { Field } from '../kit/field.tsx'
import { refreshMe } from '../session/session.ts'
import { MoveTarget } from './move-target.tsx'

type Props = {
  readonly line: LineView
  readonly view: MoveView
  readonly onView: (view: MoveView) => void
  readonly onTarget: (wabaId: string) => void
  readonly onClose: () => void
  readonly onMoved: () => Promise<void>
}
type Answer = { readonly ok: true; readonly value: MoveView } | { readonly ok: false; readonly error: ProblemView }

/** Taking a number to another WhatsApp account, step by step: where to, the code, the registration. */
export function MoveDialog({ line, view, onView, onTarget, onClose, onMoved }: Props) {
  const { t } = useLingui()
  const [target, setTarget] = useState(view.move?.wabaId ?? '')
  const [code, setCode] = useState('')
  const [pin, setPin] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<ProblemView | null>(null)
  const params = { id: line.id }
  const { move } = view

  const act = async (ask: () => Promise<Answer>) => {
    setBusy(true)
    const result = await ask()
    setBusy(false)
    setRefused(result.ok ? null : result.error)
    if (result.ok) onView(result.value)
  }
  const finish = async () => {
    setBusy(true)
    const result = await call('finishMove', { params, body: { pin: null } })
    setBusy(false)
    setRefused(result.ok ? null : result.error)
    if (!result.ok) return
    setPin(result.value.pin)
    await Promise.all([refreshMe(), onMoved()])
  }
  const verify = (event: FormEvent) => {
    event.preventDefault()
    void act(() => call('verifyMove', { params, body: { code: code.trim() } })).then(() => setCode(''))
  }
  const choose = (wabaId: string) => {
    setTarget(wabaId)
    onTarget(wabaId)
  }
  const askCode = (method: 'sms' | 'voice') => act(() => call('askMoveCode', { params, body: { method } }))

  return (
    <Dialog label={t`Mover ${line.name} a otra cuenta de WhatsApp`} onClose={onClose}>
      <div className="flex flex-col gap-4 overflow-y-auto px-5 pt-1 pb-4" data-testid="move-dialog">
        {pin !== null ? (
          <>
            <ShownPin pin={pin} />
            <p className="text-sm text-text-2">
              <Trans>
                El número ya está en {line.account?.name ?? line.wabaId}. Lo que esperaba en la cola sale ahora por
                allí.
              </Trans>
            </p>
          </>
        ) : move === null ? (
          <MoveTarget view={view} target={target} onTarget={choose} />
        ) : (
          <Steps step={move.step} accountName={move.accountName}>
            {move.step === 'code' && (
              <p className="flex flex-wrap gap-2">
                <Button look="primary" isDisabled={busy} onPress={() => void askCode('sms')}>
                  <Trans>Enviar un SMS</Trans>
                </Button>
                <Button isDisabled={busy} onPress={() => void askCode('voice')}>
                  <Trans>Llamar</Trans>
                </Button>
              </p>
            )}
            {move.step === 'verify' && (
              <form onSubmit={verify} className="flex flex-wrap items-end gap-2">
                <Field
                  label={t`Código de seis cifras`}
                  value={code}
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  maxLength={7}
                  onChange={(event) => setCode(event.target.value)}
                  className="w-48"
                />
                <Button type="submit" look="primary" className="h-9!" isDisabled={busy || code.trim().length < 6}>
                  <Trans>Comprobar</Trans>
                </Button>
                <Button look="quiet" className="h-9!" isDisabled={busy} onPress={() => void askCode('voice')}>
                  <Trans>Pedir otro por llamada</Trans>
                </Button>
              </form>
            )}
          </Steps>
        )}
        {refused && <Refused problem={refused} />}
      </div>
      <DialogFooter>
        {pin === null && move !== null && (
          <Button look="quiet" isDisabled={busy} onPress={() => void act(() => call('cancelMove', { params }))}>
            <Trans>Dejarlo donde está</Trans>
          </Button>
        )}
        <span className="flex-1" />
        <Button onPress={onClose}>
          <Trans>Cerrar</Trans>
        </Button>
        {move === null && pin === null && (
          <Button
            look="primary"
            data-testid="begin-move"
            isDisabled={busy || target === '' || view.obstacles.length > 0}
            onPress={() => void act(() => call('beginMove', { params, body: { wabaId: target } }))}
          >
            <Trans>Empezar</Trans>
          </Button>
        )}
        {move?.step === 'register' && pin === null && (
          <Button look="primary" data-testid="finish-move" isDisabled={busy} onPress={() => void finish()}>
            <Trans>Registrarlo allí</Trans>
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  )
}

type StepsProps = {
  readonly step: 'code' | 'verify' | 'register'
  readonly accountName: string
  readonly children: ReactNode
}

function Steps({ step, accountName, children }: StepsProps) {
  return (
    <>
      <p className="text-sm text-pretty">
        {step === 'code' && (
          <Trans>
            {accountName} ya espera el número. Meta le envía un código para saber que es suyo; hasta el último paso todo
            sigue igual.
          </Trans>
        )}
        {step === 'verify' && <Trans>Escriba el código que llegó al teléfono de ese número.</Trans>}
        {step === 'register' && (
          <Trans>
            Al registrarlo en {accountName} deja de estar donde estaba. Los envíos se detienen unos segundos; lo que
            espera en la cola sale después por la cuenta nueva, y lo que use una plantilla que allí no existe se
            rechaza.
          </Trans>
        )}
      </p>
      {children}
    </>
  )
}
