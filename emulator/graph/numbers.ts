import { type Fields, fieldsOf, textOf } from '../json.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type GraphCall, parameter } from './call.ts'
import { overrideOf } from './callback.ts'
import { select } from './fields.ts'
import { askForName } from '../signup/name-review.ts'
import { officialStatus } from './official.ts'
import { changePin } from '../signup/register.ts'
import { registrationOf } from '../signup/registration.ts'
import { usernameOf } from './username.ts'

export const NUMBER_NODE = 'WhatsAppBusinessPhoneNumber'
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
  const registration = registrationOf(number)
  const { messagingLimit } = world.account.of(world.wabas.of(number))
  return {
    id: number.id,
    display_phone_number: number.displayPhoneNumber,
    verified_name: number.verifiedName,
    name_status: registration.nameStatus,
    new_name_status: registration.newName?.status ?? 'NONE',
    new_display_name: registration.newName?.name ?? null,
    quality_rating: qualityOf(number),
    quality_score: { score: qualityOf(number) },
    status: statusOf(number),
    code_verification_status: registration.verification,
    is_pin_enabled: number.pin !== null,
    is_official_business_account: false,
    is_on_biz_app: registration.isOnApp,
    is_preverified_number: false,
    account_mode: 'LIVE',
    platform_type: 'CLOUD_API',
    throughput: { level: registration.isRegistered ? (number.throughput ?? 'STANDARD') : 'NOT_APPLICABLE' },
    messaging_limit_tier: messagingLimit,
    whatsapp_business_manager_messaging_limit: messagingLimit,
    search_visibility: 'VISIBLE',
    host_platform: 'CLOUD_API',
    country_dial_code: number.displayPhoneNumber.replace(/^\+(\d+).*$/, '$1'),
    last_onboarded_time: registration.onboardedAt === null ? '2026-01-15T12:00:00+0000' : iso(registration.onboardedAt),
    certificate: null,
    new_certificate: null,
    eligibility_for_api_business_global_search: 'NON_ELIGIBLE_UNDEFINED_COUNTRY',
    official_business_account: { oba_status: officialStatus(number) },
    username: usernameOf(number),
    conversational_automation: number.automation,
    webhook_configuration: {
      ...(number.override === null ? {} : { phone_number: number.override.url }),
      ...(world.app.callbackUrl === null ? {} : { application: world.app.callbackUrl }),
    },
    health_status: health(world, number),
  }
}

/** As Meta writes instants here: with an offset, without a fraction. */
const iso = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, '+0000')

const qualityOf = (number: BusinessNumber): string =>
  registrationOf(number).isRegistered ? (number.quality ?? 'GREEN') : 'UNKNOWN'

/** Registered, given back, gone to another account, or never there (Cloud API reference, Phone number, `status`). */
function statusOf(number: BusinessNumber): string {
  if (number.movedTo !== undefined) return 'MIGRATED'
  const { isRegistered, verification, turnsAt } = registrationOf(number)
  if (isRegistered) return number.sanction ?? 'CONNECTED'
  if (verification !== 'VERIFIED') return 'UNVERIFIED'
  return turnsAt.length > 0 ? 'DISCONNECTED' : 'PENDING'
}

/** Whether it may send, as `health_status` says it (cloud-api §1.10). */
function mayNumberSend(number: BusinessNumber): 'AVAILABLE' | 'LIMITED' | 'BLOCKED' {
  if (!registrationOf(number).isRegistered || number.sanction === 'BANNED') return 'BLOCKED'
  return number.sanction === undefined || number.sanction === 'FLAGGED' ? 'AVAILABLE' : 'LIMITED'
}

function numberHealth(number: BusinessNumber): Fields {
  const base = { entity_type: 'PHONE_NUMBER', id: number.id, can_send_message: mayNumberSend(number) }
  if (registrationOf(number).isRegistered) return base
  const error = {
    error_code: 141000,
    error_description: 'The phone number is not registered.',
    possible_solution: 'Register the phone number.',
  }
  return { ...base, errors: [error] }
}

const health = (world: World, number: BusinessNumber): Fields => ({
  can_send_message: mayNumberSend(number),
  entities: [
    numberHealth(number),
    { entity_type: 'WABA', id: world.wabas.of(number).id, can_send_message: 'AVAILABLE' },
    { entity_type: 'BUSINESS', id: world.wabas.of(number).businessId, can_send_message: 'AVAILABLE' },
    { entity_type: 'APP', id: world.app.id, can_send_message: 'AVAILABLE' },
  ],
})

export const readNumber = (world: World, number: BusinessNumber, fields: string | undefined): Fields =>
  select(numberNode(world, number), fields, usual, NUMBER_NODE)

/** POST /{number}: a PIN, another name, or a callback of its own. */
export async function changeNumber(world: World, number: BusinessNumber, call: GraphCall): Promise<Fields> {
  const pin = textOf(parameter(call, 'pin'))
  if (pin !== undefined) changePin(world, number, pin)
  const name = parameter(call, 'new_display_name')
  if (name !== undefined) askForName(world, number, name)
  const configuration = parameter(call, 'webhook_configuration')
  if (configuration !== undefined) {
    const { override_callback_uri: uri, verify_token: token } = fieldsOf(configuration)
    world.numbers.patch(number.id, { override: await overrideOf(uri, token) })
  }
  return { success: true }
}
