import { type Fields, lengthOf, listOf, textOf } from '../json.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type GraphCall, parameter } from './call.ts'
import { badParameter } from './errors.ts'
import { select } from './fields.ts'

/** Where profile pictures lie: anybody may see them. */
export const PICTURES = '/profile-pictures/'

/** Limits of the business profile (cloud-api §1.1; unverified since 2024). */
const lengths: Readonly<Record<string, number>> = { about: 139, address: 256, description: 512, email: 128 }
const verticals =
  'OTHER AUTO BEAUTY APPAREL EDU ENTERTAIN EVENT_PLAN FINANCE GROCERY GOVT HOTEL HEALTH NONPROFIT PROF_SERVICES RETAIL TRAVEL RESTAURANT ALCOHOL ONLINE_GAMBLING PHYSICAL_GAMBLING OTC_DRUGS UNDEFINED NOT_A_BIZ'.split(
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
  'id',
]

/** GET /{number}/whatsapp_business_profile: a list with one profile. */
export function readProfile(number: BusinessNumber, { query, origin }: GraphCall): Fields {
  const empty = Object.fromEntries(names.map((name) => [name, undefined]))
  const { picture, ...kept } = number.profile
  const shown = textOf(picture) === undefined ? {} : { profile_picture_url: `${origin}${PICTURES}${textOf(picture)}` }
  const node: Fields = { ...empty, ...kept, ...shown, messaging_product: 'whatsapp' }
  return { data: [select(node, query['fields'], ['about', 'messaging_product'], 'WhatsAppBusinessProfile')] }
}

/** Whether a media is what some number shows of itself. */
export const isPicture = (world: World, mediaId: string): boolean =>
  [...world.numbers.all()].some(({ profile }) => profile['picture'] === mediaId)

/** POST /{number}/whatsapp_business_profile. */
export function changeProfile(world: World, number: BusinessNumber, call: GraphCall): Fields {
  if (parameter(call, 'messaging_product') !== 'whatsapp')
    throw badParameter('The parameter messaging_product is required.')
  const change: Record<string, unknown> = {}
  for (const [name, max] of Object.entries(lengths)) {
    const text = textOf(parameter(call, name))
    if (text === undefined) continue
    if (lengthOf(text) > max) throw badParameter(`Param ${name} must be at most ${max} characters long.`)
    change[name] = text
  }
  const vertical = textOf(parameter(call, 'vertical'))
  if (vertical !== undefined) {
    if (!verticals.includes(vertical))
      throw badParameter(`Param vertical must be one of {${verticals.join(', ')}} - got "${vertical}".`)
    change['vertical'] = vertical
  }
  if (parameter(call, 'websites') !== undefined) {
    const websites = listOf(parameter(call, 'websites'))
    if (websites.length > 2) throw badParameter('Param websites must have at most 2 items.')
    change['websites'] = websites
  }
  const handle = textOf(parameter(call, 'profile_picture_handle'))
  if (handle !== undefined) {
    const picture = world.uploads.knows(handle) ? world.uploads.mediaBehind(handle) : undefined
    if (picture === undefined || !world.media.get(picture)?.mime.startsWith('image/'))
      throw badParameter('Param profile_picture_handle must be the handle of an uploaded picture.')
    change['picture'] = picture
  }
  world.numbers.patch(number.id, { profile: { ...number.profile, ...change } })
  return { success: true }
}
