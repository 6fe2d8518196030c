import type { Language } from '#base/language.ts'
import { inLanguage } from '../problem/problem.ts'
import { FINDING_WORDS, type GuideFindingCode } from './words.ts'

/** What stands in the way, may bring trouble, or would be better. */
export type GuideSeverity = 'error' | 'warning' | 'advice'

/** Something a step minds: where it is, and the text that puts it right, where there is one. */
export type GuideFinding = {
  readonly code: GuideFindingCode
  readonly severity: GuideSeverity
  /** The answer it is about. */
  readonly field: string
  /** Place in that answer's text, UTF-16 units, end excluded; null: all of it. */
  readonly span: { readonly start: number; readonly end: number } | null
  /** The whole answer, put right; null: only a person can. */
  readonly mend: string | null
  /** What goes into the sentence at `{name}`. */
  readonly values: Readonly<Record<string, string | number>>
}

type More = Partial<Pick<GuideFinding, 'span' | 'mend' | 'values'>>

export const finding = (
  severity: GuideSeverity,
  code: GuideFindingCode,
  field: string,
  { span = null, mend = null, values = {} }: More = {},
): GuideFinding => ({ code, severity, field, span, mend, values })

/** A finding as a sentence. */
export const findingWords = ({ code, values }: GuideFinding, language: Language): string =>
  inLanguage(FINDING_WORDS[code], language).replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  )

export const hasErrors = (findings: readonly GuideFinding[]): boolean =>
  findings.some(({ severity }) => severity === 'error')
