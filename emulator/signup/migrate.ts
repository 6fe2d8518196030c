import { badRequestFor } from '../graph/errors.ts'
import { newNumericId } from '../world/ids.ts'
import type { BusinessNumber, Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { fresh, registrationOf } from './registration.ts'

/**
 * Why a number cannot move. That these subcodes belong to moving is documented, which is for what is not: unverified
 * (cloud-api §6). 2388012 is also the answer to adding a number that the account has.
 */
export const MOVE_REFUSED = { sameAccount: 2388012, pin: 2388093, ineligible: 2388103 } as const

/**
 * POST /{waba}/phone_numbers with `migrate_phone_number`: the number gets another id in that account and has to be verified
 * and registered there; until then it goes on where it is. Its two-step PIN must be off, its name approved [K].
 */
export function beginMove(world: World, waba: Waba, source: BusinessNumber): BusinessNumber {
  const begun = [...world.numbers.all()].find(({ movesFrom, wabaId }) => movesFrom === source.id && wabaId === waba.id)
  if (begun !== undefined) return begun
  refuseMove(source, waba)
  const { displayPhoneNumber, verifiedName, country } = source
  const number: BusinessNumber = {
    ...{ id: newNumericId(), wabaId: waba.id, displayPhoneNumber, verifiedName, country },
    ...{ override: null, profile: {}, blockedPhones: [], pin: null, settings: {}, automation: null },
    movesFrom: source.id,
    registration: { ...fresh, nameStatus: registrationOf(source).nameStatus },
  }
  world.numbers.put(number.id, number)
  world.changes.tell({ kind: 'meta' })
  return number
}

function refuseMove(source: BusinessNumber, waba: Waba): void {
  const { verification, nameStatus, isOnApp } = registrationOf(source)
  if (source.wabaId === waba.id)
    throw badRequestFor(MOVE_REFUSED.sameAccount, 'Phone number already exists', 'The account has this number already.')
  if (verification !== 'VERIFIED' || nameStatus !== 'APPROVED' || isOnApp)
    throw badRequestFor(
      MOVE_REFUSED.ineligible,
      'Phone number cannot be migrated',
      'Only a verified number with an approved display name that is not used in the WhatsApp Business app can move.',
    )
  if (source.pin !== null)
    throw badRequestFor(
      MOVE_REFUSED.pin,
      'Two-step verification is enabled',
      'Disable two-step verification of the phone number in WhatsApp Manager and try again.',
    )
}

/**
 * The number was registered where it moves to: what customers know of it, its throughput and quality come along, templates
 * do not; where it was, it is MIGRATED.
 */
export function endMove(world: World, number: BusinessNumber): void {
  const source = world.numbers.get(number.movesFrom ?? '')
  if (source === undefined || source.movedTo !== undefined) return
  const { profile, blockedPhones, settings, automation, throughput, quality } = source
  world.numbers.patch(number.id, {
    ...{ profile, blockedPhones, settings, automation },
    ...(throughput === undefined ? {} : { throughput }),
    ...(quality === undefined ? {} : { quality }),
  })
  const registration = { ...registrationOf(source), isRegistered: false }
  world.numbers.patch(source.id, { movedTo: number.id, registration })
  world.chats.move(source.id, number.id)
  for (const phone of world.phones.all())
    if (phone.blocked.includes(source.id)) world.phones.change(phone, { blocked: [...phone.blocked, number.id] })
}
