import { type Fields, fieldsOf, listOf, truthOf } from '../json.ts'
import { type Subscription, subscriptionOf } from '../webhook/tell.ts'
import { registrationOf } from '../signup/registration.ts'
import type { BusinessNumber, Waba } from '../world/model.ts'
import { portfolioName } from '../world/wabas.ts'
import type { World } from '../world/world.ts'
import { type GraphCall, parameter } from './call.ts'
import { opened } from './body.ts'
import { overrideOf } from './callback.ts'
import { select } from './fields.ts'
import { badParameter, refuse } from './errors.ts'
import { numberNode, readNumber } from './numbers.ts'
import { page } from './paging.ts'
import { timezoneId } from './timezone.ts'
import { analyticsAmong } from '../analytics/analytics.ts'

/** When the account was opened, in seconds. */
export const CREATED_AT = Date.UTC(2026, 0, 15, 12) / 1000

export const WABA_NODE = 'WhatsAppBusinessAccount'
const usual = ['id', 'name', 'timezone_id', 'message_template_namespace']

/** GET /{waba}. */
export function readWaba(world: World, waba: Waba, fields: string | undefined): Fields {
  const { timeZone, verified, messagingLimit } = world.account.of(waba)
  const node = {
    id: waba.id,
    name: waba.name,
    status: 'ACTIVE',
    currency: waba.currency,
    country: waba.country,
    timezone_id: timezoneId(timeZone),
    message_template_namespace: `${waba.id.slice(0, 8)}_namespace`,
    account_review_status: 'APPROVED',
    business_verification_status: verified ? 'verified' : 'not_verified',
    ownership_type: 'SELF',
    is_enabled_for_insights: true,
    is_shared_with_partners: false,
    marketing_messages_lite_api_status: 'ELIGIBLE',
    marketing_messages_onboarding_status: 'ELIGIBLE',
    whatsapp_business_manager_messaging_limit: messagingLimit,
    ...analyticsAmong(world, waba, fields),
    owner_business_info: { name: portfolioName(waba), id: waba.businessId },
    on_behalf_of_business_info: { name: portfolioName(waba), id: waba.businessId, status: 'APPROVED', type: 'SELF' },
    primary_funding_id: null,
    primary_business_location: waba.country,
    auth_international_rate_eligibility: null,
    creation_time: CREATED_AT,
    linked_commerce_account: null,
    purchase_order_number: null,
    health_status: {
      can_send_message: 'AVAILABLE',
      entities: [{ entity_type: 'WABA', id: waba.id, can_send_message: 'AVAILABLE' }],
    },
  }
  return select(node, fields, usual, WABA_NODE)
}

/** POST /{waba}: the numbers of templates are switched on once and for all; here they are from the beginning. */
export function changeWaba(waba: Waba, call: GraphCall): Fields {
  const insights = parameter(call, 'is_enabled_for_insights')
  if (insights === undefined) throw badParameter('The parameter is_enabled_for_insights is required.')
  if (!truthOf(insights)) throw refuse(200006)
  return { id: waba.id }
}

/** GET /{waba}/phone_numbers, in the order they came, or by `sort` (Business Management API, Phone numbers, 2025-12). */
export function listNumbers(world: World, waba: Waba, call: GraphCall): Fields {
  const wanted = filterOf(call.query['filtering'])
  const own = [...world.numbers.all()].filter((number) => number.wabaId === waba.id)
  const rows = sorted(own, call.query['sort'])
    .filter((number) => wanted(numberNode(world, number)))
    .map((number) => readNumber(world, number, call.query['fields']))
  return page(call, rows, (row) => String(row['id']))
}

function sorted(numbers: readonly BusinessNumber[], sort: string | undefined): readonly BusinessNumber[] {
  if (sort === undefined || sort === '') return numbers
  if (!(SORTS as readonly string[]).includes(sort))
    throw badParameter(`Param sort must be one of {${SORTS.join(', ')}}.`)
  const onboardedAt = (number: BusinessNumber) => registrationOf(number).onboardedAt ?? 0
  const ascending = numbers.toSorted((a, b) => onboardedAt(a) - onboardedAt(b))
  return sort === SORTS[0] ? ascending : ascending.toReversed()
}
const SORTS = ['last_onboarded_time_ascending', 'last_onboarded_time_descending'] as const

/**
 * `filtering=[{"field":"account_mode","operator":"EQUAL","value":"SANDBOX"}]`, also with the single quotes of Meta's examples
 * (Business Management API, Phone numbers, 2025-12). Every condition must hold.
 */
function filterOf(filtering: string | undefined): (node: Fields) => boolean {
  if (filtering === undefined) return () => true
  const conditions = listOf(opened(filtering.replaceAll("'", '"'))).map(fieldsOf)
  if (conditions.length === 0 || conditions.some(({ operator }) => operator !== 'EQUAL'))
    throw badParameter('Param filtering must be a list of conditions with a field, the operator EQUAL and a value.')
  return (node) => conditions.every(({ field, value }) => String(node[String(field)]) === String(value))
}

/** GET, POST and DELETE /{waba}/subscribed_apps: whether this app hears of the account, and where. */
export async function subscribedApps(world: World, waba: Waba, call: GraphCall): Promise<Fields> {
  const table = world.store.table<Subscription>('subscription')
  if (call.method === 'DELETE') table.put(waba.id, { subscribed: false, override: null })
  if (call.method === 'POST') {
    const override = await overrideOf(parameter(call, 'override_callback_uri'), parameter(call, 'verify_token'))
    table.put(waba.id, { subscribed: true, override })
  }
  if (call.method !== 'GET') return { success: true }
  const { subscribed, override } = subscriptionOf(world, waba)
  const { id, name } = world.app
  const app = {
    whatsapp_business_api_data: { id, name, link: `https://www.facebook.com/games/?app_id=${id}` },
    ...(override === null ? {} : { override_callback_uri: override.url }),
  }
  return { data: subscribed ? [app] : [] }
}
