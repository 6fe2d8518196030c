import type { Instant } from '#base/time.ts'
import type { KeptTemplate, TemplateChange, TemplateHappening } from '../kept.ts'
import type { Category, Quality, TemplateStatus } from '../template.ts'

/** What a webhook tells of one template (cloud-api §2.5). */
export type TemplateNews = { readonly name: string; readonly language: string } & (
  | {
      readonly kind: 'status'
      readonly status: TemplateStatus
      readonly reason: string | null
      /** Whole sentences of Meta's. */
      readonly said: readonly string[]
    }
  | { readonly kind: 'quality'; readonly quality: Quality }
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'category-announced'; readonly category: Category; readonly from: Instant | null }
)

/**
 * What news told at `at`, by Meta's clock, make of a template. In any order and any number of times the end is the same:
 * the newest counts, and of two of one moment the further one; the list that is asked for after each decides in the end.
 * Null: nothing new.
 */
export function hear(kept: KeptTemplate, news: TemplateNews, at: Instant): TemplateChange | null {
  const { template } = kept
  // Only we have it, or have made it anew: what is said of that name speaks of another.
  if (template.status === 'DRAFT') return null
  switch (news.kind) {
    case 'status':
      return hearStatus(kept, news, at)
    case 'quality': {
      if (!isNewer(kept, 'quality', at)) return null
      if (template.quality === news.quality) return confirmed(kept, 'quality', at)
      const what: TemplateHappening = { kind: 'quality', from: template.quality, to: news.quality }
      return changed({ ...kept, template: { ...template, quality: news.quality } }, 'quality', what, at)
    }
    case 'category': {
      if (!isNewer(kept, 'category', at)) return null
      if (template.category === news.category) return confirmed(kept, 'category', at)
      const what: TemplateHappening = { kind: 'category', from: template.category, to: news.category }
      const next = { ...kept, template: { ...template, category: news.category }, announced: null }
      return changed(next, 'category', what, at)
    }
    case 'category-announced': {
      const { category, from } = news
      if (!isNewer(kept, 'category', at) || template.category === category) return null
      if (kept.announced?.category === category && kept.announced.at === from) return null
      const what: TemplateHappening = { kind: 'category-announced', to: category, from }
      return changed({ ...kept, announced: { category, at: from } }, 'category', what, at)
    }
  }
}

function hearStatus(
  kept: KeptTemplate,
  { status, reason, said }: Extract<TemplateNews, { kind: 'status' }>,
  at: Instant,
): TemplateChange | null {
  const { template } = kept
  const known = kept.heard.status
  const isLate = known !== null && (at < known || (at === known && rank(status) <= rank(template.status)))
  if (isLate) return null
  if (status === template.status && reason === template.statusReason) return confirmed(kept, 'status', at)
  const isGone = status === 'DELETED' || status === 'PENDING_DELETION'
  const next: KeptTemplate = {
    ...kept,
    template: { ...template, status, statusReason: reason },
    said,
    approvedVersion: status === 'APPROVED' ? kept.version : kept.approvedVersion,
    deletedAt: isGone ? (kept.deletedAt ?? at) : null,
  }
  return changed(next, 'status', { kind: 'status', from: template.status, to: status, reason }, at)
}

/** Of two states told in the same second, this is the later one in a template's life. */
const rank = (status: TemplateStatus): number => LIFE.indexOf(status)
const LIFE: readonly TemplateStatus[] = [
  ...(['DRAFT', 'OTHER', 'PENDING', 'IN_APPEAL', 'LIMIT_EXCEEDED', 'APPROVED', 'REJECTED', 'FLAGGED'] as const),
  ...(['PAUSED', 'LOCKED', 'DISABLED', 'ARCHIVED', 'PENDING_DELETION', 'DELETED'] as const),
]

/** What is so already, told of a later moment: nothing older may undo it. Null: of the same moment. */
const confirmed = (kept: KeptTemplate, what: keyof KeptTemplate['heard'], at: Instant): TemplateChange | null =>
  kept.heard[what] === at
    ? null
    : { kept: { ...kept, heard: { ...kept.heard, [what]: at } }, events: [], version: null }

const isNewer = (kept: KeptTemplate, what: keyof KeptTemplate['heard'], at: Instant): boolean =>
  (kept.heard[what] ?? 0) <= at

const changed = (
  next: KeptTemplate,
  heard: keyof KeptTemplate['heard'],
  what: TemplateHappening,
  at: Instant,
): TemplateChange => ({
  kept: { ...next, heard: { ...next.heard, [heard]: at } },
  events: [{ at, by: null, what }],
  version: null,
})
