import { failed, ok, type Result } from '#base/result.ts'
import type { Instant } from '#base/time.ts'
import type { Actor } from '../../account/account.ts'
import { type Refusal, refusal } from '../../refusal/refusal.ts'
import type { KeptTemplate, TemplateChange } from '../kept.ts'
import type { TemplateStatus } from '../template.ts'
import type { Action } from './rules.ts'

/** What a person asks of Meta besides taking a text. */
export type PlatformAction = Exclude<Action, 'edit' | 'submit'>

/**
 * Meta did what a person asked at `askedAt`. A template that had been approved is deleted slowly: what is on its way still
 * arrives (cloud-api §3.3).
 */
export function acted(
  kept: KeptTemplate,
  action: PlatformAction,
  by: Actor,
  askedAt: Instant,
): Result<TemplateChange, readonly Refusal[]> {
  if (kept.submission !== null) return failed([refusal('template-submitting')])
  const { template } = kept
  const status = statusAfter(action, kept)
  const isNews = (kept.heard.status ?? 0) <= askedAt
  const next: KeptTemplate = {
    ...kept,
    template: isNews ? { ...template, status, statusReason: null } : template,
    heard: isNews ? { ...kept.heard, status: askedAt } : kept.heard,
    said: isNews ? [] : kept.said,
    deletedAt: action === 'delete' ? askedAt : kept.deletedAt,
  }
  return ok({ kept: next, events: [{ at: askedAt, by, what: { kind: 'asked', action } }], version: null })
}

function statusAfter(action: PlatformAction, { approvedVersion }: KeptTemplate): TemplateStatus {
  switch (action) {
    case 'archive':
      return 'ARCHIVED'
    case 'unarchive':
    case 'unpause':
      return 'APPROVED'
    case 'delete':
      return approvedVersion === null ? 'DELETED' : 'PENDING_DELETION'
  }
}
