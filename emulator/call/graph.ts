import { type GraphCall, parameter } from '../graph/call.ts'
import { badParameter, refuse } from '../graph/errors.ts'
import { type Fields, textOf } from '../json.ts'
import { findRecipient } from '../send/recipient.ts'
import { registrationOf } from '../signup/registration.ts'
import { digitsOf } from '../world/address.ts'
import type { BusinessNumber, Phone } from '../world/model.ts'
import { phoneByUserId } from '../world/user-id.ts'
import type { World } from '../world/world.ts'
import { type Call, callsOf, currentCall, isOver } from './call.ts'
import { begin, end, take } from './life.ts'
import { CALLS_AT_ONCE, PERMISSION_READS } from './limits.ts'
import { callLimit, keptOf, mustHaveCalling, requestLimits, statusOf } from './permissions.ts'
import { checkSession } from './sdp.ts'

const ACTIONS = ['connect', 'pre_accept', 'accept', 'reject', 'terminate']
/** "Maximum 512 characters". */
const CALLBACK_DATA_MAX = 512

/** POST /{number}/calls. Throws Meta's refusal. */
export function callsCall(world: World, number: BusinessNumber, { body }: GraphCall): Fields {
  if (!registrationOf(number).isRegistered) throw refuse(133010)
  mustHaveCalling(number)
  if (body['messaging_product'] !== 'whatsapp') throw badParameter('Param messaging_product must be one of {WHATSAPP}.')
  const action = textOf(body['action']) ?? ''
  if (!ACTIONS.includes(action)) throw badParameter(`Param action must be one of {${ACTIONS.join(', ')}}.`)
  const callbackData = textOf(body['biz_opaque_callback_data']) ?? null
  if ((callbackData?.length ?? 0) > CALLBACK_DATA_MAX)
    throw badParameter(`Param biz_opaque_callback_data must be at most ${CALLBACK_DATA_MAX} characters long.`)
  if (action === 'connect') return connect(world, number, body, callbackData)
  actOn(world, callNamed(world, number, body['call_id']), action, body, callbackData)
  return { messaging_product: 'whatsapp', success: true }
}

function connect(world: World, number: BusinessNumber, body: Fields, callbackData: string | null): Fields {
  checkSession(body['session'], 'offer')
  const to = textOf(body['to']) ?? null
  const user = textOf(body['recipient']) ?? null
  if (to === null && user === null) throw badParameter('The parameter to is required.')
  const request = { type: 'call', to, user, content: null, replyTo: null, callbackData: null }
  const { phone } = findRecipient(world, number, request)
  if (phone === null || phone.blocked.includes(number.id)) throw refuse(138001)
  const now = world.clock.now()
  const kept = keptOf(world, phone, number)
  if (statusOf(kept, now) === 'no_permission') throw refuse(138006)
  if (currentCall(world, phone.id, number.id) !== null) throw refuse(138003)
  const { until } = callLimit(kept, now)
  if (until !== null) throw refuse(138012, `The next call is allowed at ${Math.floor(until / 1000)}.`)
  const others = [...callsOf(world).all()].filter((call) => call.number === number.id && !isOver(call))
  if (others.length >= CALLS_AT_ONCE) throw refuse(138002)
  const call = begin(world, phone, number, 'business', callbackData)
  return { messaging_product: 'whatsapp', calls: [{ id: call.id }] }
}

function callNamed(world: World, number: BusinessNumber, id: unknown): Call {
  const call = callsOf(world).get(textOf(id) ?? '')
  if (call?.number !== number.id) throw badParameter('Param call_id is not the id of a call of this number.')
  if (isOver(call)) throw badParameter('The call has ended already.')
  return call
}

/** Taking and refusing is for calls of customers that still ring; ending is for every call. */
function actOn(world: World, call: Call, action: string, body: Fields, callbackData: string | null): void {
  if (action === 'terminate') return end(world, call)
  if (call.by !== 'customer') throw badParameter(`Param action must be one of {terminate} for a call of the business.`)
  if (call.acceptedAt !== null) throw badParameter('The call is in progress already.')
  if (action === 'reject') return end(world, call, true)
  const answer = checkSession(body['session'], 'answer')
  if (call.answer !== null && call.answer !== answer)
    throw badParameter('The SDP answer does not match the one given with pre_accept.')
  const known = { ...call, answer, callbackData: callbackData ?? call.callbackData }
  callsOf(world).put(call.id, known)
  if (action === 'accept') take(world, known)
}

/** GET /{number}/call_permissions?user_wa_id=. Somebody who cannot be called has given no permission. */
export function readPermission(world: World, number: BusinessNumber, call: GraphCall): Fields {
  mustHaveCalling(number)
  const input = textOf(parameter(call, 'user_wa_id')) ?? textOf(parameter(call, 'recipient'))
  if (input === undefined || input === '') throw badParameter('The parameter user_wa_id is required.')
  countRead(world, number)
  const phone = phoneByUserId(world, number, input) ?? world.phones.byNumber(digitsOf(input) ?? '')
  return { messaging_product: 'whatsapp', ...(phone === undefined ? UNCALLABLE : permissionOf(world, phone, number)) }
}

const UNCALLABLE: Fields = { permission: { status: 'no_permission' }, actions: [] }

function permissionOf(world: World, phone: Phone, number: BusinessNumber): Fields {
  const now = world.clock.now()
  const kept = keptOf(world, phone, number)
  const status = statusOf(kept, now)
  const requests = requestLimits(kept, now)
  const calls = callLimit(kept, now)
  const ends = status === 'temporary' && kept.given?.until != null
  return {
    permission: { status, ...(ends ? { expiration_time: Math.floor((kept.given?.until ?? 0) / 1000) } : {}) },
    actions: [
      action('send_call_permission_request', status !== 'permanent', requests),
      action('start_call', status !== 'no_permission', [calls]),
    ],
  }
}

const action = (name: string, isAllowed: boolean, limits: ReturnType<typeof requestLimits>): Fields => ({
  action_name: name,
  can_perform_action: isAllowed && limits.every(({ until }) => until === null),
  limits: limits.map(({ period, max, used, until }) => ({
    time_period: period,
    max_allowed: max,
    current_usage: used,
    ...(until === null ? {} : { limit_expiration_time: Math.floor(until / 1000) }),
  })),
})

/** Reads of the last second, by number; nothing of them outlives the process. */
const reads = new WeakMap<World, Map<string, readonly number[]>>()

function countRead(world: World, number: BusinessNumber): void {
  if (!world.faults.get().rates) return
  const now = world.clock.now()
  const own = reads.get(world) ?? new Map<string, readonly number[]>()
  reads.set(world, own)
  const recent = (own.get(number.id) ?? []).filter((at) => now - at < PERMISSION_READS.within)
  if (recent.length >= PERMISSION_READS.max) throw refuse(613)
  own.set(number.id, [...recent, now])
}
