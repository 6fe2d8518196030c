import { type Fields, fieldsOf, textOf } from '../json.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type GraphCall, parameter } from './call.ts'
import { overrideOf } from './callback.ts'
import { badParameter, refuse } from './errors.ts'
import { select } from './fields.ts'

const nodeType = 'WhatsAppBusinessPhoneNumber'
/** What Graph gives without `fields` (Cloud API reference, Phone number, 2025-11). */
const usual = [
  'verified_name',
  'code_verification_status',
  'display_phone_number',
  'quality_rating',
  'platform_type',
  'throughput',
  'webhook_configuration',
  'id',
]

/** Everything a number can be asked for (cloud-api §1.1). */
export function numberNode(world: World, number: BusinessNumber): Fields {
  return {
    id: number.id,
    display_phone_number: number.displayPhoneNumber,
    verified_name: number.verifiedName,
    name_status: 'APPROVED',
    new_name_status: 'NONE',
    new_display_name: null,
    quality_rating: number.quality ?? 'GREEN',
    quality_score: { score: number.quality ?? 'GREEN' },
    status: 'CONNECTED',
    code_verification_status: 'VERIFIED',
    is_pin_enabled: number.pin !== null,
    is_official_business_account: false,
    is_on_biz_app: false,
    is_preverified_number: false,
    account_mode: 'LIVE',
    platform_type: 'CLOUD_API',
    throughput: { level: number.throughput ?? 'STANDARD' },
    messaging_limit_tier: world.account.get().messagingLimit,
    whatsapp_business_manager_messaging_limit: world.account.get().messagingLimit,
    search_visibility: 'VISIBLE',
    host_platform: 'CLOUD_API',
    country_dial_code: number.displayPhoneNumber.replace(/^\+(\d+).*$/, '$1'),
    last_onboarded_time: '2026-01-15T12:00:00+0000',
    certificate: null,
    username: null,
    conversational_automation: number.automation,
    webhook_configuration: {
      ...(number.override === null ? {} : { phone_number: number.override.url }),
      ...(world.app.callbackUrl === null ? {} : { application: world.app.callbackUrl }),
    },
    health_status: health(world, number),
  }
}

const health = (world: World, number: BusinessNumber): Fields => ({
  can_send_message: 'AVAILABLE',
  entities: [
    { entity_type: 'PHONE_NUMBER', id: number.id, can_send_message: 'AVAILABLE' },
    { entity_type: 'WABA', id: world.waba.id, can_send_message: 'AVAILABLE' },
    { entity_type: 'BUSINESS', id: world.waba.businessId, can_send_message: 'AVAILABLE' },
    { entity_type: 'APP', id: world.app.id, can_send_message: 'AVAILABLE' },
  ],
})

export const readNumber = (world: World, number: BusinessNumber, fields: string | undefined): Fields =>
  select(numberNode(world, number), fields, usual, nodeType)

/** POST /{number}: a PIN, or a callback of its own. */
export async function changeNumber(world: World, number: BusinessNumber, call: GraphCall): Promise<Fields> {
  const pin = textOf(parameter(call, 'pin'))
  if (pin !== undefined) {
    if (!/^\d{6}$/.test(pin)) throw badParameter('Param pin must be a 6-digit string.')
    world.numbers.patch(number.id, { pin })
  }
  const configuration = parameter(call, 'webhook_configuration')
  if (configuration !== undefined) {
    const { override_callback_uri: uri, verify_token: token } = fieldsOf(configuration)
    world.numbers.patch(number.id, { override: await overrideOf(uri, token) })
  }
  return { success: true }
}

/** POST /{number}/register: the PIN must be the one already set, if there is one. */
export function registerNumber(world: World, number: BusinessNumber, call: GraphCall): Fields {
  const pin = textOf(parameter(call, 'pin'))
  if (pin === undefined) throw badParameter('The parameter pin is required.')
  if (!/^\d{6}$/.test(pin)) throw badParameter('Param pin must be a 6-digit string.')
  if (number.pin !== null && number.pin !== pin) throw refuse(133005)
  world.numbers.patch(number.id, { pin })
  return { success: true }
}
