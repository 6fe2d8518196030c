import { days, hours } from '#base/time.ts'
import type { Template } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { judge, type Reason, rejection, type Verdict } from './judgement.ts'
import { setStatus, tellCategory, tellTurn } from './life.ts'
import { templatesOf } from './templates-of.ts'

/** One decision the reviewer is told to take, instead of an own one. */
export type Decision = {
  readonly outcome: 'APPROVED' | 'REJECTED'
  readonly reason?: Reason
  /** Approved as; the category asked for unless said otherwise. */
  readonly category?: Template['category']
  readonly recommendation?: string
}

export type ReviewSettings = {
  /** By the emulator's clock. */
  readonly delayMs: number
  /** One for each of the next templates decided on. */
  readonly next: readonly Decision[]
  /** Meta's samples have `rejection_info` inside the value and beside it. */
  readonly rejectionInfo: 'inside' | 'beside'
}

/** The emulator's reviewer is quick; Meta's takes "up to 24 hours, mostly minutes" (Cloud API, Templates, 2025-12). */
export const usualReview: ReviewSettings = { delayMs: 1_500, next: [], rejectionInfo: 'inside' }

const tableOf = (world: World) => world.store.table<ReviewSettings>('review')
export const reviewSettings = (world: World): ReviewSettings => tableOf(world).get('review') ?? usualReview
export function changeReview(world: World, settings: ReviewSettings): void {
  tableOf(world).put('review', settings)
  world.changes.tell({ kind: 'meta' })
}

/** "24 hours before" a category is changed, the account is told (Cloud API, Templates, Category, 2026-04). */
const ANNOUNCED_MS = hours(24)
/** How long Meta takes to notice that something approved as utility sells: undocumented, made up. */
const NOTICED_MS = days(7)

/** Teaches the agenda what happens to templates under review and to wrong categories. */
export function reviewTemplates(world: World): void {
  world.agenda.on('review-template', ({ subject }) => decide(world, subject))
  world.agenda.on('template-deleted', ({ subject }) => {
    const template = world.templates.get(subject)
    if (template !== undefined) tellTurn(world, template, { event: 'DELETED' })
  })
  world.agenda.on('announce-category', ({ subject, dueAt }) => {
    const template = world.templates.get(subject)
    if (template?.status === 'APPROVED' && template.correctCategory !== undefined)
      announceCategory(world, template, template.correctCategory, dueAt)
  })
  world.agenda.on('change-category', ({ subject }) => {
    const template = world.templates.get(subject)
    if (template?.correctCategory === undefined || template.deletedAt !== null) return
    const { category: previousCategory, correctCategory: category } = template
    const next = world.templates.patch(subject, { category, previousCategory, correctCategory: undefined })
    if (next !== undefined)
      tellCategory(world, next, { previous_category: previousCategory, new_category: next.category })
  })
}

/** Hands a template to the reviewer. */
export const submit = (world: World, id: string): void =>
  world.agenda.plan('review-template', id, world.clock.now() + reviewSettings(world).delayMs)

function decide(world: World, id: string): void {
  const template = world.templates.get(id)
  if (template?.status !== 'PENDING') return
  const own = judge(template, templatesOf(world, world.wabas.of(template)))
  const verdict = told(world, template) ?? own
  if (verdict.outcome === 'REJECTED') {
    setStatus(world, template, { event: 'REJECTED', reason: verdict.reason, info: verdict.info })
    return
  }
  const { category } = verdict
  const previousCategory = category === template.category ? template.previousCategory : template.category
  const correct = own.outcome === 'APPROVED' && own.category !== category ? own.category : undefined
  const next = world.templates.patch(id, { category, previousCategory, correctCategory: correct }) ?? template
  setStatus(world, next, { event: 'APPROVED' })
  if (correct !== undefined) world.agenda.plan('announce-category', id, world.clock.now() + NOTICED_MS)
}

/** What the reviewer was told to decide; `null` when nothing is prescribed. */
function told(world: World, template: Template): Verdict | null {
  const settings = reviewSettings(world)
  const [decision, ...next] = settings.next
  if (decision === undefined) return null
  changeReview(world, { ...settings, next })
  if (decision.outcome === 'APPROVED') return { outcome: 'APPROVED', category: decision.category ?? template.category }
  return rejection(
    decision.reason ?? 'INVALID_FORMAT',
    'The template does not comply with the WhatsApp Business policies.',
    decision.recommendation ?? 'Change the template and submit it again.',
  )
}

/** Tells that a template will have another category in 24 hours. */
export function announceCategory(world: World, template: Template, category: Template['category'], at: number): void {
  const dueAt = at + ANNOUNCED_MS
  world.templates.patch(template.id, { correctCategory: category })
  world.agenda.plan('change-category', template.id, dueAt)
  tellCategory(world, template, {
    new_category: template.category,
    correct_category: category,
    category_update_timestamp: Math.floor(dueAt / 1000),
  })
}
