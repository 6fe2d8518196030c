import type { Instant } from '#base/time.ts'
import type { Actor } from '../account/account.ts'
import type { TemplateBody } from './body.ts'
import type { Category, Quality, Template, TemplateStatus } from './template.ts'

/** All that we keep of a template: how it stands at Meta, what is being made of it here, and what is under way. */
export type KeptTemplate = {
  readonly template: Template
  /** As Meta has it; null while Meta has not. */
  readonly body: TemplateBody | null
  /** What somebody is making of it here; null: nothing but what Meta has. */
  readonly draft: Draft | null
  /** On its way to Meta; null: nothing is. */
  readonly submission: Submission | null
  /** Why the last submission was not taken; null: it was, or there was none. */
  readonly trouble: Trouble | null
  /** Who made it here; null: it came from Meta. */
  readonly author: Actor | null
  readonly createdAt: Instant
  readonly changedAt: Instant
  /** Counts what people change here; who changes an older one than this is told. */
  readonly revision: number
  /** The newest version's number, from 1; 0: Meta never had one. */
  readonly version: number
  /** The newest version that was approved; null: none was. */
  readonly approvedVersion: number | null
  /** When what we know was so, by Meta's clock where it said when. */
  readonly heard: Readonly<Record<'status' | 'quality' | 'category' | 'text', Instant | null>>
  /** Whether `body` is as Meta writes it; false: as we submitted it, and Meta's writing of it is still to be read. */
  readonly isReadBack: boolean
  /** The category Meta says it will have, and from when. */
  readonly announced: { readonly category: Category; readonly at: Instant | null } | null
  /** Whole sentences of Meta's about the state it is in; mostly none. */
  readonly said: readonly string[]
  /** When it was deleted at Meta; null: it was not. */
  readonly deletedAt: Instant | null
}

/** `from`: the version it began with; null: with nothing. */
export type Draft = {
  readonly body: TemplateBody
  readonly from: number | null
  readonly by: Actor
  readonly at: Instant
}

/** `leftAt`: since then a request may have reached Meta, and its answer is not known; null: none has left. */
export type Submission = {
  readonly kind: 'create' | 'edit'
  readonly body: TemplateBody
  readonly by: Actor
  readonly at: Instant
  readonly leftAt: Instant | null
}

/** `code` is Meta's, or one of our refusals; `title` and `details` are Meta's own words, where it had any. */
export type Trouble = {
  readonly code: string
  readonly title: string | null
  readonly details: string | null
  readonly at: Instant
}

/** A text that Meta has had, never changed afterwards. */
export type TemplateVersion = {
  /** From 1, without gaps. */
  readonly version: number
  readonly body: TemplateBody
  /** Null: made at Meta, by whatever other means. */
  readonly by: Actor | null
  readonly at: Instant
}

/** What happened to a template, in order; never changed. `by` null: the platform did it. */
export type TemplateEvent = {
  readonly at: Instant
  readonly by: Actor | null
  readonly what: TemplateHappening
}

export type TemplateHappening =
  | { readonly kind: 'drafted' }
  | { readonly kind: 'draft-discarded' }
  | { readonly kind: 'submitted' }
  /** Meta took what was submitted: a new template, or an edit of one in this state. */
  | { readonly kind: 'created'; readonly version: number }
  | { readonly kind: 'edited' | 'edited-approved'; readonly version: number }
  | { readonly kind: 'not-taken'; readonly code: string; readonly title: string | null }
  /** The text was changed at Meta, not from here. */
  | { readonly kind: 'changed-at-platform'; readonly version: number }
  | {
      readonly kind: 'status'
      readonly from: TemplateStatus
      readonly to: TemplateStatus
      readonly reason: string | null
    }
  | { readonly kind: 'category'; readonly from: Category; readonly to: Category }
  | { readonly kind: 'category-announced'; readonly to: Category; readonly from: Instant | null }
  | { readonly kind: 'quality'; readonly from: Quality; readonly to: Quality }
  | { readonly kind: 'purpose'; readonly to: string | null }
  /** Asked of Meta by a person. */
  | { readonly kind: 'asked'; readonly action: 'archive' | 'unarchive' | 'unpause' | 'delete' }

/** What a decision makes of a kept template: written as one. */
export type TemplateChange = {
  readonly kept: KeptTemplate
  readonly events: readonly TemplateEvent[]
  /** A version that is new with this change. */
  readonly version: TemplateVersion | null
}
