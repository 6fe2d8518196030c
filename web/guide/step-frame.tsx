import { Trans, useLingui } from '@lingui/react/macro'
import { Link2, Timer, UserRound } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import type { StepView } from '#contract/guide.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { inputLook } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'
import { useMe } from '../session/session.ts'
import { Evidence } from './evidence.tsx'
import { Findings } from './findings.tsx'
import { Outside } from './outside.tsx'
import { Refused } from './refused.tsx'
import { act, type GuideStep, useGuide, useStep } from './use-guide.ts'
import { useStepNames } from './use-step-names.ts'

type Props = {
  readonly name: GuideStep
  readonly children: ReactNode
  /** What is done at the end of it. */
  readonly footer?: ReactNode
  /** Puts a finding right. */
  readonly onMend?: (field: string, text: string) => void
}

/** A step: what it is for, how long it takes, whose it is; then its own part, what it minds and what has happened. */
export function StepFrame({ name, children, footer, onMend }: Props) {
  const { step } = useStep(name)
  const refused = useGuide((held) => held.refused)
  const { name: title, lead } = useStepNames()[name]
  return (
    <section aria-labelledby="guide-step" className="flex min-w-0 flex-1 flex-col">
      <div className="flex max-w-170 flex-col gap-5 px-6 pb-8 max-md:px-4">
        <header>
          <h2 id="guide-step" className="text-xl font-semibold tracking-[-0.01em]">
            {title}
          </h2>
          <p className="pt-1 text-md text-pretty text-text-2">{lead}</p>
          <About step={step} />
        </header>
        {children}
        <Findings findings={step.findings} onMend={onMend} />
        {refused && <Refused problem={refused} />}
        {footer && (
          <div className="sticky bottom-0 -my-2 flex flex-wrap items-center gap-2 bg-canvas py-3">{footer}</div>
        )}
        <Outside step={step} />
        <Evidence events={step.events} />
      </div>
    </section>
  )
}

function About({ step }: { readonly step: StepView }) {
  const { t } = useLingui()
  const [least, most] = step.minutes
  const share = () => {
    const url = new URL(location.href)
    url.search = `?step=${step.name}`
    void navigator.clipboard.writeText(url.href)
    say(t`Enlace al paso copiado`)
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-2 text-sm text-text-2 tabular">
      <span className="flex items-center gap-1.5">
        <Timer size={14} aria-hidden />
        <Span least={least} most={most} />
      </span>
      <Owner step={step} />
      <Button look="quiet" size="sm" className="-mx-1.5" onPress={share}>
        <Link2 size={14} aria-hidden />
        <Trans>Copiar enlace</Trans>
      </Button>
    </div>
  )
}

const HOUR = 60
const DAY = 24 * HOUR

/** "2–5 min", "5 min – 14 días". */
function Span({ least, most }: { readonly least: number; readonly most: number }) {
  const { t } = useLingui()
  const days = Math.round(most / DAY)
  if (most >= DAY) return t`${least} min – ${days} días`
  return t`${least}–${most} min`
}

/** Who sees to the step; anybody may be named, and somebody of the desk may then fill it in. */
function Owner({ step }: { readonly step: StepView }) {
  const { t } = useLingui()
  const { agents, permissions } = useMe()
  const [editing, setEditing] = useState(false)
  const [name, setName] = useState(step.owner?.name ?? '')
  const list = useId()
  const shown = step.owner?.name ?? t`nadie todavía`
  const keep = async () => {
    const written = name.trim()
    const agent = agents.find((each) => each.name === written)
    const owner = written === '' ? null : { agentId: agent?.id ?? null, name: written }
    await act((id) => call('ownGuideStep', { params: { id }, body: { step: step.name, owner } }))
    setEditing(false)
  }
  if (!editing) {
    return (
      <Button
        look="quiet"
        size="sm"
        className="-mx-1.5"
        isDisabled={!permissions.includes('line:manage')}
        onPress={() => setEditing(true)}
      >
        <UserRound size={14} aria-hidden />
        <Trans>Responsable: {shown}</Trans>
      </Button>
    )
  }
  return (
    <form
      className="flex items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <input
        aria-label={t`Responsable`}
        list={list}
        value={name}
        maxLength={80}
        autoFocus
        placeholder={t`Nombre`}
        onChange={(event) => setName(event.target.value)}
        className={`${inputLook} h-7 w-44 text-sm!`}
      />
      <datalist id={list}>
        {agents.map((agent) => (
          <option key={agent.id} value={agent.name} />
        ))}
      </datalist>
      <Button type="submit" size="sm">
        <Trans>Guardar</Trans>
      </Button>
    </form>
  )
}
