import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import type { Refusal } from '#core/refusal/refusal.ts'
import type { TemplateValues } from '#core/template/fill.ts'
import type { Template } from '#core/template/template.ts'
import type { TemplateView } from '#contract/views.ts'
import { shownOfDraft } from '../templates/model/shown-send.ts'
import { TemplateFields } from './template-fields.tsx'
import { Category } from './template-list.tsx'
import { TemplatePreview } from './template-preview.tsx'
import { templateTitle } from './templates.ts'

type Props = {
  readonly chosen: TemplateView
  readonly template: Template
  readonly values: TemplateValues
  readonly refusals: readonly Refusal[]
  /** Who will see it. */
  readonly to: string
  readonly onValues: (values: TemplateValues) => void
  /** Back to the list. */
  readonly onAnother: () => void
}

/** What a template still wants to know, beside what the customer will see of it. The frame around it is a `@container`. */
export function TemplateFill({ chosen, template, values, refusals, to, onValues, onAnother }: Props) {
  const [card, setCard] = useState(0)
  return (
    <div className="flex min-h-0 flex-1 gap-4 overflow-y-auto px-4 py-2 @max-[36rem]:flex-col @max-[36rem]:gap-2">
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <button
          type="button"
          onClick={onAnother}
          className="flex h-9 shrink-0 items-center gap-2 rounded-sm border border-control px-2.5 text-left text-sm font-semibold"
        >
          <span className="min-w-0 flex-1 truncate">{templateTitle(chosen.name)}</span>
          <Category template={chosen} />
          <ChevronDown size={15} className="text-text-3" aria-hidden />
        </button>
        <TemplateFields template={chosen} values={values} refusals={refusals} onCard={setCard} onChange={onValues} />
      </div>
      <TemplatePreview shown={shownOfDraft(template, values)} card={card} to={to} />
    </div>
  )
}

/** An offer that is over already is nothing to send. */
export const hasEnded = (values: TemplateValues, now: number): boolean =>
  Object.values(values).some((value) => typeof value === 'object' && value.kind === 'expiry' && value.at <= now)

export const toFirstProblem = (form: HTMLFormElement | null): void =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
