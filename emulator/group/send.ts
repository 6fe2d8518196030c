import { badParameter, refuse } from '../graph/errors.ts'
import { type Fields, textOf } from '../json.ts'
import { checkContent } from '../send/content.ts'
import { readEnvelope } from '../send/envelope.ts'
import { SERVICE_WINDOW_MS } from '../send/window.ts'
import type { Sender } from '../send/accept.ts'
import { newWamid } from '../world/ids.ts'
import type { BusinessNumber, Chat } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { priceOf } from '../pricing/price.ts'
import { type Group, groupsOf } from './groups.ts'
import { pin } from './pin.ts'
import { carry } from './status.ts'
import { addMessage } from './thread.ts'

export const isToGroup = (body: Fields): boolean => textOf(body['recipient_type']) === 'group'

/** Text, media, and templates of these; a pin is none of the thread (Groups API, messaging, 2025-11-14). */
const SENDABLE: ReadonlySet<string> = new Set(['text', 'image', 'video', 'audio', 'document', 'sticker', 'template'])

/**
 * POST /{number}/messages with `recipient_type: group`. Which codes refuse what is unverified: a group nobody has is 131009,
 * one that is suspended 131000, another type 131051. The window is the group's.
 */
export async function acceptGroupMessage(
  world: World,
  sender: Sender,
  number: BusinessNumber,
  body: Fields,
): Promise<Fields> {
  const { recipient_type: _, ...rest } = body
  if (body['type'] === 'pin') return pin(world, openGroup(world, number, textOf(body['to'])), body)
  const request = readEnvelope(rest)
  if (!SENDABLE.has(request.type)) throw refuse(131051)
  const group = openGroup(world, number, request.to)
  const content = checkContent(world, number.id, request)
  if (content.template?.template.category === 'AUTHENTICATION')
    throw badParameter('Authentication templates are not supported in groups.')
  const isOpen = group.lastUserAt !== null && world.clock.now() - group.lastUserAt < SERVICE_WINDOW_MS
  if (content.template === null && !isOpen) throw refuse(131047)
  sender.limits.take(number.id, group.id)
  const { message } = await sender.fetchLink(world, content.message)
  const wamid = newWamid(number.id, 'business')
  addMessage(world, {
    ...{ wamid, group: group.id, from: null, at: world.clock.now(), message },
    ...{ callbackData: request.callbackData, replyTo: request.replyTo, delivered: [], read: [] },
    pricing: priceOf(world, number.id, content.template?.template ?? null, chatOf(group)),
  })
  setTimeout(() => carry(world, wamid), world.faults.get().statusDelayMs).unref()
  return {
    messaging_product: 'whatsapp',
    contacts: [{ input: group.id, wa_id: group.id }],
    messages: [{ id: wamid, group_id: group.id }],
  }
}

function openGroup(world: World, number: BusinessNumber, to: string | null | undefined): Group {
  const group = groupsOf(world).get(to ?? '')
  if (group === undefined || group.number !== number.id) throw refuse(131009, 'to is not a group of this number')
  if (group.isSuspended) throw refuse(131000, 'The group is suspended')
  return group
}

/** Its window is the group's: whoever of them wrote last. */
const chatOf = ({ id, number, lastUserAt }: Group): Chat => ({
  ...{ phone: id, number, lastUserAt, adClickAt: null, freeUntil: null, stoppedMarketing: false },
})
