import type { Fields } from '../json.ts'
import { newIdentity, newWamid } from '../world/ids.ts'
import type { BusinessNumber, Message, Phone } from '../world/model.ts'
import { userIdIn } from '../world/user-id.ts'
import type { World } from '../world/world.ts'
import { tellSystem } from './inbound.ts'
import { freshUserId, readWaId } from './phones.ts'
import { invalid } from './refusal.ts'

/**
 * A customer gets another number, or another user id; the business hears of it by a system message on `messages`
 * (Business-scoped user IDs, changelog 2026-08-11). A new number always means a new user id.
 */
export function changeIdentity(world: World, phone: Phone, number: BusinessNumber, body: Fields): Phone {
  if (body['kind'] === 'changed-device') return changeDevice(world, phone, number)
  const isNumber = body['kind'] === 'changed-number'
  if (!isNumber && body['kind'] !== 'changed-user-id') {
    throw invalid('`kind` is "changed-number", "changed-user-id" or "changed-device"')
  }
  const next = world.phones.change(phone, {
    userId: freshUserId(phone),
    ...(isNumber ? { waId: readWaId(world, body['waId']) } : {}),
  })
  const before = userIdIn(world, number, phone)
  const userId = userIdIn(world, number, next)
  const wamid = newWamid(phone.hidden ? before : phone.waId, 'customer')
  const system = isNumber
    ? {
        body: `User ${phone.name} changed from ${phone.hidden ? before : phone.waId} to ${phone.hidden ? userId : next.waId}`,
        ...(phone.hidden ? {} : { wa_id: next.waId }),
        user_id: userId,
        previous_user_id: before,
        type: 'user_changed_number',
      }
    : {
        body: `User ${phone.name} changed their user ID`,
        user_id: userId,
        previous_user_id: before,
        type: 'user_changed_user_id',
      }
  const at = world.clock.now()
  const message: Fields = {
    ...(phone.hidden || !isNumber ? {} : { from: phone.waId }),
    from_user_id: before,
    id: wamid,
    timestamp: String(Math.floor(at / 1000)),
    type: 'system',
    system,
  }
  world.chats.add(systemBubble(wamid, number, phone, at, { type: 'system', system }))
  tellSystem(world, number, phone, message)
  world.changes.tell({ kind: 'phone', phone: phone.id })
  return next
}

/** The same number on another device: its key is another, and so may be who holds it (Webhooks, messages, system). */
function changeDevice(world: World, phone: Phone, number: BusinessNumber): Phone {
  const userId = userIdIn(world, number, phone)
  const wamid = newWamid(phone.hidden ? userId : phone.waId, 'customer')
  const system = {
    body: `The security code of ${phone.name} changed`,
    identity: newIdentity(),
    ...(phone.hidden ? {} : { customer: phone.waId }),
    type: 'customer_identity_changed',
  }
  const at = world.clock.now()
  const message: Fields = {
    ...(phone.hidden ? {} : { from: phone.waId }),
    from_user_id: userId,
    id: wamid,
    timestamp: String(Math.floor(at / 1000)),
    type: 'system',
    system,
  }
  world.chats.add(systemBubble(wamid, number, phone, at, { type: 'system', system }))
  tellSystem(world, number, phone, message)
  return phone
}

/** What stands between the bubbles: nobody's message. */
export const systemBubble = (
  wamid: string,
  number: BusinessNumber,
  phone: Phone,
  at: number,
  message: Fields,
): Message => ({
  wamid,
  number: number.id,
  phone: phone.id,
  from: 'customer',
  at,
  kind: 'system',
  message,
  replyTo: null,
  reactions: [],
  edited: false,
  revoked: false,
  status: 'delivered',
  error: null,
  seen: true,
  hidden: false,
  send: null,
})
