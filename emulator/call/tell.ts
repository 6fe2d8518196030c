import type { Fields } from '../json.ts'
import { contactOf } from '../webhook/contact.ts'
import { digitsOfNumber, tellNumber } from '../webhook/tell.ts'
import type { BusinessNumber, Phone } from '../world/model.ts'
import { userIdIn } from '../world/user-id.ts'
import type { World } from '../world/world.ts'
import type { Call } from './call.ts'
import { sampleSession } from './sdp.ts'

type About = { readonly call: Call; readonly phone: Phone; readonly number: BusinessNumber }

/** A call is there to be connected: with an offer of theirs, or the answer to an offer of the business. */
export const tellConnect = (world: World, about: About): void =>
  tell(world, about, {
    event: 'connect',
    session: sampleSession(about.call.by === 'customer' ? 'offer' : 'answer'),
  })

/** It is over. Times and length are told of calls that were taken. */
export function tellTerminate(world: World, about: About): void {
  const { acceptedAt, endedAt, callbackData } = about.call
  const now = world.clock.now()
  const lasted = acceptedAt === null ? {} : spanOf(acceptedAt, endedAt ?? now)
  const data = callbackData === null ? {} : { biz_opaque_callback_data: callbackData }
  tell(world, about, { event: 'terminate', status: acceptedAt === null ? 'FAILED' : 'COMPLETED', ...lasted, ...data })
}

const spanOf = (from: number, to: number): Fields => ({
  start_time: secondsOf(from),
  end_time: secondsOf(to),
  duration: Math.max(1, Math.round((to - from) / 1000)),
})

/** How a call of the business fares on the other side. */
export function tellStatus(world: World, { call, phone, number }: About, status: string): void {
  const data = call.callbackData === null ? {} : { biz_opaque_callback_data: call.callbackData }
  const recipient = {
    ...(phone.hidden ? {} : { recipient_id: phone.waId }),
    recipient_user_id: userIdIn(world, number, phone),
  }
  const told = { id: call.id, timestamp: secondsOf(world.clock.now()), type: 'call', status, ...recipient, ...data }
  tellNumber(world, number, phone.id, { contacts: [contactOf(world, number, phone)], statuses: [told] }, 'calls')
}

function tell(world: World, { call, phone, number }: About, more: Fields): void {
  if (number.blockedPhones.includes(phone.id)) return
  const isTheirs = call.by === 'customer'
  const [mine, theirs] = isTheirs ? (['to', 'from'] as const) : (['from', 'to'] as const)
  const told = {
    id: call.id,
    [mine]: digitsOfNumber(number),
    ...(phone.hidden ? {} : { [theirs]: phone.waId }),
    [`${theirs}_user_id`]: userIdIn(world, number, phone),
    direction: isTheirs ? 'USER_INITIATED' : 'BUSINESS_INITIATED',
    timestamp: secondsOf(world.clock.now()),
    ...more,
  }
  tellNumber(world, number, phone.id, { contacts: [contactOf(world, number, phone)], calls: [told] }, 'calls')
}

const secondsOf = (at: number): string => String(Math.floor(at / 1000))
