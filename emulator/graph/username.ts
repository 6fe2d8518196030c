import { type Fields, textOf, truthOf } from '../json.ts'
import { registrationOf } from '../signup/registration.ts'
import { digitsOfNumber, tellAccount } from '../webhook/tell.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type GraphCall, parameter } from './call.ts'
import { badParameter, refuse, unknownObject } from './errors.ts'

/**
 * GET, POST and DELETE /{number}/username: under which name people find the business without its number (Business usernames,
 * 2026-08; cloud-api §1.12). Each change is told (`business_username_update`).
 */
export function numberUsername(world: World, number: BusinessNumber, call: GraphCall): Fields {
  switch (call.method) {
    case 'GET':
      return { ...named(usernameOf(number)), status: STATUS }
    case 'POST':
      return claim(world, number, call)
    case 'DELETE':
      keep(world, number, null)
      tell(world, number, null, 'deleted')
      return { success: true }
    default:
      throw unknownObject(call.method, number.id)
  }
}

export const usernameOf = (number: BusinessNumber): string | null => textOf(number.settings['username']) ?? null

/** GET /{number}/username_suggestions: what Meta would keep for it, made of its display name. */
export function suggestUsernames(world: World, number: BusinessNumber): Fields {
  const words = number.verifiedName
    .normalize('NFD')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => /^[a-z0-9]+$/.test(word))
  const free = ['_', '.', ''].map((sign) => words.join(sign)).filter((name) => isWellFormed(name))
  return { data: [{ username_suggestions: [...new Set(free)].filter((name) => holderOf(world, name) === undefined) }] }
}

/** People see usernames of businesses here: nothing is only `reserved`. */
const STATUS = 'approved'

function claim(world: World, number: BusinessNumber, call: GraphCall): Fields {
  const username = textOf(parameter(call, 'username'))?.toLowerCase() ?? ''
  if (!registrationOf(number).isRegistered) throw refuse(133010)
  if (!isWellFormed(username)) throw badParameter('Param username is not a valid username.')
  const holder = holderOf(world, username)
  if (holder !== undefined && holder.id !== number.id) {
    const portfolioOf = (one: BusinessNumber) => world.wabas.of(one).businessId
    if (portfolioOf(holder) !== portfolioOf(number)) throw refuse(147001)
    if (!mayTransfer(call)) throw refuse(147005)
    keep(world, holder, null)
    tell(world, holder, null, 'deleted')
  }
  keep(world, number, username)
  tell(world, number, username, STATUS)
  return { status: STATUS }
}

/** Written as a truth value or as an action, by different pages of Meta's. */
const mayTransfer = (call: GraphCall): boolean =>
  truthOf(parameter(call, 'force_transfer')) || parameter(call, 'transfer_action') === 'force_transfer'

/** The addresses of the internet that no username may look like (Business usernames, 2026-08; the list is open-ended [U]). */
const DOMAIN = /\.(com|org|net|io|ai|co|info|biz|app|dev|mx|ar|br)$/

const isWellFormed = (name: string): boolean =>
  /^[a-z0-9._]{3,35}$/.test(name) &&
  /[a-z]/.test(name) &&
  !/^\.|\.$|\.\./.test(name) &&
  !name.startsWith('www') &&
  !DOMAIN.test(name)

const holderOf = (world: World, name: string): BusinessNumber | undefined =>
  [...world.numbers.all()].find((number) => usernameOf(number) === name)

const named = (username: string | null): Fields => (username === null ? {} : { username })

const keep = (world: World, number: BusinessNumber, username: string | null): void =>
  void world.numbers.patch(number.id, { settings: { ...number.settings, username } })

const tell = (world: World, number: BusinessNumber, username: string | null, status: string): void =>
  tellAccount(world, world.wabas.of(number), 'business_username_update', {
    display_phone_number: digitsOfNumber(number),
    ...named(username),
    status,
  })
