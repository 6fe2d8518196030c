import type { Money } from '../../cost/rate-card.ts'
import type { Template } from '../template.ts'
import type { FindingCode, Severity } from './codes.ts'

export type Category = Template['category']

/** From `start` up to, without, `end`, in UTF-16 code units of the component's text. */
export type Span = { readonly start: number; readonly end: number }
/** One click: this text takes the place of that span of the component. */
export type Fix = { readonly span: Span; readonly text: string }

/**
 * Where something is: `name`, `language`, `category`, `template` (as a whole), `header`, `body`, `footer`, `buttons`,
 * `buttons.0`, `buttons.0.url`, `limited_time_offer`, `carousel`, and the same again below `carousel.0.`.
 */
export type Place = string

/** What a rule has found. `values` go into the sentence. */
export type Found = {
  readonly code: FindingCode
  readonly component: Place
  readonly span?: Span | null
  readonly values?: Readonly<Record<string, string | number>>
  readonly fix?: Fix | null
}

export type Finding = {
  readonly code: FindingCode
  readonly severity: Severity
  readonly component: Place
  /** Null: the component as a whole. */
  readonly span: Span | null
  readonly message: string
  readonly fix: Fix | null
}

/** A stretch of text that speaks for a category. */
export type Clue = {
  readonly category: Category
  readonly kind: string
  readonly component: Place
  readonly span: Span
  readonly text: string
}

export type Why = {
  readonly sentence: string
  /** In the order of the text; empty when nothing in it spoke for anything. */
  readonly clues: readonly Clue[]
  /** One delivered message in the category asked for and in the one predicted; null without a rate card or market. */
  readonly cost: { readonly asked: Money | null; readonly predicted: Money | null } | null
}

export type LintReport = {
  /** Errors first, then warnings, then advice; each in the order of the template. */
  readonly findings: readonly Finding[]
  readonly predictedCategory: Category
  readonly why: Why
}
