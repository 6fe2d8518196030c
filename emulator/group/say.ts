import { type Composed, composedOf, type Find } from '../control/compose-kinds.ts'
import { conflict, missing } from '../control/refusal.ts'
import { type Fields, isFields, textOf } from '../json.ts'
import { contactOf, senderOf } from '../webhook/contact.ts'
import { digitsOfNumber, tellNumber } from '../webhook/tell.ts'
import { newWamid } from '../world/ids.ts'
import type { Phone } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type Group, type GroupMessage, groupsOf, messagesOf, seconds } from './groups.ts'
import { addMessage, messagesIn, showGroup, wasIn } from './thread.ts'

/** One of them writes, reacts, corrects or takes back. Gives the wamid. */
export async function say(world: World, group: Group, phone: Phone, body: Fields): Promise<string> {
  if (group.isSuspended) throw conflict('The group is suspended: nobody can write in it')
  const { kind, message, replyTo, touches } = await composed(world, group, phone, body)
  const wamid = newWamid(phone.hidden ? phone.userId : phone.waId, 'customer')
  const said: GroupMessage = {
    ...{ wamid, group: group.id, from: phone.id, at: world.clock.now(), message, replyTo },
    ...{ callbackData: null, delivered: [], read: [], isWaiting: !phone.online },
  }
  if (touches === null) addMessage(world, said)
  else touch(world, phone, kind, touches)
  if (phone.online) leaves(world, group, phone, said)
  else showGroup(world, group)
  return wamid
}

/** A text, Meta's own message, or a `Compose` of docs/guide/emulator.md. */
function composed(world: World, group: Group, phone: Phone, body: Fields): Promise<Composed> {
  const text = textOf(body['text'])
  const isRaw = body['kind'] === undefined && isFields(body['message'])
  const kind = textOf(body['kind']) ?? (isRaw ? 'raw' : 'text')
  return composedOf(world, { ...body, kind, ...(text === undefined ? {} : { text }) }, inGroup(world, group, phone))
}

/** To whoever writes, their own messages are the customer's; somebody else's cannot be changed. */
const inGroup =
  (world: World, group: Group, phone: Phone): Find =>
  (wamid) => {
    const target = messagesOf(world).get(wamid)
    if (target?.group !== group.id) throw missing('message in this group', wamid)
    const number = world.numbers.get(group.number)
    const writer = target.from === null ? undefined : world.phones.get(target.from)
    const digits = target.from === null ? number && digitsOfNumber(number) : writer?.waId
    return {
      wamid,
      from: target.from === phone.id ? 'customer' : 'business',
      kind: textOf(target.message['type']) ?? 'unknown',
      message: target.message,
      reactions: [],
      revoked: target.revoked === true,
      by: writer?.hidden === true ? undefined : digits,
    }
  }

function touch(
  world: World,
  phone: Phone,
  kind: string,
  { wamid, change: { reactions, ...change } }: NonNullable<Composed['touches']>,
): void {
  const others = (messagesOf(world).get(wamid)?.reactions ?? []).filter(({ from }) => from !== phone.id)
  const own = (reactions ?? []).map(({ emoji }) => ({ from: phone.id, emoji }))
  messagesOf(world).patch(wamid, { ...change, ...(kind === 'reaction' && { reactions: [...others, ...own] }) })
}

/** What was written without a connection goes out, and what was written meanwhile comes in. */
export function comesOnline(world: World, phone: Phone): void {
  for (const group of [...groupsOf(world).all()]) {
    for (const message of messagesIn(world, group.id)) {
      if (message.from !== phone.id || message.isWaiting !== true) continue
      messagesOf(world).patch(message.wamid, { isWaiting: false })
      leaves(world, group, phone, { ...message, isWaiting: false })
    }
    if (group.participants.includes(phone.id)) arrivesAt(world, group, phone)
  }
}

/** What the others of the group wrote while a phone was away. */
function arrivesAt(world: World, group: Group, phone: Phone): void {
  for (const { wamid, from, at, delivered, isWaiting } of messagesIn(world, group.id)) {
    if (from === null || from === phone.id || isWaiting || delivered.includes(phone.id)) continue
    if (wasIn(world, group, phone.id, at)) messagesOf(world).patch(wamid, { delivered: [...delivered, phone.id] })
  }
  showGroup(world, group)
}

/** It is with whoever of them is there, and the business is told. */
function leaves(world: World, group: Group, phone: Phone, { wamid, at, message }: GroupMessage): void {
  const here = group.participants.filter((id) => id !== phone.id && world.phones.get(id)?.online === true)
  messagesOf(world).patch(wamid, { delivered: here })
  const isWritten = !NOT_WRITTEN.has(textOf(message['type']) ?? '')
  const now = isWritten ? groupsOf(world).patch(group.id, { lastUserAt: Math.max(at, group.lastUserAt ?? 0) }) : group
  showGroup(world, now ?? group)
  const number = world.numbers.get(group.number)
  if (number === undefined) return
  const body = { ...senderOf(world, number, phone), group_id: group.id, id: wamid, timestamp: seconds(at), ...message }
  tellNumber(world, number, group.id, { contacts: [contactOf(world, number, phone)], messages: [body] })
}

/** What opens no window (cloud-api §4.3: "edit/revoke as not"). */
const NOT_WRITTEN: ReadonlySet<string> = new Set(['edit', 'revoke'])
