import type { TemplateBody } from '../body.ts'
import type { Category, Quality, TemplateStatus, TemplateText } from '../template.ts'

/** A template as Meta's list has it. */
export type PlatformTemplate = {
  /** Digits; null where the list did not say. */
  readonly platformId: string | null
  readonly name: string
  readonly language: string
  readonly category: Category
  /** The category Meta has announced; null: none. */
  readonly correctCategory: Category | null
  readonly status: TemplateStatus
  readonly statusReason: string | null
  readonly quality: Quality
  readonly body: TemplateBody
  readonly text: TemplateText
}
