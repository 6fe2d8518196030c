import { create } from 'zustand'
import type { Result } from '#base/result.ts'
import type { GuideView, StepView } from '#contract/guide.ts'
import type { ProblemView } from '#contract/views.ts'
import { call } from '../api/api.ts'

export type GuideStep = StepView['name']

type Held = {
  readonly guide: GuideView | null
  /** The guide could not be read. */
  readonly problem: ProblemView | null
  readonly busy: boolean
  /** Why the last thing asked was not done. */
  readonly refused: ProblemView | null
}
const NOTHING: Held = { guide: null, problem: null, busy: false, refused: null }

/** The guide on the screen. What the server answers replaces it as a whole. */
export const useGuide = create<Held>(() => NOTHING)

export async function openGuide(id: string): Promise<void> {
  if (useGuide.getState().guide?.id !== id) useGuide.setState(NOTHING)
  const result = await call('getGuide', { params: { id } })
  useGuide.setState(result.ok ? { guide: result.value, problem: null } : { problem: result.error })
}

/** Asks for something and shows the guide as it is then; null: it was refused, and `refused` says why. */
export async function act(ask: (id: string) => Promise<Result<GuideView, ProblemView>>): Promise<GuideView | null> {
  const { guide } = useGuide.getState()
  if (guide === null) return null
  useGuide.setState({ busy: true, refused: null })
  const result = await ask(guide.id)
  if (result.ok) {
    useGuide.setState({ guide: result.value, busy: false })
    return result.value
  }
  useGuide.setState({ busy: false, refused: result.error })
  // A refusal is noted in the guide, too: tries left, Meta's words.
  await openGuide(guide.id)
  return null
}

/** Shows a guide that came with another answer. */
export const showGuide = (guide: GuideView): void => useGuide.setState({ guide, refused: null })
export const forgetRefusal = (): void => useGuide.setState({ refused: null })

export function useStep(name: GuideStep): { readonly guide: GuideView; readonly step: StepView } {
  const guide = useGuide((held) => held.guide)
  const step = guide?.steps.find((each) => each.name === name)
  if (guide === null || step === undefined) throw new Error('A step needs its guide above it')
  return { guide, step }
}

/** In the order of the guide; null after the last. */
export function stepAfter(guide: GuideView, name: GuideStep): GuideStep | null {
  const at = guide.steps.findIndex((each) => each.name === name)
  return guide.steps[at + 1]?.name ?? null
}
