import { type Fields, lengthOf, listOf, textOf } from '../json.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import type { GraphCall } from './call.ts'
import { badParameter } from './errors.ts'
import { select } from './fields.ts'

/** Limits of the business profile (cloud-api §1.1; unverified since 2024). */
const lengths: Readonly<Record<string, number>> = { about: 139, address: 256, description: 512, email: 128 }
const verticals =
  'OTHER AUTO BEAUTY APPAREL EDU ENTERTAIN EVENT_PLAN FINANCE GROCERY GOVT HOTEL HEALTH NONPROFIT PROF_SERVICES RETAIL TRAVEL RESTAURANT ALCOHOL ONLINE_GAMBLING PHYSICAL_GAMBLING OTC_DRUGS'.split(
    ' ',
  )
const names = [
  'about',
  'address',
  'description',
  'email',
  'websites',
  'vertical',
  'profile_picture_url',
  'messaging_product',
]

/** GET /{number}/whatsapp_business_profile: a list with one profile. */
export function readProfile(number: BusinessNumber, fields: string | undefined): Fields {
  const empty = Object.fromEntries(names.map((name) => [name, undefined]))
  const node: Fields = { ...empty, ...number.profile, messaging_product: 'whatsapp' }
  return { data: [select(node, fields, ['about', 'messaging_product'], 'WhatsAppBusinessProfile')] }
}

/** POST /{number}/whatsapp_business_profile. */
export function changeProfile(world: World, number: BusinessNumber, call: GraphCall): Fields {
  if (call.body['messaging_product'] !== 'whatsapp') throw badParameter('The parameter messaging_product is required.')
  const change: Record<string, unknown> = {}
  for (const [name, max] of Object.entries(lengths)) {
    const text = textOf(call.body[name])
    if (text === undefined) continue
    if (lengthOf(text) > max) throw badParameter(`Param ${name} must be at most ${max} characters long.`)
    change[name] = text
  }
  const vertical = textOf(call.body['vertical'])
  if (vertical !== undefined) {
    if (!verticals.includes(vertical))
      throw badParameter(`Param vertical must be one of {${verticals.join(', ')}} - got "${vertical}".`)
    change['vertical'] = vertical
  }
  if (call.body['websites'] !== undefined) {
    const websites = listOf(call.body['websites'])
    if (websites.length > 2) throw badParameter('Param websites must have at most 2 items.')
    change['websites'] = websites
  }
  world.numbers.patch(number.id, { profile: { ...number.profile, ...change } })
  return { success: true }
}
