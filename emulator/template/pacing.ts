import { days } from '#base/time.ts'
import { codeText } from '../graph/error-codes.ts'
import type { Template } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { setStatus } from './life.ts'
import { blocksOf, qualityOf, sentOf } from './quality.ts'

/** A utility template is paced for seven days after a pause (Cloud API, Templates, Pacing, 2025-12). */
const UTILITY_PACED_MS = days(7)

/**
 * Whether this message of a template is held until it is known how the first ones were taken: marketing that is new, back
 * from a pause or not green, and utility after a pause. How many go first is not documented; the account says it.
 */
export function isHeld(world: World, template: Template): boolean {
  const { pacing } = world.account.of(world.wabas.of(template))
  if (pacing === null || !isPaced(world, template)) return false
  const sampled = template.sampled ?? 0
  if (sampled < pacing.sample) {
    world.templates.patch(template.id, { sampled: sampled + 1 })
    return false
  }
  if (template.heldSince === undefined) {
    world.templates.patch(template.id, { heldSince: world.clock.now() })
    world.agenda.plan('pace-template', template.id, world.clock.now() + pacing.decideMs)
  }
  return true
}

function isPaced(world: World, { category, quality, unpausedAt }: Template): boolean {
  if (category === 'MARKETING') return quality !== 'GREEN'
  return category === 'UTILITY' && unpausedAt !== undefined && world.clock.now() - unpausedAt < UTILITY_PACED_MS
}

/** Teaches the agenda what becomes of held messages. `send` lets one go its way. */
export function decideOnHeld(world: World, send: (wamid: string) => void): void {
  world.agenda.on('pace-template', ({ subject }) => {
    const template = world.templates.get(subject)
    if (template === undefined) return
    const { pacing } = world.account.of(world.wabas.of(template))
    const sample = { start: template.unpausedAt ?? 0, end: world.clock.now() }
    const sent = Math.min(sentOf(world, subject, sample.start, sample.end), template.sampled ?? 0)
    const own = qualityOf(sent, blocksOf(world, subject, sample.start, sample.end), sent, 'GREEN')
    const isDropped = pacing?.outcome === 'drop' || (pacing?.outcome !== 'release' && own !== 'GREEN')
    release(world, template, isDropped, send)
  })
}

function release(world: World, template: Template, isDropped: boolean, send: (wamid: string) => void): void {
  world.templates.patch(template.id, {
    heldSince: undefined,
    ...(isDropped ? { pause: 'pacing' as const } : { quality: 'GREEN' as const }),
  })
  const failure = isDropped ? { code: 132015, details: codeText(132015).details } : null
  for (const message of [...world.messages.all()]) {
    if (message.status !== 'waiting' || message.send?.template !== template.id || !message.send.held) continue
    const { held: _held, ...sent } = message.send
    world.messages.patch(message.wamid, { send: { ...sent, failure, pricing: isDropped ? null : sent.pricing } })
    send(message.wamid)
  }
  if (!isDropped) return
  const other = {
    title: 'RATE_LIMITING_PAUSE',
    description: 'The template has been paused after the first messages were received badly.',
  }
  setStatus(world, template, { event: 'PAUSED', other })
}
