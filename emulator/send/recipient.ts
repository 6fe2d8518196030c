import { badParameter, refuse } from '../graph/errors.ts'
import { canonicalWaId, digitsOf, withCountry } from '../world/address.ts'
import type { BusinessNumber, Phone } from '../world/model.ts'
import { phoneByUserId } from '../world/user-id.ts'
import type { World } from '../world/world.ts'
import { digitsOfNumber } from '../webhook/tell.ts'
import type { SendRequest } from './envelope.ts'

export type Recipient = {
  /** As the client wrote it. */
  readonly input: string
  readonly by: 'phone' | 'user'
  /** The wa_id or the user id. */
  readonly address: string
  /** `null` when nobody with this address has WhatsApp here. */
  readonly phone: Phone | null
}

/** "CC.", then up to 128 letters and digits; "CC.ENT." for a parent id (Business-scoped user IDs, 2026-05). */
const userIdShape = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/

/** Finds whom a message is for. The phone number wins when both are given. Throws Meta's refusal. */
export function findRecipient(world: World, number: BusinessNumber, request: SendRequest): Recipient {
  const { to, user } = request
  if (to !== null && !userIdShape.test(to)) return byPhone(world, number, to)
  const input = to ?? user ?? ''
  if (to !== null) throw badParameter('Param to must be a phone number; use recipient for business-scoped user IDs.')
  if (!userIdShape.test(input)) throw refuse(131009, 'recipient is not a valid business-scoped user ID')
  const phone = phoneByUserId(world, number, input) ?? null
  return { input, by: 'user', address: input, phone }
}

function byPhone(world: World, number: BusinessNumber, input: string): Recipient {
  const written = digitsOf(input)
  if (written === null) throw refuse(131009, 'Recipient phone number is not a valid WhatsApp phone number')
  const known = world.phones.byNumber(written)
  if (known !== undefined) return { input, by: 'phone', address: known.waId, phone: known }
  const digits = withCountry(input, written, number.country)
  if (digits === digitsOfNumber(number)) throw refuse(131021)
  const phone = world.phones.byNumber(digits) ?? null
  return { input, by: 'phone', address: phone?.waId ?? canonicalWaId(digits), phone }
}
