import { type Fields, textOf } from '../json.ts'
import { type GraphCall, parameter } from '../graph/call.ts'
import { badParameter, unknownObject, unknownPath } from '../graph/errors.ts'
import { digitsOf } from '../world/address.ts'
import { phoneByUserId } from '../world/user-id.ts'
import type { World } from '../world/world.ts'
import { handOver } from './assistant.ts'

/**
 * POST /business/whatsapp/phone_numbers/{number}/thread_control: gives a conversation back to the assistant. `release` is the
 * one action there is (Business Agent API, 2026-08; unverified).
 */
export function assistantCall(world: World, call: GraphCall): Fields {
  const [, channel, kind, id = '', edge, ...rest] = call.path
  const isKnown = channel === 'whatsapp' && kind === 'phone_numbers' && edge === 'thread_control' && rest.length === 0
  if (!isKnown || call.method !== 'POST') throw unknownPath(`/${call.path.join('/')}`)
  const number = world.numbers.get(id)
  if (number === undefined) throw unknownObject(call.method, id)
  if (parameter(call, 'action') !== 'release') throw badParameter('Param action must be one of {RELEASE}.')
  const to = textOf(parameter(call, 'to')) ?? ''
  const phone = phoneByUserId(world, number, to) ?? world.phones.byNumber(digitsOf(to) ?? '')
  if (phone === undefined) throw badParameter('Param to is no customer of this number.')
  handOver(world, number, phone, true)
  return { messaging_product: 'whatsapp' }
}
