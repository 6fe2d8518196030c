import { type Fields, fieldsOf, textOf } from '../json.ts'
import { contactOf } from '../webhook/contact.ts'
import { tellNumber } from '../webhook/tell.ts'
import type { BusinessNumber, Message, Phone } from '../world/model.ts'
import { userIdIn } from '../world/user-id.ts'
import type { World } from '../world/world.ts'

/** What is asked for by a bill (`order_details`); undefined: it is none. */
const billOf = (message: Message): Fields | undefined => {
  const interactive = fieldsOf(message.message['interactive'])
  return interactive['type'] === 'order_details' ? fieldsOf(fieldsOf(interactive['action'])['parameters']) : undefined
}

/** The customer pays a bill, or fails to; the business is told by a status of its own kind (Payments API, Brazil, 2026-05). */
export function payBill(
  world: World,
  phone: Phone,
  number: BusinessNumber,
  message: Message,
  isPaid: boolean,
): boolean {
  const bill = billOf(message)
  if (bill === undefined) return false
  const payment = {
    reference_id: bill['reference_id'],
    amount: bill['total_amount'],
    currency: textOf(bill['currency']) ?? 'BRL',
  }
  const status = {
    id: message.wamid,
    ...(phone.hidden ? {} : { recipient_id: phone.waId }),
    recipient_user_id: userIdIn(world, number, phone),
    timestamp: String(Math.floor(world.clock.now() / 1000)),
    type: 'payment',
    status: isPaid ? 'captured' : 'failed',
    payment,
  }
  tellNumber(world, number, phone.id, { contacts: [contactOf(world, number, phone)], statuses: [status] })
  return true
}
