import { days, hours, minutes } from '#base/time.ts'
import { type GraphCall, parameter } from '../graph/call.ts'
import { badParameter, badRequestFor } from '../graph/errors.ts'
import { type Fields, textOf } from '../json.ts'
import { tellNumber } from '../webhook/tell.ts'
import { newTraceId, newWamid } from '../world/ids.ts'
import type { BusinessNumber, Phone } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { digitsIn, registrationOf } from './registration.ts'

/** Contacts and chats may be asked for once each, within a day of the sign-up (cloud-api §1.1, §1.13). */
const WITHIN_MS = hours(24)
const SYNC_TYPES = ['smb_app_state_sync', 'history']
/** History comes in three phases: the last day, to 90 days, to 180 days. */
const PHASES = [
  { phase: 0, ago: [minutes(40), hours(9)], progress: 30 },
  { phase: 1, ago: [days(9), days(52)], progress: 70 },
  { phase: 2, ago: [days(120), days(170)], progress: 100 },
] as const
/** Of the customers there are, the first so many also write to the app. */
const THREADS = 4

/** POST /{number}/smb_app_data: what is on the app's telephone comes by webhooks. */
export function syncApp(world: World, number: BusinessNumber, call: GraphCall): Fields {
  const type = textOf(parameter(call, 'sync_type')) ?? ''
  if (!SYNC_TYPES.includes(type)) throw badParameter(`Param sync_type must be one of {${SYNC_TYPES.join(', ')}}.`)
  const registration = registrationOf(number)
  if (!registration.isOnApp) throw badParameter('The phone number is not in use with the WhatsApp Business app.')
  if (registration.synced.includes(type)) {
    throw badRequestFor(2593107, 'Sync already requested', 'This can be synchronised once only.')
  }
  if (world.clock.now() - (registration.onboardedAt ?? 0) > WITHIN_MS) {
    throw badRequestFor(2593108, 'Sync window has passed', 'Synchronise within 24 hours of the sign-up.')
  }
  world.numbers.patch(number.id, { registration: { ...registration, synced: [...registration.synced, type] } })
  if (type === 'history') tellHistory(world, number, registration.sharesChats)
  else tellContacts(world, number)
  return { messaging_product: 'whatsapp', request_id: newTraceId() }
}

const peopleOf = (world: World): Phone[] => [...world.phones.all()].filter(({ hidden }) => !hidden).slice(0, THREADS)

function tellContacts(world: World, number: BusinessNumber): void {
  const state_sync = peopleOf(world).map(({ name, waId }) => ({
    type: 'contact',
    contact: { full_name: name, first_name: name.split(' ')[0] ?? name, phone_number: waId },
    action: 'add',
    metadata: { timestamp: String(Math.floor(world.clock.now() / 1000)) },
  }))
  tellNumber(world, number, 'app', { state_sync }, 'smb_app_state_sync')
}

function tellHistory(world: World, number: BusinessNumber, isShared: boolean): void {
  if (!isShared) {
    const error = {
      code: 2593109,
      title: 'History sync is turned off by the business from the WhatsApp Business App',
      message: 'History sync is turned off by the business from the WhatsApp Business App',
      error_data: { details: 'History sharing is turned off by the business' },
    }
    tellNumber(world, number, 'app', { history: [{ errors: [error] }] }, 'history')
    return
  }
  for (const { phase, ago, progress } of PHASES) {
    const threads = peopleOf(world).map((phone, index) => ({
      id: phone.waId,
      messages: ago.flatMap((before) => exchangeOf(world, number, phone, before + minutes(index))),
    }))
    const metadata = { phase, chunk_order: 1, progress }
    tellNumber(world, number, 'app', { history: [{ metadata, threads }] }, 'history')
  }
}

/** A question and its answer, as long ago as said. */
function exchangeOf(world: World, number: BusinessNumber, phone: Phone, agoMs: number): Fields[] {
  const seconds = Math.floor((world.clock.now() - agoMs) / 1000)
  const own = digitsIn(number.displayPhoneNumber)
  const message = (from: 'customer' | 'business', at: number, body: string) => ({
    from: from === 'customer' ? phone.waId : own,
    ...(from === 'business' ? { to: phone.waId } : {}),
    id: newWamid(phone.waId, from),
    timestamp: String(at),
    type: 'text',
    text: { body },
    history_context: { status: 'READ' },
  })
  return [
    message('customer', seconds, '¿Siguen atendiendo por aquí?'),
    message('business', seconds + 90, 'Sí, por este mismo número. ¿En qué ayudamos?'),
  ]
}

/** Somebody answers from the app on the telephone: an echo, which opens no window and costs nothing. */
export function echo(world: World, number: BusinessNumber, phone: Phone, body: string): string {
  const wamid = newWamid(phone.waId, 'business')
  const message = {
    from: digitsIn(number.displayPhoneNumber),
    to: phone.waId,
    ...(phone.hidden ? { to_user_id: phone.userId } : {}),
    id: wamid,
    timestamp: String(Math.floor(world.clock.now() / 1000)),
    type: 'text',
    text: { body },
  }
  tellNumber(world, number, phone.id, { message_echoes: [message] }, 'smb_message_echoes')
  return wamid
}
