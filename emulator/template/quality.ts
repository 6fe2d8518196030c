import { days, hours } from '#base/time.ts'
import type { Message, Phone, Template } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { setStatus, tellQuality } from './life.ts'

/** Somebody blocked the business after a template. */
type Block = { readonly template: string; readonly phone: string; readonly at: number }

const blockTable = (world: World) => world.store.table<Block>('template-blocks')

/** A block counts against the template that came last, within this time; Meta looks at the last seven days too. */
const LOOK_BACK_MS = days(7)
/** From which share of blocked messages, and how many blocks, quality falls: made up; Meta publishes none. */
const RED = { share: 0.1, blocks: 2 }
const YELLOW = { share: 0.02, blocks: 1 }
/** From how many messages on a template without blocks is good, and one that hardly anybody reads is not. */
const JUDGED_FROM = 10
const READ_SHARE = 0.05
/** "3 hours, 6 hours, then disabled" (Cloud API, Templates, Pausing, 2025-12). */
const PAUSES = [
  { title: 'FIRST_PAUSE', lasts: hours(3) },
  { title: 'SECOND_PAUSE', lasts: hours(6) },
]

/** How many people blocked the business after a template, within a time. */
export const blocksOf = (world: World, template: string, start: number, end: number): number =>
  [...blockTable(world).all()].filter((block) => block.template === template && block.at >= start && block.at < end)
    .length

const messagesOf = (world: World, template: string, start: number, end: number): Message[] =>
  [...world.messages.all()].filter(
    ({ send, status, at }) => send?.template === template && status !== 'failed' && at >= start && at < end,
  )

/** How many messages of a template were sent within a time and did not fail. */
export const sentOf = (world: World, template: string, start: number, end: number): number =>
  messagesOf(world, template, start, end).length

/** A phone blocks a number: the template it got last from there pays for it. */
export function blockedAfter(world: World, phone: Phone, number: string): void {
  const now = world.clock.now()
  const last = world.chats
    .messages(phone.id, number)
    .findLast(({ send, at }) => send?.template !== undefined && now - at < LOOK_BACK_MS)
  const template = world.templates.get(last?.send?.template ?? '')
  if (template === undefined) return
  blockTable(world).put(`${template.id}|${phone.id}`, { template: template.id, phone: phone.id, at: now })
  weigh(world, template)
}

/** Looks at what a template did of late, and tells when its quality is another. */
function weigh(world: World, template: Template): void {
  const end = world.clock.now() + 1
  weighOf(world, template, messagesOf(world, template.id, sinceOf(template, end), end), end)
}

/** The same for every template that was sent of late, looking at each message once. */
export function weighAll(world: World): void {
  const end = world.clock.now() + 1
  const byTemplate = new Map<string, Message[]>()
  for (const message of world.messages.all()) {
    const id = message.send?.template
    if (id === undefined || message.status === 'failed' || end - message.at > LOOK_BACK_MS) continue
    const own = byTemplate.get(id) ?? []
    byTemplate.set(id, own)
    own.push(message)
  }
  for (const [id, messages] of byTemplate) {
    const template = world.templates.get(id)
    if (template?.status !== 'APPROVED') continue
    const since = sinceOf(template, end)
    weighOf(
      world,
      template,
      messages.filter(({ at }) => at >= since),
      end,
    )
  }
}

/** Seven days back, or to the end of the last pause. */
const sinceOf = ({ unpausedAt = 0 }: Template, end: number): number => Math.max(end - LOOK_BACK_MS, unpausedAt)

function weighOf(world: World, template: Template, messages: readonly Message[], end: number): void {
  const blocks = blocksOf(world, template.id, sinceOf(template, end), end)
  const read = messages.filter(({ status }) => status === 'read' || status === 'played').length
  setQuality(world, template, qualityOf(messages.length, blocks, read, template.quality))
}

type Quality = Template['quality']

export function qualityOf(sent: number, blocks: number, read: number, before: Quality): Quality {
  const share = sent === 0 ? 0 : blocks / sent
  if (blocks >= RED.blocks && share >= RED.share) return 'RED'
  if (blocks >= YELLOW.blocks && share >= YELLOW.share) return 'YELLOW'
  if (sent < JUDGED_FROM) return before
  return read / sent < READ_SHARE ? 'YELLOW' : 'GREEN'
}

/** Another quality is told; a red one pauses the template, for the third time it disables it. */
export function setQuality(world: World, template: Template, quality: Quality): void {
  if (quality === template.quality) return
  const next = world.templates.patch(template.id, { quality }) ?? template
  tellQuality(world, next, template.quality)
  if (quality === 'RED' && next.status === 'APPROVED') pauseForQuality(world, next)
}

export function pauseForQuality(world: World, template: Template): void {
  const pauses = template.pauses ?? 0
  const pause = PAUSES[pauses]
  const next = world.templates.patch(template.id, { pauses: pauses + 1, pause: 'quality' }) ?? template
  if (pause === undefined) return disable(world, next)
  const { title, lasts } = pause
  world.agenda.plan('unpause-template', template.id, world.clock.now() + lasts)
  const description = `The template has been paused for ${lasts / hours(1)} hours because of low quality.`
  setStatus(world, next, { event: 'PAUSED', other: { title, description } })
}

export function disable(world: World, template: Template): void {
  const disableDate = new Date(world.clock.now()).toLocaleDateString('en-US', {
    dateStyle: 'long',
    timeZone: world.account.of(world.wabas.of(template)).timeZone,
  })
  const other = { title: 'DISABLED', description: 'The template has been disabled after three pauses for low quality.' }
  setStatus(world, template, { event: 'DISABLED', disableDate, other })
}

/** Teaches the agenda how pauses end. */
export function endPauses(world: World): void {
  world.agenda.on('unpause-template', ({ subject }) => {
    const template = world.templates.get(subject)
    if (template?.status === 'PAUSED') unpause(world, template)
  })
}

/** A template that comes back is looked at as if it were new. */
export function unpause(world: World, template: Template): void {
  const change = { quality: 'UNKNOWN', unpausedAt: world.clock.now(), sampled: 0 } as const
  const next = world.templates.patch(template.id, change) ?? template
  setStatus(world, next, {
    event: 'APPROVED',
    other: { title: 'UNPAUSED', description: 'The template can be sent again.' },
  })
}
