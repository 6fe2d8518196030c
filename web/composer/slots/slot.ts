import type { TemplateView } from '#contract/views.ts'
import type { SlotValue } from '#core/template/template.ts'

export type Slot = TemplateView['slots'][number]

/** The input of one slot. */
export type SlotProps<Kind extends SlotValue['kind'] = SlotValue['kind']> = {
  readonly slot: Slot
  readonly label: string
  /** Undefined: nothing was given. */
  readonly value: Extract<SlotValue, { kind: Kind }> | undefined
  /** What is wrong with it, once somebody tried to send. */
  readonly problem: string | null
  readonly onChange: (value: SlotValue | undefined) => void
}
