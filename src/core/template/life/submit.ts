import { failed, ok, type Result } from '#base/result.ts'
import type { Instant } from '#base/time.ts'
import type { Actor } from '../../account/account.ts'
import type { Refusal } from '../../refusal/refusal.ts'
import type { KeptTemplate, Submission, TemplateChange, TemplateHappening, TemplateVersion, Trouble } from '../kept.ts'
import { readText } from '../text.ts'
import type { Category, TemplateStatus } from '../template.ts'
import { isFresh, obstaclesTo, type Usage } from './rules.ts'

type Submitted = Result<TemplateChange, readonly Refusal[]>

/** The draft goes to Meta, if nothing stands in the way; until Meta answers nobody changes it. */
export function submitDraft(kept: KeptTemplate, usage: Usage, by: Actor, now: Instant): Submitted {
  const obstacles = obstaclesTo('submit', kept, usage, now)
  if (obstacles.length > 0 || kept.draft === null) return failed(obstacles)
  const kind = isFresh(kept) ? 'create' : 'edit'
  const submission: Submission = { kind, body: kept.draft.body, by, at: now, leftAt: null }
  const next = { ...kept, submission, trouble: null, changedAt: now, revision: kept.revision + 1 }
  return ok({ kept: next, events: [{ at: now, by, what: { kind: 'submitted' } }], version: null })
}

/** From `leftAt` on Meta may have it, whatever comes back; null: it surely has not. */
export const leaving = (kept: KeptTemplate, leftAt: Instant | null): TemplateChange => ({
  kept: { ...kept, submission: kept.submission && { ...kept.submission, leftAt } },
  events: [],
  version: null,
})

/** What Meta answered to a submission it took; null where it did not say. */
export type Acceptance = {
  readonly platformId: string | null
  readonly status: TemplateStatus | null
  readonly category: Category | null
}

/**
 * Meta has what was submitted. `askedAt` is when the request left: all that is heard of a later moment counts. Null: it was
 * settled before.
 */
export function taken(kept: KeptTemplate, acceptance: Acceptance, askedAt: Instant): TemplateChange | null {
  const { submission, template } = kept
  if (submission === null) return null
  const { body, by, kind } = submission
  const version: TemplateVersion = { version: kept.version + 1, body, by, at: askedAt }
  const isNews = (kept.heard.status ?? 0) <= askedAt
  const asked = (body['category'] as Category | undefined) ?? template.category
  const category = acceptance.category ?? asked
  const status = isNews ? (acceptance.status ?? 'PENDING') : template.status
  const happened: readonly TemplateHappening[] = [
    kind === 'create'
      ? { kind: 'created', version: version.version }
      : { kind: template.status === 'APPROVED' ? 'edited-approved' : 'edited', version: version.version },
    ...(category === asked ? [] : [{ kind: 'category', from: asked, to: category } as const]),
    ...(status === template.status
      ? []
      : [{ kind: 'status', from: template.status, to: status, reason: null } as const]),
  ]
  return {
    kept: {
      ...kept,
      template: {
        ...template,
        ...readText(body),
        ...{ category, status, platformId: acceptance.platformId ?? template.platformId },
        statusReason: isNews ? null : template.statusReason,
      },
      body,
      isReadBack: false,
      draft: null,
      submission: null,
      trouble: null,
      version: version.version,
      approvedVersion: status === 'APPROVED' ? version.version : kept.approvedVersion,
      heard: { ...kept.heard, text: askedAt, ...(isNews ? { status: askedAt, category: askedAt } : {}) },
      announced: null,
      said: [],
      deletedAt: null,
    },
    events: happened.map((what) => ({ at: askedAt, by: what.kind === 'status' ? null : by, what })),
    version,
  }
}

/** Meta did not take it; the draft stays, to be repaired and submitted again. Null: it was settled before. */
export function notTaken(kept: KeptTemplate, trouble: Trouble): TemplateChange | null {
  if (kept.submission === null) return null
  const { code, title, at } = trouble
  return {
    kept: { ...kept, submission: null, trouble, changedAt: at },
    events: [{ at, by: null, what: { kind: 'not-taken', code, title } }],
    version: null,
  }
}
