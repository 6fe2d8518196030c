import type { Fields } from '../json.ts'
import { tellNumber } from '../webhook/tell.ts'
import { newWamid } from '../world/ids.ts'
import type { BusinessNumber, Message, Phone } from '../world/model.ts'
import { userIdIn } from '../world/user-id.ts'
import type { World } from '../world/world.ts'

/** The chats Meta's Business Agent answers: while it does, what people write comes by `standby` (cloud-api §2.5). */
type Held = { readonly phone: string; readonly number: string; readonly isHeld: boolean }
const keyOf = (phone: string, number: string): string => `${phone}|${number}`

export const hasAssistant = (world: World, phone: string, number: string): boolean =>
  world.store.table<Held>('assistant').get(keyOf(phone, number))?.isHeld === true

/** The conversation changes hands, and the business hears of it. Again changes nothing. */
export function handOver(world: World, number: BusinessNumber, phone: Phone, toAssistant: boolean): void {
  if (hasAssistant(world, phone.id, number.id) === toAssistant) return
  const held: Held = { phone: phone.id, number: number.id, isHeld: toAssistant }
  world.store.table<Held>('assistant').put(keyOf(phone.id, number.id), held)
  const roles = { ai: 'ai_agent', us: 'escalation' }
  const change = {
    previous_owner_role: toAssistant ? roles.us : roles.ai,
    new_owner_role: toAssistant ? roles.ai : roles.us,
  }
  const type = toAssistant ? 'control_taken' : 'control_passed'
  tellNumber(
    world,
    number,
    phone.id,
    {
      recipient: { phone_number_id: number.id },
      sender: { ...(phone.hidden ? {} : { phone_number: phone.waId }), user_id: userIdIn(world, number, phone) },
      timestamp: String(Math.floor(world.clock.now() / 1000)),
      type,
      [type]: change,
    },
    'messaging_handovers',
  )
}

/** Any message of the business but a template takes the conversation. */
export function takeFromAssistant(world: World, number: BusinessNumber, phone: Phone | null): void {
  if (phone !== null) handOver(world, number, phone, false)
}

/** The assistant answers: on the phone it is the business, and the business hears it as an echo in `standby`. */
export function assistantSays(world: World, number: BusinessNumber, phone: Phone, text: string): string {
  const at = world.clock.now()
  const wamid = newWamid(phone.waId, 'business')
  const content: Fields = { type: 'text', text: { body: text } }
  world.chats.add(bubble(wamid, number, phone, at, content))
  const to = phone.hidden ? { to_user_id: userIdIn(world, number, phone) } : { to: phone.waId }
  const timestamp = String(Math.floor(at / 1000))
  const echo = { id: wamid, timestamp, message: { ...to, timestamp, ...content } }
  tellNumber(world, number, phone.id, { standby: { message_echoes: [echo] } }, 'standby')
  return wamid
}

const bubble = (wamid: string, number: BusinessNumber, phone: Phone, at: number, message: Fields): Message => ({
  ...{ wamid, number: number.id, phone: phone.id, from: 'business', at, kind: 'text', message },
  ...{ replyTo: null, reactions: [], edited: false, revoked: false, status: 'delivered', error: null },
  ...{ seen: false, hidden: false, send: null },
})
