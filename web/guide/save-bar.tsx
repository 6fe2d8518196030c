import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import type { GuideAnswersView, GuideView } from '#contract/guide.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { act, type GuideStep, stepAfter, useGuide, useStep } from './use-guide.ts'

/** Answers a step; where nothing stands in the way the next one opens, unless there is a result to look at first. */
export function useSave(name: GuideStep, stays = false): (answers: GuideAnswersView) => Promise<void> {
  const goOn = useGoOn(name)
  return async (answers) => {
    const guide = await act((id) => call('answerGuide', { params: { id }, body: answers }))
    if (guide === null || stays) return
    const step = guide.steps.find((each) => each.name === name)
    if (step?.state === 'done' || step?.state === 'waiting') await goOn(guide)
  }
}

export function useGoOn(name: GuideStep): (guide: GuideView) => Promise<void> {
  const navigate = useNavigate()
  return async (guide) => {
    const step = stepAfter(guide, name)
    if (step !== null) {
      await navigate({ to: '/settings/numbers/guide/$guideId', params: { guideId: guide.id }, search: { step } })
    }
  }
}

type Props = { readonly name: GuideStep; readonly label?: string; readonly form: string }

/** The button that answers a step's form; dead for whom the step is not. */
export function SaveButton({ name, label, form }: Props) {
  const { t } = useLingui()
  const { step } = useStep(name)
  const busy = useGuide((held) => held.busy)
  if (!step.mine) {
    return (
      <p className="text-sm text-text-2">
        {step.owner ? (
          <Trans>Este paso es de {step.owner.name}.</Trans>
        ) : (
          <Trans>Este paso lo completa quien administra.</Trans>
        )}
      </p>
    )
  }
  return (
    <Button type="submit" form={form} look="primary" isDisabled={busy} data-testid="guide-save" className="max-md:h-11">
      {label ?? t`Guardar y seguir`}
    </Button>
  )
}
