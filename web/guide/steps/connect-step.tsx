import { Trans, useLingui } from '@lingui/react/macro'
import { useSearch } from '@tanstack/react-router'
import { ArrowRight, RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { call } from '../../api/api.ts'
import { Button } from '../../kit/button.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { AppSync } from '../../number/app-sync.tsx'
import { Choices } from '../controls.tsx'
import { loadSdk, openMetaWindow, type WindowOutcome } from '../meta-window.ts'
import { useGoOn } from '../save-bar.tsx'
import { StepFrame } from '../step-frame.tsx'
import { act, useGuide, useStep } from '../use-guide.ts'
import { TokenForm } from './token-form.tsx'

type How = 'known' | 'dialog' | 'token'

/** Meta lets Hilo use the number: by the access there is, in Meta's window, or with a token. */
export function ConnectStep() {
  const { guide, step } = useStep('connect')
  const { again: isAsked = false } = useSearch({ strict: false }) as { again?: boolean }
  // An access that was lost is not found again by using it.
  const known = guide.lineId === null && guide.known.length > 0
  const [how, setHow] = useState<How>(known ? 'known' : guide.onboarding ? 'dialog' : 'token')
  const connections = step.events.filter(({ kind }) => kind === 'connected').length
  const [connectedBefore, setAgain] = useState<number | null>(isAsked ? connections : null)
  const isConnected = guide.number !== null && (connectedBefore === null || connections > connectedBefore)
  const [blocked, setBlocked] = useState<Blocked | null>(null)
  return (
    <StepFrame
      name="connect"
      footer={
        isConnected ? (
          <Connected onAgain={() => setAgain(connections)} />
        ) : (
          step.mine && how !== 'token' && <Connect how={how} onBlocked={setBlocked} />
        )
      }
    >
      {isConnected ? <WhatIsConnected /> : <Ways how={how} onChange={setHow} />}
      {!isConnected && how === 'token' && <TokenForm />}
      {!isConnected && how === 'dialog' && blocked !== null && <BlockedNotice what={blocked} />}
      {isConnected && guide.lineId !== null && <AppSync lineId={guide.lineId} />}
    </StepFrame>
  )
}

function Ways({ how, onChange }: { readonly how: How; readonly onChange: (how: How) => void }) {
  const { t } = useLingui()
  const { guide } = useStep('connect')
  const account = guide.known.map(({ name }) => name).join(', ')
  return (
    <Choices
      label={t`Cómo`}
      value={how}
      onChange={onChange}
      testId="connect"
      options={[
        ...(guide.known.length > 0
          ? [
              {
                value: 'known' as const,
                name: t`Con el acceso que ya tiene`,
                more: t`El número se añade a la cuenta de WhatsApp de ${account}; no hay que pegar nada.`,
              },
            ]
          : []),
        ...(guide.onboarding
          ? [
              {
                value: 'dialog' as const,
                name: t`En la ventana de Meta`,
                more: t`Usted entra con su cuenta de Facebook y elige la empresa y el número. También para conservar la app.`,
              },
            ]
          : []),
        {
          value: 'token' as const,
          name: t`Con el token de una app propia`,
          more: t`De un usuario del sistema en Meta, con permiso para administrar y enviar mensajes.`,
        },
      ]}
    />
  )
}

type Blocked = 'script' | 'window'

/** Meta's window did not open: what stands in its way, and the way round it. */
function BlockedNotice({ what }: { readonly what: Blocked }) {
  return (
    <div role="alert" data-testid="window-blocked" className="rounded-md bg-warn-soft px-3.5 py-2.5 text-sm">
      <p className="font-semibold text-warn">
        {what === 'window' ? (
          <Trans>El navegador no dejó abrir la ventana de Meta.</Trans>
        ) : (
          <Trans>No se pudo cargar lo que abre la ventana de Meta.</Trans>
        )}
      </p>
      <p className="pt-0.5 text-pretty">
        {what === 'window' ? (
          <Trans>
            Permita las ventanas emergentes de esta página, en la barra de direcciones, y ábrala otra vez. También puede
            conectar con un token.
          </Trans>
        ) : (
          <Trans>
            Suele ser un bloqueador de anuncios o la red de la empresa: permita connect.facebook.net y ábrala otra vez.
            También puede conectar con un token.
          </Trans>
        )}
      </p>
    </div>
  )
}

type ConnectProps = { readonly how: 'known' | 'dialog'; readonly onBlocked: (what: Blocked | null) => void }

function Connect({ how, onBlocked }: ConnectProps) {
  const { guide } = useStep('connect')
  const busy = useGuide((held) => held.busy)
  const { onboarding } = guide
  useEffect(() => {
    // A window opens only right after a press, so the script has to be there before.
    if (how === 'dialog' && onboarding) void loadSdk(onboarding)
  }, [how, onboarding])
  const connect = async () => {
    const [line] = guide.known
    if (how === 'known' && line) {
      return act((id) => call('connectGuide', { params: { id }, body: { how: 'known', lineId: line.lineId } }))
    }
    if (!onboarding) return null
    const outcome = await openMetaWindow(onboarding, guide.answers.number?.keepsApp ?? false)
    onBlocked(outcome.kind === 'blocked' ? outcome.what : null)
    if (outcome.kind === 'blocked') return null
    return act((id) => call('connectGuide', { params: { id }, body: bodyOf(outcome) }))
  }
  return (
    <Button
      look="primary"
      isDisabled={busy}
      data-testid="guide-connect"
      className="max-md:h-11"
      onPress={() => void connect()}
    >
      {busy ? (
        <Trans>Comprobando con Meta…</Trans>
      ) : how === 'known' ? (
        <Trans>Conectar</Trans>
      ) : (
        <Trans>Abrir la ventana de Meta</Trans>
      )}
    </Button>
  )
}

function bodyOf(outcome: Exclude<WindowOutcome, { kind: 'blocked' }>) {
  if (outcome.kind === 'finished') {
    const { kind: _kind, ...given } = outcome
    return { how: 'dialog' as const, ...given }
  }
  const { step, words } = outcome
  return { how: 'left' as const, step: step.slice(0, 80), ...(words === null ? {} : { words: words.slice(0, 500) }) }
}

/** The number as Meta gave it, and where Meta calls us. */
function WhatIsConnected() {
  const { t } = useLingui()
  const { guide } = useStep('connect')
  const rows = [
    [t`Número`, guide.number?.address],
    [t`Id del número`, guide.number?.phoneNumberId],
    [t`Cuenta de WhatsApp`, guide.number?.wabaId],
    [t`Meta llama a`, guide.webhook.url],
  ] as const
  return (
    <dl className="grid grid-cols-[10rem_1fr] overflow-hidden rounded-lg border border-border bg-surface text-sm max-md:grid-cols-1">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="border-b border-border px-4 py-2 text-text-2 max-md:border-0 max-md:pb-0">{name}</dt>
          <dd className="min-w-0 truncate border-b border-border px-4 py-2 font-mono text-xs/5">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Connected({ onAgain }: { readonly onAgain: () => void }) {
  const { again: isAsked = false } = useSearch({ strict: false }) as { again?: boolean }
  const { guide, step } = useStep('connect')
  const busy = useGuide((held) => held.busy)
  const goOn = useGoOn('connect')
  return (
    <>
      {step.state === 'done' ? (
        <Button look="primary" data-testid="guide-next" className="max-md:h-11" onPress={() => void goOn(guide)}>
          <Trans>Seguir</Trans>
          <ArrowRight size={14} aria-hidden />
        </Button>
      ) : (
        <Button
          look="primary"
          isDisabled={busy}
          className="max-md:h-11"
          onPress={() => void act((id) => call('lookAtGuide', { params: { id } }))}
        >
          <RefreshCw size={14} aria-hidden />
          <Trans>Pedir a Meta que llame otra vez</Trans>
        </Button>
      )}
      {isAsked && guide.lineId !== null && (
        <LinkButton to="/settings/numbers/$lineId" params={{ lineId: guide.lineId }}>
          <Trans>Ver el número</Trans>
        </LinkButton>
      )}
      <Button look="quiet" className="max-md:h-11" onPress={onAgain}>
        <Trans>Conectar de otra manera</Trans>
      </Button>
    </>
  )
}
