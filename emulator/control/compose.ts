import { type Fields, textOf } from '../json.ts'
import { newWamid } from '../world/ids.ts'
import type { BusinessNumber, Message, Phone } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type Composed, composedOf, inChat } from './compose-kinds.ts'
import { tellInbound } from './inbound.ts'
import { conflict, invalid } from './refusal.ts'

/** A customer writes. Offline, the message waits on the phone. Gives the wamid. */
export async function compose(world: World, phone: Phone, number: BusinessNumber, body: Fields): Promise<string> {
  if (phone.blocked.includes(number.id)) throw conflict(`${phone.name} has blocked this number; unblock it first`)
  const composed = await composedOf(world, body, inChat(world, phone, number))
  const at = readInstant(world, body['at'])
  const message: Message = {
    wamid: textOf(composed.message['id']) ?? newWamid(phone.hidden ? phone.userId : phone.waId, 'customer'),
    number: number.id,
    phone: phone.id,
    from: 'customer',
    at,
    kind: composed.kind,
    message: composed.message,
    replyTo: composed.replyTo,
    reactions: [],
    edited: false,
    revoked: false,
    status: phone.online ? 'delivered' : 'waiting',
    error: null,
    seen: true,
    hidden: composed.touches !== null,
    send: null,
  }
  world.chats.add(message)
  touch(world, composed)
  if (phone.online) tellInbound(world, phone, number, message)
  return message.wamid
}

/** What was written while the phone was offline goes out. */
export function sendWaiting(world: World, phone: Phone): void {
  for (const message of [...world.messages.all()]) {
    if (message.phone !== phone.id || message.from !== 'customer' || message.status !== 'waiting') continue
    const number = world.numbers.get(message.number)
    const sent = world.chats.changeMessage(message.wamid, { status: 'delivered' })
    if (number !== undefined && sent !== undefined) tellInbound(world, phone, number, sent)
  }
}

/** A reaction, an edit or a revocation changes the bubble it belongs to. */
function touch(world: World, { touches }: Composed): void {
  if (touches !== null) world.chats.changeMessage(touches.wamid, touches.change)
}

function readInstant(world: World, value: unknown): number {
  if (value === undefined) return world.clock.now()
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalid('`at` must be milliseconds since 1970')
  return Math.trunc(value)
}
