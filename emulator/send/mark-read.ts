import { badParameter, refuse } from '../graph/errors.ts'
import { type Fields, fieldsOf, isFields, textOf } from '../json.ts'
import { readByBusiness } from '../group/status.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'

/** "Dismissed after 25 seconds, or when the business answers" (Cloud API, Typing indicators, 2025-11). */
const TYPING_MS = 25_000

/** The other use of POST /{number}/messages: blue ticks for a customer's message, with or without "typing …". */
export const isMarkRead = (body: Fields): boolean => body['status'] !== undefined

export function markRead(world: World, number: BusinessNumber, body: Fields): Fields {
  if (body['messaging_product'] !== 'whatsapp') throw badParameter('The parameter messaging_product is required.')
  if (body['status'] !== 'read')
    throw badParameter(`Param status must be one of {READ} - got "${String(body['status'])}".`)
  const wamid = textOf(body['message_id'])
  if (wamid === undefined) throw badParameter('The parameter message_id is required.')
  if (readByBusiness(world, number.id, wamid)) return { success: true }
  const message = world.messages.get(wamid)
  if (message === undefined || message.number !== number.id || message.from !== 'customer' || message.phone === null) {
    throw refuse(131009, 'Message ID is invalid')
  }
  const typing = body['typing_indicator']
  if (typing !== undefined && (!isFields(typing) || fieldsOf(typing)['type'] !== 'text')) {
    throw badParameter("Param typing_indicator['type'] must be one of {TEXT}.")
  }
  for (const earlier of world.chats.messages(message.phone, number.id)) {
    if (earlier.from !== 'customer' || earlier.at > message.at) continue
    if (earlier.status === 'delivered') world.chats.changeMessage(earlier.wamid, { status: 'read' })
  }
  if (typing !== undefined) world.chats.setTyping(message.phone, number.id, Date.now() + TYPING_MS)
  return { success: true }
}
