import { type Fields, fieldsOf, listOf, textOf } from '../json.ts'
import { newNumericId } from '../world/ids.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type GraphCall, parameter } from './call.ts'
import { badParameter, unknownObject } from './errors.ts'
import { select } from './fields.ts'

/** How many links speak for a business that asks for the badge (OpenAPI v23.0, Official Business Account, 2025-11). */
const LINKS = { fewest: 5, most: 10 } as const

/** GET and POST /{number}/official_business_account: whether it has the badge, and asking for it. Nobody decides here. */
export function officialAccount(world: World, number: BusinessNumber, call: GraphCall): Fields {
  if (call.method === 'GET') {
    const node = { id: number.id, oba_status: officialStatus(number), status_message: messageOf(number) }
    return select(node, call.query['fields'], ['oba_status'], 'OfficialBusinessAccount')
  }
  if (call.method !== 'POST') throw unknownObject(call.method, number.id)
  for (const name of ['business_website_url', 'primary_country_of_operation']) {
    if (!textOf(parameter(call, name))) throw badParameter(`The parameter ${name} is required.`)
  }
  const links = parameter(call, 'supporting_links')
  const count = listOf(links).length
  if (links !== undefined && (count < LINKS.fewest || count > LINKS.most))
    throw badParameter(`Param supporting_links must have ${LINKS.fewest} to ${LINKS.most} links.`)
  keep(world, number, 'official', { status: 'PENDING' })
  return { success: true, message: 'The request was submitted.', tracking_id: newNumericId() }
}

export const officialStatus = (number: BusinessNumber): string =>
  textOf(fieldsOf(number.settings['official'])['status']) ?? 'NOT_STARTED'

const messageOf = (number: BusinessNumber): string | null =>
  officialStatus(number) === 'PENDING' ? 'Your request is being reviewed.' : null

/**
 * GET and POST /{number}/business_compliance_info: who is behind a business, as India asks it (Business Management API,
 * Business compliance, 2025-11).
 */
export function complianceInfo(world: World, number: BusinessNumber, call: GraphCall): Fields {
  if (call.method === 'GET') {
    const kept = number.settings['compliance']
    return { data: kept === undefined ? [] : [kept] }
  }
  if (call.method !== 'POST') throw unknownObject(call.method, number.id)
  if (parameter(call, 'messaging_product') !== 'whatsapp')
    throw badParameter('The parameter messaging_product is required.')
  for (const name of COMPLIANCE) {
    if (parameter(call, name) === undefined) throw badParameter(`The parameter ${name} is required.`)
  }
  const given = Object.fromEntries(COMPLIANCE.map((name) => [name, parameter(call, name)]))
  keep(world, number, 'compliance', { ...given, messaging_product: 'whatsapp' })
  return { success: true }
}

const COMPLIANCE = [
  'entity_name',
  'entity_type',
  'is_registered',
  'grievance_officer_details',
  'customer_care_details',
] as const

const keep = (world: World, number: BusinessNumber, name: string, value: Fields): void =>
  void world.numbers.patch(number.id, { settings: { ...number.settings, [name]: value } })
