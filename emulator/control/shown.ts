import { numberNode } from '../graph/numbers.ts'
import { groupsOn } from '../group/shown.ts'
import type { Fields } from '../json.ts'
import { registrationOf } from '../signup/registration.ts'
import type { BusinessNumber, Message, Phone } from '../world/model.ts'
import type { World } from '../world/world.ts'

/** A message as the control API shows it: `Bubble` of docs/guide/emulator.md. */
export const bubbleOf = (message: Message) => ({
  wamid: message.wamid,
  from: message.from,
  at: message.at,
  kind: message.kind,
  message: message.message,
  replyTo: message.replyTo,
  reactions: message.reactions,
  edited: message.edited,
  revoked: message.revoked,
  status: message.status,
  error: message.error,
})

/** A message of the business is on the phone once it is delivered. */
const hasArrived = (message: Message): boolean =>
  message.from === 'customer' || ['delivered', 'read', 'played'].includes(message.status)

/** `Phone` of docs/guide/emulator.md. */
export function phoneOf(world: World, phone: Phone) {
  const { id, waId, userId, name, username, country, online, receipts, hidden, blocked } = phone
  const { capped = false, experiment = false } = phone
  const chats = world.chats.ofPhone(id).map(({ number }) => {
    const arrived = world.chats.messages(id, number).filter(hasArrived)
    const last = arrived.at(-1)
    const unread = arrived.filter((message) => message.from === 'business' && !message.seen).length
    const { stoppedMarketing } = world.chats.get(id, number)
    return { number, unread, last: last === undefined ? null : bubbleOf(last), stoppedMarketing }
  })
  const groups = groupsOn(world, phone)
  const own = { id, waId, userId, name, username, country, online, receipts, hidden, blocked, capped, experiment }
  return { ...own, chats, groups }
}

/** A number with how far it has come. */
export function shownNumber(world: World, number: BusinessNumber): Fields {
  const { id, displayPhoneNumber, verifiedName, wabaId } = number
  const { verification, isOnApp } = registrationOf(number)
  const { status, name_status: nameStatus } = numberNode(world, number)
  return {
    id,
    displayPhoneNumber,
    verifiedName,
    wabaId,
    status,
    nameStatus,
    isVerified: verification === 'VERIFIED',
    isOnApp,
  }
}
