import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ArrowRight, Copy, MessageSquareText, PhoneCall } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { call } from '../../api/api.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { say } from '../../kit/toast.tsx'
import { refreshMe } from '../../session/session.ts'
import { useGoOn } from '../save-bar.tsx'
import { StepFrame } from '../step-frame.tsx'
import { act, showGuide, useGuide, useStep } from '../use-guide.ts'

/** The code by SMS or call, and the PIN. */
export function ActivateStep() {
  const { t } = useLingui()
  const { guide, step } = useStep('activate')
  const goOn = useGoOn('activate')
  const [pin, setPin] = useState<string | null>(null)
  const isVerified = step.events.some(({ kind }) => kind === 'verified')
  const isDone = step.state === 'done'
  if (guide.number === null) {
    return (
      <StepFrame name="activate">
        <p className="text-sm text-text-2">{t`Antes hay que conectar el número.`}</p>
      </StepFrame>
    )
  }
  return (
    <StepFrame
      name="activate"
      footer={
        isDone && (
          <Button look="primary" data-testid="guide-next" className="max-md:h-11" onPress={() => void goOn(guide)}>
            <Trans>Seguir</Trans>
            <ArrowRight size={14} aria-hidden />
          </Button>
        )
      }
    >
      {pin !== null && <ShownPin pin={pin} />}
      {isDone && pin === null && <p className="text-sm text-text-2">{t`${guide.number.address} está registrado.`}</p>}
      {!isDone && !isVerified && <CodeForm />}
      {!isDone && isVerified && <PinForm onPin={setPin} />}
    </StepFrame>
  )
}

function CodeForm() {
  const { t } = useLingui()
  const { guide, step } = useStep('activate')
  const busy = useGuide((held) => held.busy)
  const [code, setCode] = useState('')
  const ask = (method: 'sms' | 'voice') => act((id) => call('askGuideCode', { params: { id }, body: { method } }))
  const verify = (event: FormEvent) => {
    event.preventDefault()
    void act((id) => call('verifyGuideCode', { params: { id }, body: { code: code.trim() } })).then(() => setCode(''))
  }
  if (!step.mine) return null
  const { left } = guide.tries.code
  const byVoice = guide.phone?.kind === 'landline' || guide.phone?.kind === 'toll-free'
  return (
    <div className="flex flex-col gap-4">
      <div>
        <div className="flex flex-wrap gap-2">
          <Button
            look={guide.code || byVoice ? 'plain' : 'primary'}
            isDisabled={busy}
            data-testid="guide-code-sms"
            className="max-md:h-11"
            onPress={() => void ask('sms')}
          >
            <MessageSquareText size={14} aria-hidden />
            <Trans>Código por SMS</Trans>
          </Button>
          <Button
            look={!guide.code && byVoice ? 'primary' : 'plain'}
            isDisabled={busy}
            data-testid="guide-code-voice"
            className="max-md:h-11"
            onPress={() => void ask('voice')}
          >
            <PhoneCall size={14} aria-hidden />
            <Trans>Código por llamada</Trans>
          </Button>
        </div>
        <p className="pt-1.5 text-xs text-text-3 tabular">
          <Plural
            value={left}
            one="Queda # intento en esta hora."
            many="Quedan # de intentos en esta hora."
            other="Quedan # intentos en esta hora."
          />{' '}
          <Trans>Meta bloquea durante horas a quien insiste; Hilo se detiene antes.</Trans>
        </p>
      </div>
      {guide.code && (
        <form onSubmit={verify} className="flex items-end gap-2">
          <Field
            label={t`Código que llegó al ${guide.number?.address ?? ''}`}
            value={code}
            testId="guide-code"
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="\d{3}-?\d{3}"
            title={t`Seis cifras`}
            required
            autoFocus
            placeholder="000-000"
            onChange={(event) => setCode(event.target.value)}
            className="w-56"
          />
          <Button type="submit" look="primary" isDisabled={busy} data-testid="guide-verify" className="h-9!">
            <Trans>Verificar</Trans>
          </Button>
        </form>
      )}
    </div>
  )
}

function PinForm({ onPin }: { readonly onPin: (pin: string | null) => void }) {
  const { t } = useLingui()
  const { step } = useStep('activate')
  const busy = useGuide((held) => held.busy)
  const [chosen, setChosen] = useState('')
  const register = async (event: FormEvent) => {
    event.preventDefault()
    const { guide } = useGuide.getState()
    if (guide === null) return
    useGuide.setState({ busy: true, refused: null })
    const body = { pin: chosen === '' ? null : chosen }
    const result = await call('registerGuide', { params: { id: guide.id }, body })
    useGuide.setState({ busy: false, ...(result.ok ? {} : { refused: result.error }) })
    if (!result.ok) return
    onPin(result.value.pin)
    showGuide(result.value.guide)
    await refreshMe()
  }
  if (!step.mine) return null
  return (
    <form onSubmit={(event) => void register(event)} className="flex flex-col gap-2">
      <div className="flex items-end gap-2">
        <Field
          label={t`PIN de seis cifras`}
          value={chosen}
          testId="guide-pin"
          inputMode="numeric"
          pattern="\d{6}"
          title={t`Seis cifras`}
          maxLength={6}
          placeholder={t`Lo inventa Hilo`}
          autoComplete="off"
          onChange={(event) => setChosen(event.target.value)}
          className="w-56"
        />
        <Button type="submit" look="primary" isDisabled={busy} data-testid="guide-register" className="h-9!">
          <Trans>Registrar el número</Trans>
        </Button>
      </div>
      <p className="text-xs text-pretty text-text-3">
        <Trans>
          Protege el número: sin él nadie lo registra en otra parte. Si el número ya tenía la verificación en dos pasos,
          escriba ese PIN. Se guarda cifrado y se muestra una sola vez.
        </Trans>
      </p>
    </form>
  )
}

/** The only time anybody sees it. */
export function ShownPin({ pin }: { readonly pin: string }) {
  const { t } = useLingui()
  return (
    <div className="rounded-lg border border-border bg-surface px-4 py-3.5" data-testid="guide-shown-pin">
      <p className="text-xs font-semibold text-text-2">
        <Trans>PIN del número</Trans>
      </p>
      <p className="flex items-center gap-2 pt-0.5">
        <span className="font-mono text-2xl font-semibold tracking-[0.12em]">{pin}</span>
        <IconButton
          label={t`Copiar el PIN`}
          onPress={() => {
            void navigator.clipboard.writeText(pin)
            say(t`PIN copiado`)
          }}
        >
          <Copy size={15} aria-hidden />
        </IconButton>
      </p>
      <p className="pt-1 text-sm text-pretty text-text-2">
        <Trans>
          Guárdelo ahora en un lugar seguro: no se volverá a mostrar. Hilo lo conserva cifrado por si hay que registrar
          otra vez.
        </Trans>
      </p>
    </div>
  )
}
