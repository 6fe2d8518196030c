import { type Instant, plus, toIso } from '#base/time.ts'
import { type Refusal, refusal } from '../../refusal/refusal.ts'
import { fieldOf } from '../lint/json.ts'
import type { KeptTemplate } from '../kept.ts'
import type { TemplateStatus } from '../template.ts'
import { CREATION_SPAN, CREATIONS_PER_HOUR, EDITS, NAME_BLOCKED, TEMPLATES_MAX } from './limits.ts'
import { saysTheSame } from './same.ts'

export const ACTIONS = ['edit', 'submit', 'archive', 'unarchive', 'unpause', 'delete'] as const
export type Action = (typeof ACTIONS)[number]

/** What has been used of Meta's limits, as far as it went through us. */
export type Usage = Pick<GroupUsage, 'created' | 'used'> & {
  /** When this template was edited while approved, within the last 30 days, oldest first. */
  readonly edited: readonly Instant[]
  /** When a template of this name that had been approved was last deleted in the group; null: never. */
  readonly nameDeletedAt: Instant | null
}

export type GroupUsage = {
  /** When templates of the group were created within the last hour, oldest first. */
  readonly created: readonly Instant[]
  /** How many templates the group has at Meta. */
  readonly used: number
  /** Names that were deleted within the last 30 days. */
  readonly deletedNames: readonly { readonly name: string; readonly at: Instant }[]
}

/** Everything that stands in the way of doing this to a template now; empty: nothing does. */
export function obstaclesTo(action: Action, kept: KeptTemplate, usage: Usage, now: Instant): readonly Refusal[] {
  const { status } = kept.template
  if (action !== 'edit' && action !== 'submit') {
    return [...busy(kept), ...inState(status, STATES[action])]
  }
  if (action === 'edit') return [...busy(kept), ...(isFresh(kept) ? [] : inState(status, EDITABLE))]
  return [...busy(kept), ...(isFresh(kept) ? creation(kept, usage, now) : edit(kept, usage, now))]
}

/** Meta has never had it, or has it no more. */
export const isFresh = ({ template }: KeptTemplate): boolean =>
  template.status === 'DRAFT' || template.status === 'DELETED'

/** When the name may be used again; null: it may. */
export function nameFreeAt({ nameDeletedAt }: Pick<Usage, 'nameDeletedAt'>, now: Instant): Instant | null {
  const until = nameDeletedAt === null ? null : plus(nameDeletedAt, NAME_BLOCKED)
  return until !== null && until > now ? until : null
}

/** When another template may be created; null: now. */
export const creationFreeAt = ({ created }: Pick<Usage, 'created'>, now: Instant): Instant | null =>
  freeAt(created, CREATIONS_PER_HOUR, CREATION_SPAN, now)

/** How many more templates may be created within the hour. */
export const creationsLeft = ({ created }: Pick<Usage, 'created'>, now: Instant): number =>
  Math.max(0, CREATIONS_PER_HOUR - created.filter((at) => at + CREATION_SPAN > now).length)

/** How often this template may still be edited while it is approved, before something has to be waited for. */
export const editsLeft = ({ edited }: Pick<Usage, 'edited'>, now: Instant): number =>
  Math.max(0, Math.min(...EDITS.map(({ most, span }) => most - edited.filter((at) => at + span > now).length)))

/** When this template may be edited again while it is approved; null: now. */
export function editFreeAt({ edited }: Pick<Usage, 'edited'>, now: Instant): Instant | null {
  const waits = EDITS.map(({ most, span }) => freeAt(edited, most, span, now)).filter((at) => at !== null)
  return waits.length === 0 ? null : (Math.max(...waits) as Instant)
}

/** Whose edits Meta takes (cloud-api §3.3). */
const EDITABLE: readonly TemplateStatus[] = ['APPROVED', 'REJECTED', 'PAUSED']
/** A flagged template is an approved one that Meta watches [K]. Disabled templates cannot be deleted (cloud-api §3.3). */
const STATES: Readonly<Record<Exclude<Action, 'edit' | 'submit'>, readonly TemplateStatus[]>> = {
  archive: ['APPROVED', 'REJECTED', 'PAUSED', 'FLAGGED'],
  unarchive: ['ARCHIVED'],
  unpause: ['PAUSED'],
  delete: [
    ...(['DRAFT', 'PENDING', 'APPROVED', 'REJECTED', 'FLAGGED', 'PAUSED', 'IN_APPEAL'] as const),
    ...(['LIMIT_EXCEEDED', 'LOCKED', 'ARCHIVED', 'OTHER'] as const),
  ],
}

const busy = ({ submission }: KeptTemplate): readonly Refusal[] =>
  submission === null ? [] : [refusal('template-submitting')]

const inState = (found: TemplateStatus, wanted: readonly TemplateStatus[]): readonly Refusal[] =>
  wanted.includes(found) ? [] : [refusal('template-state', { found, expected: wanted.join(', ') })]

function creation(kept: KeptTemplate, usage: Usage, now: Instant): readonly Refusal[] {
  if (kept.draft === null) return [refusal('template-nothing-to-submit')]
  const blocked = nameFreeAt(usage, now)
  const full = creationFreeAt(usage, now)
  return [
    ...(blocked === null
      ? []
      : [refusal('template-name-blocked', { field: 'name', found: kept.template.name, expected: after(blocked) })]),
    ...(full === null ? [] : [refusal('template-creation-limit', { expected: after(full) })]),
    ...(usage.used < TEMPLATES_MAX.verified ? [] : [refusal('template-too-many', { found: String(usage.used) })]),
  ]
}

function edit(kept: KeptTemplate, usage: Usage, now: Instant): readonly Refusal[] {
  const { draft, body, template } = kept
  if (draft === null || (body !== null && template.status !== 'REJECTED' && isUnchanged(kept))) {
    return [refusal('template-nothing-to-submit')]
  }
  const category = fieldOf(draft.body, 'category')
  const isFixed = template.status !== 'REJECTED' && kept.approvedVersion !== null && category !== template.category
  const full = template.status === 'APPROVED' ? editFreeAt(usage, now) : null
  return [
    ...inState(template.status, EDITABLE),
    ...(isFixed
      ? [
          refusal('template-category-fixed', {
            field: 'category',
            found: String(category),
            expected: template.category,
          }),
        ]
      : []),
    ...(full === null ? [] : [refusal('template-edit-limit', { expected: after(full) })]),
  ]
}

const isUnchanged = ({ draft, body, template }: KeptTemplate): boolean =>
  draft !== null &&
  body !== null &&
  saysTheSame(draft.body, body) &&
  fieldOf(draft.body, 'category') === template.category &&
  fieldOf(draft.body, 'message_send_ttl_seconds') === fieldOf(body, 'message_send_ttl_seconds')

const after = (at: Instant): string => `after ${toIso(at)}`

/** `times` are oldest first. */
function freeAt(times: readonly Instant[], most: number, span: number, now: Instant): Instant | null {
  const recent = times.filter((at) => at + span > now)
  const oldest = recent.at(-most)
  return recent.length < most || oldest === undefined ? null : ((oldest + span) as Instant)
}
