import type { Sender } from '#core/contact/contact.ts'
import type { InboundBody } from '#core/loop/command.ts'
import type { Content } from '#core/message/content.ts'
import { instantOf, type Json, numberOf, objectOf, textOf } from './json.ts'
import { phoneOf, senderOf, userIdOf } from './sender.ts'

/**
 * A change of `messaging_handovers` (Meta's webhook reference, 2026-09-22): who answers one person from here on. It has no
 * id of its own; time and person make it countable once. Null: not shaped like that.
 */
export function readHandover(value: Json): InboundBody | null {
  const type = textOf(value['type'])
  const sentAt = instantOf(value['timestamp'])
  const person = objectOf(value['sender'])
  if (type === null || sentAt === null || person === null) return null
  const phone = phoneOf(person['wa_id']) ?? phoneOf(person['phone_number'])
  const userId = userIdOf(person['user_id'], person['phone_number'])
  if (phone === null && userId === null) return null
  const change = objectOf(value[type])
  const content: Content = { kind: 'handover', to: ownerOf(type, change), note: textOf(change?.['metadata']) }
  const sender = { userId, phone, name: null, username: null }
  return report(`handover/${String(value['timestamp'])}/${userId ?? phone}`, sender, sentAt, content)
}

/** Whom the assistant hands over to; that no other system is called so is unverified. */
const OUR_ROLE = 'escalation'

/** `control_passed` is told to the new owner, `control_taken` to the one it was taken from; a role may say more. */
function ownerOf(type: string, change: Json | null): 'assistant' | 'us' | 'other' {
  const role = textOf(change?.['new_owner_role']) ?? textOf(change?.['new_owner_app_role'])
  if (role === 'ai_agent' || role === 'meta_business_agent') return 'assistant'
  if (role === OUR_ROLE) return 'us'
  return type === 'control_passed' ? 'us' : 'other'
}

/** A status of type `payment` (Meta's Payments API [K]): how a payment stands that one of our bills asked for. */
export function readPayment(status: Json, contacts: readonly Sender[], alone: boolean): InboundBody | string {
  const wireId = textOf(status['id'])
  const state = textOf(status['status'])
  const sentAt = instantOf(status['timestamp'])
  if (wireId === null || state === null || sentAt === null) return 'A payment without an id, a state or a time'
  const place = { from: status['recipient_id'], from_user_id: status['recipient_user_id'] }
  const sender = senderOf(place, contacts, alone)
  if (sender === null) return 'A payment of nobody'
  const payment = objectOf(status['payment'])
  const amount = objectOf(payment?.['amount'])
  const [value, offset] = [numberOf(amount?.['value']), numberOf(amount?.['offset'])]
  const content: Content = {
    kind: 'payment',
    reference: textOf(payment?.['reference_id']) ?? '',
    state,
    amountMicros: value === null || offset === null || offset <= 0 ? null : Math.round((value / offset) * 1_000_000),
    currency: textOf(payment?.['currency']),
  }
  return report(`${wireId}/payment/${state}`, sender, sentAt, content)
}

type Received = Extract<InboundBody, { kind: 'receive-message' }>

const report = (wireId: string, sender: Sender, sentAt: Received['sentAt'], content: Content): Received => ({
  kind: 'receive-message',
  wireId,
  sender,
  sentAt,
  content,
  wireMedia: null,
  replyToWireId: null,
  forwarded: false,
  referral: null,
})
