import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js'
import { type GraphCall, parameter } from '../graph/call.ts'
import { badParameter, badRequestFor } from '../graph/errors.ts'
import { type Fields, textOf, truthOf } from '../json.ts'
import { newNumericId } from '../world/ids.ts'
import type { BusinessNumber, Waba } from '../world/model.ts'
import type { Registration } from '../world/registration.ts'
import type { World } from '../world/world.ts'
import { beginMove, MOVE_REFUSED } from './migrate.ts'
import { reviewName } from './name-review.ts'
import { digitsIn, fresh } from './registration.ts'

/** Two at first, twenty once the business is verified (cloud-api §1). */
const NUMBERS_MAX = { unverified: 2, verified: 20 }

/**
 * POST /{waba}/phone_numbers: `cc`, `phone_number`, `verified_name`; gives the id of the new number. With
 * `migrate_phone_number` the number comes from another account and keeps its name.
 */
export function addNumberCall(world: World, waba: Waba, call: GraphCall): Fields {
  const country = textOf(parameter(call, 'cc'))
  const national = textOf(parameter(call, 'phone_number'))
  const name = textOf(parameter(call, 'verified_name'))
  if (country === undefined || national === undefined)
    throw badParameter('The parameters cc and phone_number are required.')
  const written = `+${digitsIn(country)}${digitsIn(national)}`
  if (truthOf(parameter(call, 'migrate_phone_number'))) return { id: moveHere(world, waba, written).id }
  if (name === undefined || name.trim() === '') throw badParameter('The parameter verified_name is required.')
  return { id: addNumber(world, waba, written, name.trim()).id }
}

/** Adds a number to the account; its name goes to the reviewer. Throws Meta's refusal. */
export function addNumber(
  world: World,
  waba: Waba,
  written: string,
  name: string,
  more: Partial<Registration> = {},
): BusinessNumber {
  const parsed = parsePhoneNumberFromString(written)
  if (parsed === undefined || !parsed.isPossible())
    throw badRequestFor(2388366, 'Phone number is not valid', 'Check the country code and the digits of the number.')
  const digits = parsed.number.slice(1)
  const all = [...world.numbers.all()].filter(({ movedTo }) => movedTo === undefined)
  if (all.some(({ displayPhoneNumber }) => digitsIn(displayPhoneNumber) === digits)) {
    throw badRequestFor(2388012, 'Phone number already exists', 'This number is part of the account already.')
  }
  if (world.phones.byNumber(digits) !== undefined) {
    throw badRequestFor(
      2388001,
      'Phone number is in use on WhatsApp',
      'Somebody uses WhatsApp with this number. Delete that account in the app, or choose another number.',
    )
  }
  const most = world.account.of(waba).verified ? NUMBERS_MAX.verified : NUMBERS_MAX.unverified
  const accounts = world.wabas.inPortfolio(waba.businessId).map(({ id }) => id)
  if (all.filter(({ wabaId }) => accounts.includes(wabaId)).length >= most) {
    throw badRequestFor(2388091, 'Limit of phone numbers reached', `This business may have ${most} phone numbers.`)
  }
  const number: BusinessNumber = {
    id: newNumericId(),
    wabaId: waba.id,
    displayPhoneNumber: parsed.formatInternational(),
    verifiedName: name,
    country: (parsed.country ?? 'US') satisfies CountryCode,
    override: null,
    profile: { about: name, vertical: 'OTHER' },
    blockedPhones: [],
    pin: null,
    settings: {},
    automation: null,
    registration: { ...fresh, ...more },
  }
  world.numbers.put(number.id, number)
  reviewName(world, number)
  world.changes.tell({ kind: 'meta' })
  return number
}

function moveHere(world: World, waba: Waba, written: string): BusinessNumber {
  const source = [...world.numbers.all()].find(
    ({ displayPhoneNumber, movedTo, movesFrom }) =>
      digitsIn(displayPhoneNumber) === digitsIn(written) &&
      movedTo === undefined &&
      (movesFrom === undefined || world.numbers.get(movesFrom)?.movedTo !== undefined),
  )
  if (source === undefined)
    throw badRequestFor(MOVE_REFUSED.ineligible, 'Phone number cannot be migrated', 'No account has this number.')
  return beginMove(world, waba, source)
}
