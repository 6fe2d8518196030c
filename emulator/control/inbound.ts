import type { Fields } from '../json.ts'
import { contactOf, senderOf } from '../webhook/contact.ts'
import { tellNumber } from '../webhook/tell.ts'
import type { BusinessNumber, Message, Phone } from '../world/model.ts'
import { userIdIn } from '../world/user-id.ts'
import { hasAssistant } from '../assistant/assistant.ts'
import type { World } from '../world/world.ts'

/** Kinds that do not open the 24-hour window (cloud-api §4.3: "edit/revoke as not"). */
const openingNothing = ['edit', 'revoke', 'system']

/** Sends what a customer wrote to the business, unless the business has blocked the phone. */
export function tellInbound(world: World, phone: Phone, number: BusinessNumber, message: Message): void {
  const chat = world.chats.get(phone.id, number.id)
  if (number.blockedPhones.includes(phone.id)) return
  if (!openingNothing.includes(message.kind) && message.at > (chat.lastUserAt ?? Number.NEGATIVE_INFINITY)) {
    world.chats.change(phone.id, number.id, { lastUserAt: message.at })
  }
  if (message.message['referral'] !== undefined) world.chats.change(phone.id, number.id, { adClickAt: message.at })
  const body: Fields = {
    ...senderOf(world, number, phone),
    id: message.wamid,
    timestamp: String(Math.floor(message.at / 1000)),
    ...message.message,
  }
  const field = hasAssistant(world, phone.id, number.id) ? 'standby' : 'messages'
  tellNumber(world, number, phone.id, { contacts: [contactOf(world, number, phone)], messages: [body] }, field)
}

/** The customer stops or resumes marketing in WhatsApp's own settings (cloud-api §2.5, user_preferences). */
export function tellPreference(world: World, phone: Phone, number: BusinessNumber, stopped: boolean): void {
  world.chats.change(phone.id, number.id, { stoppedMarketing: stopped })
  const preference = {
    ...(phone.hidden ? {} : { wa_id: phone.waId }),
    user_id: userIdIn(world, number, phone),
    detail: `User requested to ${stopped ? 'stop' : 'resume'} marketing messages`,
    category: 'marketing_messages',
    value: stopped ? 'stop' : 'resume',
    timestamp: Math.floor(world.clock.now() / 1000),
  }
  tellNumber(
    world,
    number,
    phone.id,
    { contacts: [contactOf(world, number, phone)], user_preferences: [preference] },
    'user_preferences',
  )
}

/** A system message: nobody's, so without `contacts` (cloud-api §2.3). */
export function tellSystem(world: World, number: BusinessNumber, phone: Phone, message: Fields): void {
  tellNumber(world, number, phone.id, { messages: [message] })
}
