import type { Fields } from '../json.ts'
import { contactOf } from '../webhook/contact.ts'
import { tellNumber } from '../webhook/tell.ts'
import { carriesPrice, type StatusName } from '../send/status.ts'
import type { Phone } from '../world/model.ts'
import { userIdIn } from '../world/user-id.ts'
import type { World } from '../world/world.ts'
import { type Group, type GroupMessage, groupsOf, messagesOf } from './groups.ts'
import { messagesIn, showGroup, wasIn } from './thread.ts'

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
  arrive(world, group, message, phones)
}

function arrive(world: World, group: Group, message: GroupMessage, here: readonly Phone[]): void {
  const phones = here.filter(({ id }) => !message.delivered.includes(id))
  if (phones.length === 0) return
  messagesOf(world).patch(message.wamid, { delivered: [...message.delivered, ...phones.map(({ id }) => id)] })
  book(world, group, message, phones)
  tell(world, group, message, 'delivered', phones)
  showGroup(world, group)
}

/** A phone is there again: what the business wrote to its groups meanwhile comes. */
export function deliverTo(world: World, phone: Phone): void {
  for (const group of [...groupsOf(world).all()])
    for (const message of messagesIn(world, group.id))
      if (message.from === null && wasIn(world, group, phone.id, message.at)) arrive(world, group, message, [phone])
}

/** Somebody looks at the group: they have read whatever was written there. */
export function readAll(world: World, group: Group, phone: Phone): void {
  for (const message of messagesIn(world, group.id)) {
    const isTheirs =
      message.from !== phone.id && message.isWaiting !== true && wasIn(world, group, phone.id, message.at)
    if (!isTheirs || message.read.includes(phone.id)) continue
    const isNew = !message.delivered.includes(phone.id)
    const delivered = isNew ? [...message.delivered, phone.id] : message.delivered
    messagesOf(world).patch(message.wamid, { delivered, read: [...message.read, phone.id] })
    if (message.from !== null) continue
    if (isNew) book(world, group, message, [phone])
    if (phone.receipts || isNew) tell(world, group, message, phone.receipts ? 'read' : 'delivered', [phone], isNew)
  }
  const now = groupsOf(world).get(group.id)
  const seen = { ...now?.seen, [phone.id]: world.clock.now() }
  groupsOf(world).patch(group.id, { seen })
  showGroup(world, group, [phone.id])
}

/** The business has read a message, and so whatever was written before it. False: there is no such message. */
export function readByBusiness(world: World, number: string, wamid: string): boolean {
  const read = messagesOf(world).get(wamid)
  const group = read && groupsOf(world).get(read.group)
  if (read === undefined || read.from === null || group?.number !== number) return false
  for (const each of messagesIn(world, group.id))
    if (each.from !== null && each.at <= read.at && !each.read.includes(number))
      messagesOf(world).patch(each.wamid, { read: [...each.read, number] })
  showGroup(world, group)
  return true
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
