import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Check, Circle, ExternalLink } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { call } from '../../api/api.ts'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { StepFrame } from '../step-frame.tsx'
import { act, openGuide, useGuide, useStep } from '../use-guide.ts'

/** How often we ask while somebody waits before the screen. */
const LOOK_EVERY_MS = 2_500

/** A message to one's own phone and back. */
export function ProveStep() {
  const { t } = useLingui()
  const { guide, step } = useStep('prove')
  const busy = useGuide((held) => held.busy)
  const [phone, setPhone] = useState('')
  const has = (kind: string) => step.events.some((event) => event.kind === kind)
  const isWaiting = guide.lineId !== null && step.state !== 'done'
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => {
      if (document.hidden || useGuide.getState().busy) return
      void call('lookAtGuide', { params: { id: guide.id } }).then(
        (result) => result.ok && useGuide.setState({ guide: result.value }),
      )
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [isWaiting, guide.id])
  const send = (event: FormEvent) => {
    event.preventDefault()
    void act((id) => call('testGuide', { params: { id }, body: { phone: phone.trim() } }))
  }
  if (guide.lineId === null || guide.number === null) {
    return (
      <StepFrame name="prove">
        <p className="text-sm text-text-2">{t`Antes hay que activar el número.`}</p>
      </StepFrame>
    )
  }
  const link = `https://wa.me/${guide.number.address.replace(/\D/g, '')}`
  return (
    <StepFrame name="prove">
      <ol className="overflow-hidden rounded-lg border border-border bg-surface">
        <Task done={has('answered')} title={t`Escriba desde su teléfono a ${guide.number.address}`}>
          <p className="text-sm text-pretty text-text-2">
            <Trans>Cualquier palabra sirve. Así se abre la ventana de 24 horas, y la prueba no cuesta nada.</Trans>{' '}
            <a
              href={link}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-1 font-medium text-link underline-offset-2 hover:underline"
            >
              {link.replace('https://', '')} <ExternalLink size={12} aria-hidden />
            </a>
          </p>
        </Task>
        <Task done={has('test-delivered')} title={t`Reciba la prueba de Hilo`}>
          {!has('test-delivered') && step.mine && (
            <form onSubmit={send} className="flex items-end gap-2 pt-1.5">
              <Field
                label={t`Su teléfono, con código de país`}
                value={phone}
                testId="guide-test-phone"
                type="tel"
                required
                minLength={5}
                placeholder="+52 55 1234 5678"
                onChange={(event) => setPhone(event.target.value)}
                className="w-64"
              />
              <Button type="submit" look="primary" isDisabled={busy} data-testid="guide-test" className="h-9!">
                <Trans>Enviar la prueba</Trans>
              </Button>
            </form>
          )}
        </Task>
        <Task done={has('healthy')} title={t`Meta confirma que el número está sano`} />
      </ol>
      {step.state === 'done' ? (
        <Finished lineId={guide.lineId} />
      ) : (
        <Button look="quiet" className="self-start" onPress={() => void openGuide(guide.id)}>
          <Trans>Volver a mirar</Trans>
        </Button>
      )}
    </StepFrame>
  )
}

type TaskProps = { readonly done: boolean; readonly title: string; readonly children?: ReactNode }

function Task({ done, title, children }: TaskProps) {
  return (
    <li className="flex gap-3 border-b border-border px-4 py-3 last:border-0" data-done={done}>
      {done ? (
        <Check size={18} strokeWidth={2.5} className="mt-0.5 shrink-0 text-success" aria-hidden />
      ) : (
        <Circle size={18} className="mt-0.5 shrink-0 text-text-3" aria-hidden />
      )}
      <div className="min-w-0 flex-1">
        <p className="text-md font-medium">{title}</p>
        {children}
      </div>
    </li>
  )
}

/** What is worth doing next. */
function Finished({ lineId }: { readonly lineId: string }) {
  return (
    <div data-testid="guide-finished" className="rounded-lg bg-success-soft px-4 py-3.5">
      <p className="text-md font-semibold text-success">
        <Trans>El número funciona en los dos sentidos.</Trans>
      </p>
      <p className="pt-0.5 text-sm text-pretty">
        <Trans>Falta vestirlo: perfil y horario, saludos, y los enlaces que verán sus clientes.</Trans>
      </p>
      <Link
        to="/settings/numbers/$lineId"
        params={{ lineId }}
        className="mt-2.5 inline-flex h-8 items-center rounded-md bg-accent px-3 text-sm font-semibold text-on-accent hover:bg-accent-hover"
      >
        <Trans>Abrir la página del número</Trans>
      </Link>
    </div>
  )
}
