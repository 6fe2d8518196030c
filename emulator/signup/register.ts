import { minutes } from '#base/time.ts'
import { type GraphCall, parameter } from '../graph/call.ts'
import { badParameter, refuse } from '../graph/errors.ts'
import { type Fields, textOf } from '../json.ts'
import { digitsOfNumber, tellAccount } from '../webhook/tell.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { Registration } from '../world/registration.ts'
import type { World } from '../world/world.ts'
import { endMove } from './migrate.ts'
import {
  digitsIn,
  PIN_PAUSE_MS,
  registrationOf,
  TURNS_MAX,
  TURNS_WITHIN_MS,
  within,
  WRONG_PINS_MAX,
  WRONG_PINS_WITHIN_MS,
} from './registration.ts'

/** Regions a number's data may rest in (Cloud API, Registration, 2025-11; cloud-api §1.1). */
const REGIONS = ['AU', 'ID', 'IN', 'JP', 'SG', 'KR', 'DE', 'CH', 'GB', 'BR', 'BH', 'ZA', 'AE', 'CA']
/** "Wait 5 minutes" after a number was deleted (Cloud API, Error codes, 133015). */
const DELETION_TAKES_MS = minutes(5)

type Deleted = { readonly at: number }
const deletedNumbers = (world: World) => world.store.table<Deleted>('deleted-numbers')

/** POST /{number}/register: verified, with the PIN it has or gets by this, at most ten turns in 72 hours. */
export function registerNumber(world: World, number: BusinessNumber, call: GraphCall): Fields {
  if (parameter(call, 'messaging_product') !== 'whatsapp') throw badParameter('Param messaging_product is required.')
  const pin = pinIn(call)
  if (pin === undefined) throw badParameter('The parameter pin is required.')
  const region = textOf(parameter(call, 'data_localization_region'))
  if (region !== undefined && !REGIONS.includes(region))
    throw badParameter(`Param data_localization_region must be one of {${REGIONS.join(', ')}}.`)
  const before = registrationOf(number)
  if (number.movedTo !== undefined) throw refuse(133006)
  if (before.verification !== 'VERIFIED') throw refuse(133006)
  const deleted = deletedNumbers(world).get(digitsIn(number.displayPhoneNumber))
  if (deleted !== undefined && world.clock.now() - deleted.at < DELETION_TAKES_MS) throw refuse(133015)
  const turnsAt = turn(world, before)
  checkPin(world, number, before, pin)
  const wasRegistered = before.isRegistered
  world.numbers.patch(number.id, {
    pin,
    registration: { ...before, isRegistered: true, turnsAt, wrongPinsAt: [], onboardedAt: world.clock.now() },
  })
  endMove(world, number)
  if (!wasRegistered) {
    const waba = world.wabas.of(number)
    tellAccount(world, waba, 'phone_number_quality_update', {
      display_phone_number: digitsOfNumber(number),
      event: 'ONBOARDING',
      max_daily_conversations_per_business: world.account.of(waba).messagingLimit,
    })
  }
  world.changes.tell({ kind: 'meta' })
  return { success: true }
}

/** POST /{number}/deregister: not while it also lives in the app (cloud-api §1.1). */
export function deregisterNumber(world: World, number: BusinessNumber): Fields {
  const before = registrationOf(number)
  if (!before.isRegistered) throw refuse(133010)
  if (before.isOnApp) throw badParameter('Numbers in use with the WhatsApp Business app cannot be deregistered.')
  const turnsAt = turn(world, before)
  world.numbers.patch(number.id, { registration: { ...before, isRegistered: false, turnsAt } })
  world.changes.tell({ kind: 'meta' })
  return { success: true }
}

/** POST /{number} with `pin`: another PIN for the next registration; told by `security`. */
export function changePin(world: World, number: BusinessNumber, pin: string): void {
  if (!/^\d{6}$/.test(pin)) throw badParameter('Param pin must be a 6-digit string.')
  world.numbers.patch(number.id, { pin })
  tellAccount(world, world.wabas.of(number), 'security', {
    display_phone_number: digitsOfNumber(number),
    event: 'PIN_CHANGED',
  })
}

/** Takes a number away from the account; its deletion takes a while. */
export function removeNumber(world: World, number: BusinessNumber): void {
  deletedNumbers(world).put(digitsIn(number.displayPhoneNumber), { at: world.clock.now() })
  world.numbers.remove(number.id)
  world.changes.tell({ kind: 'meta' })
}

function pinIn(call: GraphCall): string | undefined {
  const pin = textOf(parameter(call, 'pin'))
  if (pin !== undefined && !/^\d{6}$/.test(pin)) throw badParameter('Param pin must be a 6-digit string.')
  return pin
}

/** Counts one more registration or deregistration, or refuses it. */
function turn(world: World, { turnsAt }: Registration): readonly number[] {
  const now = world.clock.now()
  const counted = within(turnsAt, now, TURNS_WITHIN_MS)
  if (counted.length >= TURNS_MAX) throw refuse(133016)
  return [...counted, now]
}

function checkPin(world: World, number: BusinessNumber, registration: Registration, pin: string): void {
  if (number.pin === null) return
  const now = world.clock.now()
  const wrong = within(registration.wrongPinsAt, now, WRONG_PINS_WITHIN_MS)
  const last = wrong.at(-1)
  if (wrong.length >= WRONG_PINS_MAX) throw refuse(133008)
  if (last !== undefined && now - last < PIN_PAUSE_MS) throw refuse(133009)
  if (number.pin === pin) return
  world.numbers.patch(number.id, { registration: { ...registration, wrongPinsAt: [...wrong, now] } })
  throw refuse(133005)
}
