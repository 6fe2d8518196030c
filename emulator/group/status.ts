import type { Fields } from '../json.ts'
import { contactOf } from '../webhook/contact.ts'
import { tellNumber } from '../webhook/tell.ts'
import { carriesPrice, type StatusName } from '../send/status.ts'
import type { Phone } from '../world/model.ts'
import { userIdIn } from '../world/user-id.ts'
import type { World } from '../world/world.ts'
import { type Group, type GroupMessage, groupsOf, messagesOf } from './groups.ts'

/** It leaves, and a moment later is with everybody who is there. */
export function carry(world: World, wamid: string): void {
  const message = messagesOf(world).get(wamid)
  const group = message && groupsOf(world).get(message.group)
  if (message === undefined || group === undefined) return
  tell(world, group, message, 'sent', [])
  setTimeout(() => deliver(world, wamid), world.faults.get().statusDelayMs).unref()
}

/** Several statuses of one kind come in one webhook (Groups API, messaging, status webhooks, 2025-11-14). */
function deliver(world: World, wamid: string): void {
  const message = messagesOf(world).get(wamid)
  const group = message && groupsOf(world).get(message.group)
  if (message === undefined || group === undefined) return
  const phones = group.participants.flatMap((id) => world.phones.get(id) ?? []).filter(({ online }) => online)
  messagesOf(world).patch(wamid, { delivered: phones.map(({ id }) => id) })
  book(world, group, message, phones)
  if (phones.length > 0) tell(world, group, message, 'delivered', phones)
}

/** Somebody looks at the group: whatever the business wrote there they have read. */
export function readAll(world: World, group: Group, phone: Phone): void {
  for (const message of [...messagesOf(world).all()]) {
    const isTheirs = message.group === group.id && message.from === null && group.participants.includes(phone.id)
    if (!isTheirs || message.read.includes(phone.id)) continue
    const isNew = !message.delivered.includes(phone.id)
    const delivered = isNew ? [...message.delivered, phone.id] : message.delivered
    messagesOf(world).patch(message.wamid, { delivered, read: [...message.read, phone.id] })
    if (isNew) book(world, group, message, [phone])
    if (phone.receipts || isNew) tell(world, group, message, phone.receipts ? 'read' : 'delivered', [phone], isNew)
  }
}

/** Each of them has a line of their own. */
function book(world: World, group: Group, message: GroupMessage, phones: readonly Phone[]): void {
  const { wamid, pricing = null } = message
  const at = world.clock.now()
  const lines = phones.flatMap(({ id, waId }) => {
    const send = { recipient: waId, by: 'phone' as const, pricing }
    const { charge } = world.charges.book({ number: group.number, phone: id, send }, at)
    return charge === undefined ? [] : [{ wamid, number: group.number, whom: id, charge }]
  })
  messagesOf(world).patch(wamid, { lines: [...(message.lines ?? []), ...lines] })
}

/** Without people: of the message as a whole. */
function tell(
  world: World,
  group: Group,
  message: GroupMessage,
  status: StatusName,
  phones: readonly Phone[],
  skippedDelivered = false,
): void {
  const number = world.numbers.get(group.number)
  if (number === undefined) return
  const about = (phone: Phone | null): Fields => ({
    id: message.wamid,
    status,
    timestamp: String(Math.floor(world.clock.now() / 1000)),
    recipient_id: group.id,
    recipient_type: 'group',
    ...(phone === null
      ? {}
      : {
          ...(phone.hidden ? {} : { recipient_participant_id: phone.waId }),
          recipient_user_id: userIdIn(world, number, phone),
        }),
    ...(message.callbackData === null ? {} : { biz_opaque_callback_data: message.callbackData }),
    ...(message.pricing && carriesPrice(world, status, skippedDelivered) ? { pricing: message.pricing } : {}),
  })
  const statuses = phones.length === 0 ? [about(null)] : phones.map(about)
  const contacts = phones.map((phone) => contactOf(world, number, phone))
  tellNumber(world, number, group.id, { ...(contacts.length > 0 && { contacts }), statuses })
}
