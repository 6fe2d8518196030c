import type { Instant } from '#base/time.ts'
import type { AccountId, TemplateId } from '../../account/account.ts'
import type { KeptTemplate, TemplateChange, TemplateHappening, TemplateVersion } from '../kept.ts'
import { isSendable, type Template } from '../template.ts'
import type { PlatformTemplate } from './heard.ts'
import { saysTheSame } from './same.ts'
import { taken } from './submit.ts'

/** A whole list of a group's templates, asked for at `askedAt`. */
export type Listing = {
  readonly accountId: AccountId
  readonly groupKey: string
  readonly askedAt: Instant
  readonly templates: readonly PlatformTemplate[]
  /** Whether everything on the list could be read; else nothing is concluded from what is absent. */
  readonly isWhole: boolean
  readonly newId: () => TemplateId
}

/**
 * What a list of Meta's makes of what we know of the group. What is being made of a template here is never touched; what
 * was heard later than the list was asked for stays; what is gone from Meta is DELETED.
 */
export function reconcile(known: readonly KeptTemplate[], listing: Listing): readonly TemplateChange[] {
  const { templates, isWhole } = listing
  const byKey = new Map(known.map((kept) => [keyOf(kept.template), kept]))
  const listed = new Map(templates.map((template) => [keyOf(template), template]))
  const changes = [...listed].map(([key, template]) => {
    const kept = byKey.get(key)
    if (kept === undefined) return firstSight(template, listing)
    return isArrived(kept, template) ? taken(kept, template, listing.askedAt) : merge(kept, template, listing.askedAt)
  })
  const gone = isWhole ? known.filter(({ template }) => !listed.has(keyOf(template))) : []
  return [...changes, ...gone.map((kept) => remove(kept, listing.askedAt))].filter((change) => change !== null)
}

/** A submission whose answer is not known, and which Meta turns out to have. */
const isArrived = ({ submission, body }: KeptTemplate, listed: PlatformTemplate): boolean =>
  submission !== null &&
  submission.leftAt !== null &&
  saysTheSame(submission.body, listed.body) &&
  (body === null || !saysTheSame(body, listed.body))

const keyOf = ({ name, language }: Pick<Template, 'name' | 'language'>): string => `${name}:${language}`

function firstSight(listed: PlatformTemplate, { accountId, groupKey, askedAt, newId }: Listing): TemplateChange {
  const { correctCategory, body, text, ...about } = listed
  const template: Template = { accountId, templateId: newId(), groupKey, purpose: null, ...about, ...text }
  const version: TemplateVersion = { version: 1, body, by: null, at: askedAt }
  return {
    kept: {
      ...{ template, body, draft: null, submission: null, trouble: null, author: null, createdAt: askedAt },
      ...{ changedAt: askedAt, revision: 1, version: 1, approvedVersion: about.status === 'APPROVED' ? 1 : null },
      heard: { status: askedAt, quality: askedAt, category: askedAt, text: askedAt },
      isReadBack: true,
      announced: announcedBy(listed),
      said: [],
      deletedAt: null,
    },
    events: [{ at: askedAt, by: null, what: { kind: 'changed-at-platform', version: 1 } }],
    version,
  }
}

const announcedBy = ({ category, correctCategory }: PlatformTemplate): KeptTemplate['announced'] =>
  correctCategory === null || correctCategory === category ? null : { category: correctCategory, at: null }

function merge(kept: KeptTemplate, listed: PlatformTemplate, askedAt: Instant): TemplateChange | null {
  const isNews = (what: keyof KeptTemplate['heard']) => (kept.heard[what] ?? 0) <= askedAt
  const happened: TemplateHappening[] = []
  let { template } = kept
  const { status, statusReason: reason, category, quality, platformId } = listed
  if (platformId !== null && platformId !== template.platformId) template = { ...template, platformId }
  if (isNews('status') && (status !== template.status || reason !== template.statusReason)) {
    if (status !== template.status) happened.push({ kind: 'status', from: template.status, to: status, reason })
    template = { ...template, status, statusReason: reason }
  }
  if (isNews('category') && category !== template.category) {
    happened.push({ kind: 'category', from: template.category, to: category })
    template = { ...template, category }
  }
  if (isNews('quality') && quality !== template.quality) {
    happened.push({ kind: 'quality', from: template.quality, to: quality })
    template = { ...template, quality }
  }
  const isOther = kept.body === null || !saysTheSame(kept.body, listed.body)
  const isText = isNews('text') && (isOther || !kept.isReadBack)
  const isVersion = isText && isOther && (kept.body === null || kept.isReadBack)
  const version = isVersion ? kept.version + 1 : kept.version
  if (isText) template = { ...template, ...listed.text }
  if (isVersion) happened.push({ kind: 'changed-at-platform', version })
  const announced = isNews('category') ? announcedBy(listed) && (kept.announced ?? announcedBy(listed)) : kept.announced
  const approvedVersion = template.status === 'APPROVED' ? version : kept.approvedVersion
  // Only a stop is dated: older news that comes after the list may not undo it, and the next list may.
  const isStop = template.status !== kept.template.status && !isSendable(template.status)
  const isSame =
    template === kept.template && !isText && announced === kept.announced && approvedVersion === kept.approvedVersion
  const isLeaving = template.status === 'PENDING_DELETION'
  const deletedAt = isLeaving ? (kept.deletedAt ?? askedAt) : isNews('status') ? null : kept.deletedAt
  if (isSame && deletedAt === kept.deletedAt) return null
  return {
    kept: {
      ...kept,
      ...{ template, version, announced, approvedVersion, deletedAt },
      said: template.status === kept.template.status ? kept.said : [],
      body: isText ? listed.body : kept.body,
      isReadBack: isText ? true : kept.isReadBack,
      draft: isVersion && kept.draft !== null && saysTheSame(kept.draft.body, listed.body) ? null : kept.draft,
      heard: { ...kept.heard, ...(isText && { text: askedAt }), ...(isStop && { status: askedAt }) },
    },
    events: happened.map((what) => ({ at: askedAt, by: null, what })),
    version: isVersion ? { version, body: listed.body, by: null, at: askedAt } : null,
  }
}

/** Not on Meta's list any more. What Meta never had, or took after the list was asked for, stays. */
function remove(kept: KeptTemplate, askedAt: Instant): TemplateChange | null {
  const { template, heard } = kept
  if (template.status === 'DRAFT' || template.status === 'DELETED') return null
  if (Math.max(heard.status ?? 0, heard.text ?? 0) > askedAt) return null
  return {
    kept: {
      ...kept,
      template: { ...template, status: 'DELETED' },
      heard: { ...heard, status: askedAt },
      deletedAt: kept.deletedAt ?? askedAt,
    },
    events: [{ at: askedAt, by: null, what: { kind: 'status', from: template.status, to: 'DELETED', reason: null } }],
    version: null,
  }
}
