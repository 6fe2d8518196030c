import { days } from '#base/time.ts'
import type { Template } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { setStatus, tellTurn } from './life.ts'
import { weighAll } from './quality.ts'

/** Archived after twelve months without a message, deleted 28 days later (Cloud API, Templates, Archiving, 2026-04). */
const IDLE_MS = days(365)
const DELETED_AFTER_MS = days(28)
const SWEEP_EVERY_MS = days(1)

/** Teaches the agenda to look at all templates once a day: their quality, and whether they have been idle too long. */
export function lookDaily(world: World): void {
  world.agenda.on('look-at-templates', () => {
    weighAll(world)
    for (const template of [...world.templates.all()]) sweep(world, template)
    world.agenda.plan('look-at-templates', 'all', world.clock.now() + SWEEP_EVERY_MS)
  })
  world.agenda.on('delete-archived', ({ subject }) => {
    const template = world.templates.get(subject)
    if (template?.status !== 'ARCHIVED') return
    world.templates.patch(subject, { status: 'DELETED', deletedAt: world.clock.now(), wasApproved: true })
    tellTurn(world, template, { event: 'DELETED' })
  })
  world.agenda.plan('look-at-templates', 'all', world.clock.now() + SWEEP_EVERY_MS)
}

function sweep(world: World, template: Template): void {
  if (template.status !== 'APPROVED') return
  if (template.createdAt === undefined) {
    // From a journal of before: nobody knows how old it is, so its year begins now.
    world.templates.patch(template.id, { createdAt: world.clock.now() })
    return
  }
  const lastAt = Math.max(template.usedAt ?? 0, template.createdAt)
  if (world.clock.now() - lastAt < IDLE_MS) return
  setStatus(world, template, { event: 'ARCHIVED' })
  deleteArchivedLater(world, template.id, lastAt + IDLE_MS)
}

export const deleteArchivedLater = (world: World, id: string, at: number): void =>
  world.agenda.plan('delete-archived', id, at + DELETED_AFTER_MS)

/** Notes that a template was sent, once a day, so that the journal of a campaign stays short. */
export function noteUse(world: World, { id, usedAt = 0 }: Template): void {
  const now = world.clock.now()
  if (now - usedAt >= SWEEP_EVERY_MS) world.templates.patch(id, { usedAt: now })
}
