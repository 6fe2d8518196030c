import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ArrowLeft, Compass } from 'lucide-react'
import { useEffect } from 'react'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { LinkButton } from '../kit/link-button.tsx'
import { useTitle } from '../kit/use-title.ts'
import { Notice } from '../kit/notice.tsx'
import { DemoTelephone } from './demo-telephone.tsx'
import { Stepper } from './stepper.tsx'
import { ActivateStep } from './steps/activate-step.tsx'
import { ActivityStep } from './steps/activity-step.tsx'
import { CompanyStep } from './steps/company-step.tsx'
import { ConnectStep } from './steps/connect-step.tsx'
import { FitStep } from './steps/fit-step.tsx'
import { NameStep } from './steps/name-step.tsx'
import { NumberStep } from './steps/number-step.tsx'
import { ProveStep } from './steps/prove-step.tsx'
import { forgetRefusal, type GuideStep, openGuide, useGuide } from './use-guide.ts'

const STEPS: Readonly<Record<GuideStep, () => React.ReactNode>> = {
  fit: FitStep,
  activity: ActivityStep,
  company: CompanyStep,
  number: NumberStep,
  name: NameStep,
  connect: ConnectStep,
  activate: ActivateStep,
  prove: ProveStep,
}

/** From nothing to a number that works: what is done, what waits for whom, and the step that is next. */
export function GuidePage() {
  const { t, i18n } = useLingui()
  const { guideId = '' } = useParams({ strict: false })
  const { step } = useSearch({ strict: false }) as { step?: GuideStep }
  const { guide, problem } = useGuide()
  const navigate = useNavigate()
  useEffect(() => {
    void openGuide(guideId)
  }, [guideId, i18n.locale])
  const open = step ?? guide?.next ?? 'prove'
  const name = guide?.number?.address ?? guide?.phone?.shown ?? t`Un número nuevo`
  useTitle(name)
  useEffect(() => forgetRefusal(), [open])
  // Once open, a step stays open, whatever is done in it.
  const isHere = guide?.id === guideId
  useEffect(() => {
    if (step === undefined && isHere) {
      const to = '/settings/numbers/guide/$guideId' as const
      void navigate({ to, params: { guideId }, search: { step: open }, replace: true })
    }
  }, [step, isHere, open, guideId, navigate])
  if (problem && guide === null) {
    return (
      <div className="flex-1 bg-canvas">
        <Notice
          icon={<Compass size={20} aria-hidden />}
          title={problem.status === 404 ? t`Esa guía ya no existe` : t`No se pudo leer la guía`}
          action={
            problem.status === 404 ? (
              <LinkButton to="/settings/numbers">{t`Ver los números`}</LinkButton>
            ) : (
              <Button onPress={() => void openGuide(guideId)}>{t`Reintentar`}</Button>
            )
          }
        />
      </div>
    )
  }
  const Step = STEPS[open]
  const remove = async () => {
    const result = await call('removeGuide', { params: { id: guideId } })
    if (result.ok) await navigate({ to: '/settings/numbers' })
  }
  return (
    <div className="flex min-w-0 flex-1 flex-col overflow-y-auto bg-canvas">
      <header className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 px-6 pt-5 pb-4 max-md:px-4">
        <Link
          to="/settings/numbers"
          className="flex h-8 items-center gap-1.5 rounded-md px-2 text-sm font-medium text-text-2 hover:bg-hover hover:text-text max-md:h-11"
        >
          <ArrowLeft size={15} aria-hidden />
          <Trans>Números</Trans>
        </Link>
        <h1 className="min-w-0 flex-1 truncate text-md font-semibold text-text-2">{name}</h1>
        {guide && guide.lineId === null && guide.steps[0]?.mine && (
          <Button look="quiet" size="sm" onPress={() => void remove()}>
            <Trans>Descartar</Trans>
          </Button>
        )}
      </header>
      {guide === null ? (
        <div className="mx-6 h-80 animate-pulse rounded-lg border border-border bg-surface" aria-busy />
      ) : (
        <div className="flex min-h-0 flex-1 max-xl:flex-col">
          <div className="flex min-w-0 flex-1 gap-4 max-lg:flex-col max-lg:gap-5 lg:pl-3">
            <Stepper guide={guide} open={open} />
            <Step key={open} />
          </div>
          <DemoTelephone step={open} />
        </div>
      )}
    </div>
  )
}
