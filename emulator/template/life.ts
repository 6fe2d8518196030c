import type { Fields } from '../json.ts'
import { tellAccount } from '../webhook/tell.ts'
import type { Template } from '../world/model.ts'
import type { World } from '../world/world.ts'
import type { RejectionInfo } from './judgement.ts'

/** What happened to a template, in the words of `message_template_status_update` (cloud-api §2.5). */
export type Turn = {
  readonly event: string
  readonly reason?: string
  readonly info?: RejectionInfo
  readonly other?: { readonly title: string; readonly description: string }
  /** "November 29, 2026" as Meta writes it. */
  readonly disableDate?: string
}

/** Events that are no status of a template: what it is afterwards. */
const statusAfter: Readonly<Record<string, string>> = { REINSTATED: 'APPROVED', UNARCHIVED: 'APPROVED' }

/** Changes what a template is and tells the account. */
export function setStatus(world: World, template: Template, turn: Turn): Template {
  const status = statusAfter[turn.event] ?? turn.event
  const rejectedReason = turn.event === 'REJECTED' ? (turn.reason ?? 'NONE') : 'NONE'
  const next = world.templates.patch(template.id, { status, rejectedReason, rejection: turn.info ?? null }) ?? template
  tellTurn(world, next, turn)
  return next
}

/** Tells the account of a turn in a template's life. */
export function tellTurn(world: World, template: Template, turn: Turn): void {
  world.changes.tell({ kind: 'meta' })
  const { event, reason = 'NONE', info, other, disableDate } = turn
  const isBeside = world.store.table<{ rejectionInfo: string }>('review').get('review')?.rejectionInfo === 'beside'
  const rejection = info === undefined ? {} : { rejection_info: info }
  tellAccount(
    world,
    world.wabas.of(template),
    'message_template_status_update',
    {
      event,
      ...named(template),
      message_template_category: template.category,
      reason,
      ...(disableDate === undefined ? {} : { disable_info: { disable_date: disableDate } }),
      ...(other === undefined ? {} : { other_info: other }),
      ...(isBeside ? {} : rejection),
    },
    isBeside ? rejection : {},
  )
}

export const tellCategory = (world: World, template: Template, change: Fields): void =>
  tellAccount(world, world.wabas.of(template), 'template_category_update', { ...named(template), ...change })

export function tellQuality(world: World, template: Template, previous: string): void {
  world.changes.tell({ kind: 'meta' })
  tellAccount(world, world.wabas.of(template), 'message_template_quality_update', {
    previous_quality_score: previous,
    new_quality_score: template.quality,
    ...named(template),
  })
}

/** The id is an integer here and a string in answers; the language is written with a hyphen (cloud-api §2.5). */
export const named = ({ id, name, language }: Template): Fields => ({
  message_template_id: Number(id),
  message_template_name: name,
  message_template_language: language.replace('_', '-'),
})
