import { failed, ok, type Result } from '#base/result.ts'
import type { Instant } from '#base/time.ts'
import type { AccountId, Actor, TemplateId } from '../../account/account.ts'
import { type Refusal, refusal } from '../../refusal/refusal.ts'
import { headOf, type TemplateBody } from '../body.ts'
import { readText } from '../text.ts'
import type { KeptTemplate, TemplateChange, TemplateEvent } from '../kept.ts'
import { NAME_LENGTH } from '../lint/limits.ts'
import type { Purpose } from '../purpose.ts'
import { CATEGORIES, type Template } from '../template.ts'
import { normalised } from './same.ts'

type Changed = Result<TemplateChange, readonly Refusal[]>

export type NewTemplate = {
  readonly accountId: AccountId
  readonly templateId: TemplateId
  readonly groupKey: string
  readonly body: TemplateBody
  readonly purpose: Purpose | null
}

/** A template that only we have. What the linter minds is no obstacle to a draft; a name, a language and a category are. */
export function draftTemplate(wanted: NewTemplate, by: Actor, now: Instant): Changed {
  const head = readHead(wanted.body)
  if (!head.ok) return head
  const { accountId, templateId, groupKey, purpose } = wanted
  const body = normalised(wanted.body, head.value)
  const template: Template = {
    ...{ accountId, templateId, groupKey, purpose, platformId: null },
    ...head.value,
    ...{ status: 'DRAFT', statusReason: null, quality: 'UNKNOWN' },
    ...readText(body),
  }
  const kept: KeptTemplate = {
    template,
    body: null,
    draft: { body, from: null, by, at: now },
    submission: null,
    trouble: null,
    author: by,
    createdAt: now,
    changedAt: now,
    revision: 1,
    version: 0,
    approvedVersion: null,
    heard: { status: null, quality: null, category: null, text: null },
    isReadBack: true,
    announced: null,
    said: [],
    deletedAt: null,
  }
  return ok({ kept, events: [{ at: now, by, what: { kind: 'drafted' } }], version: null })
}

/** Begins again with one that Meta has no more: same id and history, a new draft. */
export const redraftDeleted = (old: KeptTemplate, fresh: KeptTemplate): Changed => {
  if (old.template.status !== 'DELETED') return failed([refusal('template-exists', { field: 'body.name' })])
  const { templateId } = old.template
  const { draft, changedAt: at, author } = fresh
  const kept: KeptTemplate = {
    ...old,
    ...{ draft, changedAt: at, trouble: null, revision: old.revision + 1 },
    template: { ...fresh.template, templateId },
  }
  return ok({ kept, events: [{ at, by: author, what: { kind: 'drafted' } }], version: null })
}

/** What somebody changes: `body` null discards the draft; what is left out stays. */
export type DraftChange = {
  /** What whoever changes it had before them. */
  readonly revision: number
  readonly body?: TemplateBody | null | undefined
  readonly purpose?: Purpose | null | undefined
}

/**
 * Changes what is being made of a template, and what it is for. What Meta has stays as it is until the draft is
 * submitted; name and language of what Meta has, or has had, cannot change.
 */
export function changeDraft(kept: KeptTemplate, change: DraftChange, by: Actor, now: Instant): Changed {
  if (change.revision !== kept.revision) {
    const expected = String(kept.revision)
    return failed([
      refusal('template-changed-meanwhile', { field: 'revision', found: String(change.revision), expected }),
    ])
  }
  const events: TemplateEvent[] = []
  let next: KeptTemplate = { ...kept, changedAt: now, revision: kept.revision + 1 }
  if (change.purpose !== undefined && change.purpose !== kept.template.purpose) {
    next = { ...next, template: { ...next.template, purpose: change.purpose } }
    events.push({ at: now, by, what: { kind: 'purpose', to: change.purpose } })
  }
  if (change.body !== undefined) {
    if (kept.submission !== null) return failed([refusal('template-submitting')])
    const drafted = change.body === null ? discard(next, kept) : redraft(next, change.body, by, now)
    if (!drafted.ok) return drafted
    next = drafted.value
    const first = kept.draft === null || change.body === null
    if (first) events.push({ at: now, by, what: { kind: change.body === null ? 'draft-discarded' : 'drafted' } })
  }
  return ok({ kept: next, events, version: null })
}

function discard(next: KeptTemplate, kept: KeptTemplate): Result<KeptTemplate, readonly Refusal[]> {
  if (kept.body === null) return failed([refusal('template-draft-only', { field: 'body', expected: 'a body' })])
  return ok({ ...next, draft: null, trouble: null })
}

function redraft(
  next: KeptTemplate,
  given: TemplateBody,
  by: Actor,
  now: Instant,
): Result<KeptTemplate, readonly Refusal[]> {
  const head = readHead(given)
  if (!head.ok) return head
  const body = normalised(given, head.value)
  const { template } = next
  const draft = { body, from: next.draft === null ? next.version || null : next.draft.from, by, at: now }
  if (template.status === 'DRAFT') {
    return ok({ ...next, draft, template: { ...template, ...head.value, ...readText(body) } })
  }
  const fixed = (['name', 'language'] as const).filter((field) => head.value[field] !== template[field])
  if (fixed.length === 0) return ok({ ...next, draft })
  return failed(
    fixed.map((field) =>
      refusal('template-name-fixed', { field: `body.${field}`, found: head.value[field], expected: template[field] }),
    ),
  )
}

type Head = Pick<Template, 'name' | 'language' | 'category'>

/** What a draft is found by. Whether Meta takes such a name or language is the linter's to say. */
function readHead(body: TemplateBody): Result<Head, readonly Refusal[]> {
  const { name, language, category } = headOf(body)
  const refusals = [
    ...(name === null || name.length > NAME_LENGTH || /[\0-\x1f]/.test(name)
      ? [refusal('input-invalid', { field: 'body.name', expected: `1 to ${NAME_LENGTH} characters` })]
      : []),
    ...(language === null || !/^[a-z]{2,3}(_[A-Z]{2})?$/.test(language)
      ? [refusal('input-invalid', { field: 'body.language', found: language ?? '', expected: 'a code like es_MX' })]
      : []),
    ...(category === null
      ? [refusal('input-invalid', { field: 'body.category', expected: CATEGORIES.join(', ') })]
      : []),
  ]
  if (name === null || language === null || category === null || refusals.length > 0) return failed(refusals)
  return ok({ name, language, category })
}
