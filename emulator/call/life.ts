import { compose } from '../control/compose.ts'
import { systemBubble } from '../control/identity.ts'
import { fieldsOf, textOf } from '../json.ts'
import { digitsOfNumber } from '../webhook/tell.ts'
import { newWamid } from '../world/ids.ts'
import type { BusinessNumber, Phone, Side } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type Call, callsOf, isOver } from './call.ts'
import {
  CONNECTED_CALLS,
  PERMISSION_LASTS,
  RINGS_FOR,
  UNANSWERED_UNTIL_REMINDED,
  UNANSWERED_UNTIL_REVOKED,
} from './limits.ts'
import { change, keptOf, statusOf } from './permissions.ts'
import { tellConnect, tellStatus, tellTerminate } from './tell.ts'

/** Somebody rings the other. A call of the business rings only where the phone can be reached. */
export function begin(world: World, phone: Phone, number: BusinessNumber, by: Side, callbackData: string | null): Call {
  const at = world.clock.now()
  const id = newWamid(phone.hidden ? phone.userId : phone.waId, by).replace('wamid.', 'wacid.')
  const call: Call = {
    ...{ id, phone: phone.id, number: number.id, by, at, callbackData },
    ...{ acceptedAt: null, endedAt: null, answer: null },
  }
  callsOf(world).put(id, call)
  world.agenda.plan('call-unanswered', id, at + RINGS_FOR)
  world.chats.add(systemBubble(id, number, phone, at, shown(call)))
  if (by === 'customer') world.chats.change(phone.id, number.id, { lastUserAt: at })
  tellConnect(world, { call, phone, number })
  if (by === 'business' && phone.online) tellStatus(world, { call, phone, number }, 'RINGING')
  if (by === 'customer') void callBackAllowed(world, phone, number, id)
  return call
}

/** Whoever was called takes it; both may talk from here on. */
export function take(world: World, call: Call): void {
  world.agenda.cancel('call-unanswered', call.id)
  const acceptedAt = world.clock.now()
  const taken = update(world, call, { acceptedAt })
  const about = sidesOf(world, taken)
  if (about === null) return
  const { phone, number } = about
  const { connected } = keptOf(world, phone, number)
  const recent = connected.filter((at) => acceptedAt - at < CONNECTED_CALLS.within)
  const more = call.by === 'business' ? { connected: [...recent, acceptedAt] } : {}
  change(world, phone, number, { ...more, spokeAt: acceptedAt, unanswered: 0 })
  if (call.by === 'business') tellStatus(world, about, 'ACCEPTED')
}

/** It is over: by either side, refused, or because nobody took it. */
export function end(world: World, call: Call, isRejected = false): void {
  if (isOver(call)) return
  world.agenda.cancel('call-unanswered', call.id)
  const ended = update(world, call, { endedAt: world.clock.now() })
  const about = sidesOf(world, ended)
  if (about === null) return
  if (isRejected && call.by === 'business') tellStatus(world, about, 'REJECTED')
  tellTerminate(world, about)
  if (call.by === 'business' && call.acceptedAt === null) void countUnanswered(world, about.phone, about.number)
}

/** Rings that nobody answers end by themselves, also across a restart. */
export function endUnanswered(world: World): void {
  world.agenda.on('call-unanswered', ({ subject }) => {
    const call = callsOf(world).get(subject)
    if (call !== undefined && call.acceptedAt === null) end(world, call)
  })
}

/** The customer says whether the business may call: asked by a message, or by themselves in its profile. */
export async function answer(
  world: World,
  phone: Phone,
  number: BusinessNumber,
  said: 'temporary' | 'permanent' | 'no',
  about: { readonly id: string | null; readonly isAutomatic: boolean },
): Promise<void> {
  const until = said === 'temporary' ? world.clock.now() + PERMISSION_LASTS : null
  change(world, phone, number, { given: said === 'no' ? null : { until }, unanswered: 0 })
  const reply = {
    response: said === 'no' ? 'reject' : 'accept',
    ...(said === 'no' ? {} : { is_permanent: said === 'permanent' }),
    ...(until === null ? {} : { expiration_timestamp: Math.floor(until / 1000) }),
    response_source: about.isAutomatic ? 'automatic' : 'user_action',
  }
  const message = {
    ...(about.id === null ? {} : { context: { from: digitsOfNumber(number), id: about.id } }),
    type: 'interactive',
    interactive: { type: 'call_permission_reply', call_permission_reply: reply },
  }
  await compose(world, phone, number, { kind: 'raw', message, replyTo: about.id })
}

/** Whoever calls lets the business call back, where it has said so (settings, `callback_permission_status`). */
async function callBackAllowed(world: World, phone: Phone, number: BusinessNumber, id: string): Promise<void> {
  const calling = fieldsOf(fieldsOf(number.settings['settings'])['calling'])
  if (textOf(calling['callback_permission_status']) !== 'ENABLED') return
  if (statusOf(keptOf(world, phone, number), world.clock.now()) !== 'no_permission') return
  await answer(world, phone, number, 'temporary', { id, isAutomatic: true })
}

/** After some in a row the person is asked to think again, and after more the permission goes by itself. */
async function countUnanswered(world: World, phone: Phone, number: BusinessNumber): Promise<void> {
  const kept = keptOf(world, phone, number)
  const unanswered = kept.unanswered + 1
  change(world, phone, number, { unanswered })
  if (unanswered === UNANSWERED_UNTIL_REMINDED) {
    const wamid = newWamid(phone.waId, 'customer')
    world.chats.add(systemBubble(wamid, number, phone, world.clock.now(), { type: 'call_reminder' }))
  }
  const isGiven = statusOf(kept, world.clock.now()) !== 'no_permission'
  if (unanswered >= UNANSWERED_UNTIL_REVOKED && isGiven)
    await answer(world, phone, number, 'no', { id: null, isAutomatic: true })
}

function update(world: World, call: Call, part: Partial<Call>): Call {
  const next = { ...call, ...part }
  callsOf(world).put(call.id, next)
  world.chats.changeMessage(call.id, { message: shown(next) })
  return next
}

/** A call as a bubble of the phone. */
const shown = ({ by, acceptedAt, endedAt }: Call) => ({
  type: 'call',
  call: {
    by,
    state: endedAt === null ? (acceptedAt === null ? 'ringing' : 'taken') : acceptedAt === null ? 'missed' : 'ended',
    ...(acceptedAt !== null && endedAt !== null
      ? { seconds: Math.max(1, Math.round((endedAt - acceptedAt) / 1000)) }
      : {}),
  },
})

function sidesOf(world: World, call: Call) {
  const phone = world.phones.get(call.phone)
  const number = world.numbers.get(call.number)
  return phone === undefined || number === undefined ? null : { call, phone, number }
}
