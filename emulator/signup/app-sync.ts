import { hours } from '#base/time.ts'
import { type GraphCall, parameter } from '../graph/call.ts'
import { badParameter, badRequestFor } from '../graph/errors.ts'
import { type Fields, textOf } from '../json.ts'
import { tellNumber } from '../webhook/tell.ts'
import { newTraceId, newWamid } from '../world/ids.ts'
import type { BusinessNumber, Phone } from '../world/model.ts'
import { userIdIn } from '../world/user-id.ts'
import type { World } from '../world/world.ts'
import { peopleOf, planHistory, tellDeclined } from './app-history.ts'
import { BOOK_NAMES } from './past-chats.data.ts'
import { digitsIn, registrationOf } from './registration.ts'

/** Contacts and chats may be asked for once each, within a day of the sign-up (cloud-api §1.1, §1.13). */
const WITHIN_MS = hours(24)
const SYNC_TYPES = ['smb_app_state_sync', 'history']
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
  if (type !== 'history') tellContacts(world, number)
  else if (registration.sharesChats) planHistory(world, number)
  else tellDeclined(world, number)
  return { messaging_product: 'whatsapp', request_id: newTraceId() }
}

function tellContacts(world: World, number: BusinessNumber): void {
  const state_sync = peopleOf(world).map(({ name, waId }, index) => {
    const full_name = BOOK_NAMES[index] ?? name
    return {
      type: 'contact',
      contact: { full_name, first_name: full_name.split(' ')[0] ?? full_name, phone_number: waId },
      action: 'add',
      metadata: { timestamp: String(Math.floor(world.clock.now() / 1000)) },
    }
  })
  tellNumber(world, number, 'app', { state_sync }, 'smb_app_state_sync')
}

/** Somebody answers from the app on the telephone: an echo, which opens no window and costs nothing. */
export function echo(world: World, number: BusinessNumber, phone: Phone, body: string): string {
  const wamid = newWamid(phone.waId, 'business')
  const message = {
    from: digitsIn(number.displayPhoneNumber),
    to: phone.waId,
    ...(phone.hidden ? { to_user_id: userIdIn(world, number, phone) } : {}),
    id: wamid,
    timestamp: String(Math.floor(world.clock.now() / 1000)),
    type: 'text',
    text: { body },
  }
  tellNumber(world, number, phone.id, { message_echoes: [message] }, 'smb_message_echoes')
  return wamid
}
