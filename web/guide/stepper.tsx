import { Plural, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Check, Clock, TriangleAlert } from 'lucide-react'
import type { GuideView, StepView } from '#contract/guide.ts'
import { cx } from '../kit/cx.ts'
import type { GuideStep } from './use-guide.ts'
import { useStepNames } from './use-step-names.ts'

type Props = { readonly guide: GuideView; readonly open: GuideStep }

/** The eight steps: what is done, what waits and for whom. */
export function Stepper({ guide, open }: Props) {
  const { t } = useLingui()
  const names = useStepNames()
  const done = guide.steps.filter(({ state }) => state === 'done').length
  return (
    <nav aria-label={t`Pasos`} className="flex flex-col max-lg:border-b max-lg:border-border lg:w-68 lg:shrink-0">
      <div className="px-4 pb-3 max-lg:hidden">
        <p className="flex items-baseline justify-between text-sm text-text-2 tabular">
          <span>
            <Plural value={done} one="# paso hecho" many="# de pasos hechos" other="# pasos hechos" />
          </span>
          <span>{done} / 8</span>
        </p>
        <div className="mt-1.5 flex gap-0.5" aria-hidden>
          {guide.steps.map(({ name, state }) => (
            <span key={name} className={cx('h-1 flex-1 rounded-xs', BARS[state])} />
          ))}
        </div>
      </div>
      <ol className="flex gap-1 max-lg:overflow-x-auto max-lg:px-3 max-lg:py-2 lg:flex-col lg:px-2">
        {guide.steps.map((step, index) => (
          <li key={step.name} className="shrink-0">
            <Link
              to="/settings/numbers/guide/$guideId"
              params={{ guideId: guide.id }}
              search={{ step: step.name }}
              data-testid={`guide-step-${step.name}`}
              data-state={step.state}
              ref={step.name === open ? showInRow : undefined}
              aria-current={step.name === open ? 'step' : undefined}
              className="flex items-center gap-3 rounded-md px-2 py-1.5 transition-colors duration-90 hover:bg-hover focus-visible:-outline-offset-2 aria-[current=step]:bg-selected max-lg:h-11"
            >
              <Mark state={step.state} number={index + 1} />
              <span className="min-w-0">
                <span className="block truncate text-md font-medium whitespace-nowrap">{names[step.name].name}</span>
                <span className="block truncate text-xs text-text-2 max-lg:hidden">
                  <Waiting step={step} />
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** On a narrow screen the steps are a row that scrolls. */
const showInRow = (element: HTMLElement | null): void => element?.scrollIntoView({ inline: 'center', block: 'nearest' })

const BARS: Readonly<Record<StepView['state'], string>> = {
  done: 'bg-accent',
  waiting: 'bg-warn',
  stopped: 'bg-danger',
  todo: 'bg-ring-track',
}

/** What stands under a step's name. */
function Waiting({ step: { state, who, owner } }: { readonly step: StepView }) {
  const { t } = useLingui()
  if (state === 'done') return t`Hecho`
  if (state === 'stopped') return t`Hay que corregir algo`
  if (state === 'waiting') return who === 'meta' ? t`Espera a Meta` : t`Le espera a usted`
  return owner === null ? t`Por hacer` : t`Por hacer · ${owner.name}`
}

/** A step's place, or how it stands; each by its shape, not only its colour. */
function Mark({ state, number }: { readonly state: StepView['state']; readonly number: number }) {
  const look = 'flex size-6 shrink-0 items-center justify-center rounded-full text-xs font-semibold tabular'
  if (state === 'done') {
    return (
      <span className={cx(look, 'bg-accent text-on-accent')}>
        <Check size={14} strokeWidth={2.5} aria-hidden />
      </span>
    )
  }
  if (state === 'stopped') {
    return (
      <span className={cx(look, 'bg-danger-soft text-danger')}>
        <TriangleAlert size={13} aria-hidden />
      </span>
    )
  }
  if (state === 'waiting') {
    return (
      <span className={cx(look, 'bg-warn-soft text-warn')}>
        <Clock size={13} aria-hidden />
      </span>
    )
  }
  return <span className={cx(look, 'border border-control text-text-2')}>{number}</span>
}
