import { type Instant, isoOrNull, toIso } from '#base/time.ts'
import { explainProblem } from '#core/problem/explain.ts'
import { inLanguage } from '#core/problem/problem.ts'
import { valueWords } from '#core/notice/values.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import type { Language } from '#base/language.ts'
import { explain } from '#core/refusal/words.ts'
import type { TemplateBody } from '#core/template/body.ts'
import type { Draft, KeptTemplate, TemplateEvent, Trouble } from '#core/template/kept.ts'
import type { TemplateNumbers } from '#core/template/numbers.ts'
import { adviceFor } from '#core/template/life/reasons.ts'
import {
  type Action,
  ACTIONS,
  editFreeAt,
  editsLeft,
  nameFreeAt,
  obstaclesTo,
  type Usage,
} from '#core/template/life/rules.ts'
import { type NameOf, toTemplateView } from './convert.ts'
import { actorView } from './convert-actor.ts'
import type { TemplateBodyView, TemplateDetail, TemplateRow } from './templates.ts'

/** Kept templates as the API shows them. */

export const toTemplateRow = (kept: KeptTemplate, numbers: TemplateNumbers): TemplateRow => ({
  ...toTemplateView(kept.template),
  hasDraft: kept.draft !== null,
  isSubmitting: kept.submission !== null,
  hasTrouble: kept.trouble !== null,
  numbers: numbersView(numbers),
  changedAt: toIso(kept.changedAt),
})

const numbersView = ({ lastSentAt, sent, delivered, read, price }: TemplateNumbers): TemplateRow['numbers'] => ({
  lastSentAt: isoOrNull(lastSentAt),
  ...{ sent, delivered, read },
  readRate: delivered === 0 ? null : read / delivered,
  price,
})

/** What a detail shows besides the template itself. */
export type DetailParts = {
  readonly usage: Usage
  readonly numbers: TemplateNumbers
  /** Newest first. */
  readonly events: readonly TemplateEvent[]
  readonly now: Instant
  readonly nameOf: NameOf
  readonly language: Language
}

export function toTemplateDetail(kept: KeptTemplate, parts: DetailParts): TemplateDetail {
  const { usage, events, numbers, now, nameOf, language } = parts
  const { draft, submission, trouble, author, announced } = kept
  const who = (actor: NonNullable<KeptTemplate['author']>) => ({ ...actorView(actor), name: nameOf(actor) })
  const can = (action: Action) =>
    obstaclesTo(action, kept, usage, now).map((refusal) => obstacleView(refusal, language))
  return {
    ...toTemplateRow(kept, numbers),
    revision: kept.revision,
    content: kept.body && bodyView(kept.body),
    draft: draft && { ...draftView(draft, kept.version), by: who(draft.by) },
    submission: submission && { kind: submission.kind, by: who(submission.by), at: toIso(submission.at) },
    trouble: trouble && troubleView(trouble, language),
    reason: reasonView(kept, language),
    announced: announced && { category: announced.category, at: isoOrNull(announced.at) },
    version: kept.version,
    approvedVersion: kept.approvedVersion,
    author: author && who(author),
    createdAt: toIso(kept.createdAt),
    deletedAt: isoOrNull(kept.deletedAt),
    edits: { left: editsLeft(usage, now), freeAt: isoOrNull(editFreeAt(usage, now)) },
    nameFreeAt: isoOrNull(nameFreeAt(usage, now)),
    can: Object.fromEntries(ACTIONS.map((action) => [action, can(action)])) as TemplateDetail['can'],
    history: events.map((event) => ({ ...eventView(event), by: event.by && who(event.by) })),
  }
}

export const obstacleView = (refusal: Refusal, language: Language) => ({
  code: refusal.code,
  field: refusal.field ?? null,
  found: refusal.found ?? null,
  expected: refusal.expected ?? null,
  message: explain(refusal, language),
})

/** Bodies that came from Meta may lack what we ask of drafts; they are shown as they are. */
export const bodyView = (body: TemplateBody): TemplateBodyView => body as TemplateBodyView

const draftView = ({ body, from, at }: Draft, version: number) => ({
  body: bodyView(body),
  from,
  isBehind: from !== null && from < version,
  at: toIso(at),
})

function troubleView({ code, title, details, at }: Trouble, language: Language) {
  const { cause, advice } = explainProblem(code, language)
  return { code, cause, advice, title, details, at: toIso(at) }
}

/** Only for the states that somebody has to do something about. */
function reasonView({ template, said }: KeptTemplate, language: Language): TemplateDetail['reason'] {
  const advice = adviceFor(template.status, template.statusReason)
  if (advice === null) return null
  const code = template.statusReason ?? template.status
  const words = [valueWords(code, language), ...said].join('. ')
  return { code, words, advice: inLanguage(advice, language) }
}

function eventView({ at, what }: TemplateEvent) {
  const about = what as { readonly from?: unknown; readonly to?: unknown }
  const word = (value: unknown): string | null =>
    typeof value === 'string' ? value : typeof value === 'number' ? toIso(value as Instant) : null
  return { at: toIso(at), kind: what.kind, from: word(about.from), to: word(about.to), details: detailsOf(what) }
}

function detailsOf(what: TemplateEvent['what']): string | null {
  switch (what.kind) {
    case 'status':
      return what.reason
    case 'not-taken':
      return what.title ?? what.code
    case 'created':
    case 'edited':
    case 'edited-approved':
    case 'changed-at-platform':
      return String(what.version)
    case 'asked':
      return what.action
    default:
      return null
  }
}
