import { codeText } from '../graph/error-codes.ts'
import type { Fields } from '../json.ts'
import { tellNumber } from '../webhook/tell.ts'
import { contactOf } from '../webhook/contact.ts'
import type { BusinessNumber, Message, Phone } from '../world/model.ts'
import { userIdIn } from '../world/user-id.ts'
import type { World } from '../world/world.ts'

export type StatusName = 'sent' | 'delivered' | 'read' | 'played' | 'failed'

/** Tells the business how far one of its messages has come (cloud-api §2.4). */
export function tellStatus(world: World, message: Message, status: StatusName, skippedDelivered = false): void {
  const number = world.numbers.get(message.number)
  const { send } = message
  if (number === undefined || send === null) return
  const phone = message.phone === null ? undefined : world.phones.get(message.phone)
  const failed = status === 'failed'
  const value = {
    ...(phone === undefined || failed
      ? {}
      : { contacts: [contactOf(world, number, phone, status === 'delivered' || status === 'read')] }),
    statuses: [
      {
        id: message.wamid,
        status,
        timestamp: String(Math.floor(world.clock.now() / 1000)),
        ...recipientOf(world, number, { message, phone, failed }),
        ...(send.callbackData === null ? {} : { biz_opaque_callback_data: send.callbackData }),
        ...conversationOf(message, status),
        ...(carriesPrice(world, status, skippedDelivered) && send.pricing !== null ? { pricing: send.pricing } : {}),
        ...(failed ? { errors: [errorOf(message)] } : {}),
      },
    ],
  }
  tellNumber(world, number, message.phone ?? send.recipient, value)
}

/** `pricing` comes with `sent` or with one of `delivered` and `read` (Cloud API, Status messages webhook, 2026-05). */
export function carriesPrice(world: World, status: StatusName, skippedDelivered: boolean): boolean {
  const { pricingOn } = world.faults.get()
  if (status === 'sent') return pricingOn !== 'delivered'
  return pricingOn !== 'sent' && (status === 'delivered' || (status === 'read' && skippedDelivered))
}

type Recipient = { readonly message: Message; readonly phone: Phone | undefined; readonly failed: boolean }

/** A hidden phone has no `recipient_id`; a failure to a phone number names no user id (Business-scoped user IDs, 2026-05). */
function recipientOf(world: World, number: BusinessNumber, { message, phone, failed }: Recipient): Fields {
  const { by = 'phone', recipient = '' } = message.send ?? {}
  if (by === 'user') {
    const waId = phone === undefined || phone.hidden ? {} : { recipient_id: phone.waId }
    return { ...waId, recipient_user_id: recipient }
  }
  if (failed || phone === undefined) return { recipient_id: recipient }
  return { ...(phone.hidden ? {} : { recipient_id: recipient }), recipient_user_id: userIdIn(world, number, phone) }
}

/** Since v24 there is a conversation only inside a free entry point window (cloud-api §0.1, delta 7). */
function conversationOf(message: Message, status: StatusName): Fields {
  const until = message.send?.freeUntil ?? null
  if (until === null || (status !== 'sent' && status !== 'delivered')) return {}
  const id = Buffer.from(`${message.number}|${message.send?.recipient}|${until}`).toString('hex').slice(-32)
  return {
    conversation: {
      id,
      ...(status === 'sent' ? { expiration_timestamp: String(until) } : {}),
      origin: { type: 'referral_conversion' },
    },
  }
}

function errorOf(message: Message): Fields {
  const code = message.send?.failure?.code ?? message.error?.code ?? 131000
  const { title, details } = codeText(code)
  return {
    code,
    title,
    message: title,
    error_data: { details: message.send?.failure?.details ?? details },
    href: '/documentation/business-messaging/whatsapp/support/error-codes',
  }
}
