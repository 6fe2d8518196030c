import type { WireAnswer, WireRequest } from '#channels/channel.ts'
import type { FoundNumber, Onboarding, OnboardingAnswer, TokenSays } from '#channels/platform.ts'
import type { AskedState } from '#core/alert/signs.ts'
import type { SendProblem } from '#core/message/status.ts'
import type { LineGroup } from '#core/line/group.ts'
import { MESSAGES_PER_SECOND } from '#core/line/line.ts'
import { problemOf } from './errors.ts'
import { listOf, objectOf, objectsIn, textOf } from './json.ts'

/*
 * What Meta is asked while a number is brought to us, and how its answers read (cloud-api §1.1, §1.13). Codes and secrets
 * travel in bodies; only `debug_token` wants what it looks at in its query.
 */

/** What a token must be able to do (cloud-api §1). */
const NEEDED = ['whatsapp_business_management', 'whatsapp_business_messaging']

/** Everything Meta tells of messages, calls, groups, numbers, accounts and templates, by its own list (cloud-api §2.2). */
const SURE_FIELDS = [
  'messages',
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
  'phone_number_quality_update',
  'phone_number_name_update',
  'account_update',
  'account_review_update',
  'account_alerts',
  'account_settings_update',
  'business_capability_update',
  'security',
  'user_preferences',
  'flows',
  'calls',
  'history',
  'smb_message_echoes',
  'smb_app_state_sync',
  'payment_configuration_update',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
]
/** What Meta's pages speak of and its list does not, or not for everybody (cloud-api §2.2, 2026-08). */
const DOUBTFUL_FIELDS = [
  'standby',
  'messaging_handovers',
  'message_echoes',
  'business_username_update',
  'template_correct_category_detection',
  'business_status_update',
  'partner_solutions',
  'automatic_events',
  'tracking_events',
]

const NUMBER_FIELDS = [
  'id',
  'display_phone_number',
  'verified_name',
  'name_status',
  'new_display_name',
  'new_name_status',
  'quality_rating',
  'status',
  'code_verification_status',
  'is_pin_enabled',
  'is_on_biz_app',
  'throughput',
  'whatsapp_business_manager_messaging_limit',
  'health_status',
  'webhook_configuration',
].join(',')

/** Meta's names of languages for codes; others get Spanish. */
const CODE_LANGUAGES: Readonly<Record<string, string>> = { es: 'es', en: 'en_US', 'pt-BR': 'pt_BR' }

const get = (path: string): WireRequest => ({ method: 'GET', path, body: null })
const post = (path: string, body: object): WireRequest => ({ method: 'POST', path, body })
const at = (id: string, edge = ''): string => `/${encodeURIComponent(id)}${edge}`

export const whatsappOnboarding: Onboarding = {
  ask: {
    exchange: (appId, appSecret, code) =>
      post('/oauth/access_token', {
        client_id: appId,
        client_secret: appSecret,
        grant_type: 'authorization_code',
        code,
      }),
    token: (token) => get(`/debug_token?input_token=${encodeURIComponent(token)}`),
    group: (groupKey, proof) =>
      get(at(groupKey, `?fields=id,name,owner_business_info${proof === null ? '' : `&appsecret_proof=${proof}`}`)),
    numbers: (groupKey) => get(at(groupKey, `/phone_numbers?limit=100&fields=${NUMBER_FIELDS}`)),
    number: (key) => get(at(key, `?fields=${NUMBER_FIELDS}`)),
    add: (groupKey, { callingCode, national, displayName }) =>
      post(at(groupKey, '/phone_numbers'), { cc: callingCode, phone_number: national, verified_name: displayName }),
    take: (groupKey, { callingCode, national }) =>
      post(at(groupKey, '/phone_numbers'), { cc: callingCode, phone_number: national, migrate_phone_number: true }),
    callbacks: (appId) => get(at(appId, '/subscriptions')),
    callback: (appId, url, verifyToken, fields) =>
      post(at(appId, '/subscriptions'), {
        object: 'whatsapp_business_account',
        callback_url: url,
        verify_token: verifyToken,
        fields: (fields === 'sure' ? SURE_FIELDS : [...SURE_FIELDS, ...DOUBTFUL_FIELDS]).join(','),
      }),
    hear: (groupKey, override) =>
      post(
        at(groupKey, '/subscribed_apps'),
        override === null ? {} : { override_callback_uri: override.url, verify_token: override.verifyToken },
      ),
    code: (key, method, language) =>
      post(at(key, '/request_code'), {
        code_method: method === 'sms' ? 'SMS' : 'VOICE',
        language: CODE_LANGUAGES[language] ?? 'es',
      }),
    verify: (key, code) => post(at(key, '/verify_code'), { code }),
    register: (key, pin) => post(at(key, '/register'), { messaging_product: 'whatsapp', pin }),
    deregister: (key) => post(at(key, '/deregister'), {}),
    setPin: (key, pin) => post(at(key), { pin }),
    hearNumber: (key, url, verifyToken) =>
      post(at(key), { webhook_configuration: { override_callback_uri: url, verify_token: verifyToken } }),
    rename: (key, displayName) => post(at(key, `?new_display_name=${encodeURIComponent(displayName)}`), {}),
    synchronise: (key, what) =>
      post(at(key, '/smb_app_data'), {
        messaging_product: 'whatsapp',
        sync_type: what === 'contacts' ? 'smb_app_state_sync' : 'history',
      }),
  },
  answer,
  readToken,
  readNumber,
  readNumbers: (body) => objectsIn(objectOf(body)?.['data']).flatMap((each) => readNumber(each) ?? []),
  readGroup,
  readGroupName: (body) => textOf(objectOf(body)?.['name']),
  readId: (body) => textOf(objectOf(body)?.['id']),
  readAccessToken: (body) => textOf(objectOf(body)?.['access_token']),
  readCallbacks: (body) => objectsIn(objectOf(body)?.['data']).flatMap((each) => textOf(each['callback_url']) ?? []),
}

/** What an answer to any of these means. Total. */
function answer(given: WireAnswer): OnboardingAnswer {
  if (given.kind !== 'answered') return { kind: 'unreachable', reason: given.reason }
  const body = objectOf(given.body)
  const error = objectOf(body?.['error'])
  if (error !== null)
    return { kind: 'refused', status: given.status, problem: inWordsForPeople(problemOf(error), error) }
  if (given.status >= 300 || body === null) {
    const problem = { code: `http-${given.status}`, title: 'Meta gave no reason', details: null }
    return { kind: 'refused', status: given.status, problem }
  }
  return { kind: 'taken', body }
}

/** Facebook Login's subcodes for codes of the dialog that are no good (any more) [K]. */
const CODE_SUBCODES = ['36007', '36008', '36009']

/** Management answers have a title and a sentence meant for whoever sits before the screen. */
function inWordsForPeople(problem: SendProblem, error: Readonly<Record<string, unknown>>): SendProblem {
  const subcode = textOf(error['error_subcode'])
  const code = subcode !== null && CODE_SUBCODES.includes(subcode) ? subcode : problem.code
  const title = textOf(error['error_user_title'])
  return title === null ? { ...problem, code } : { ...problem, code, title, details: textOf(error['error_user_msg']) }
}

function readToken(body: unknown): TokenSays | null {
  const data = objectOf(objectOf(body)?.['data'])
  if (data === null) return null
  const granular = objectsIn(data['granular_scopes'])
  const scopes = listOf(data['scopes']).flatMap((scope) => textOf(scope) ?? [])
  const targets = granular
    .filter(({ scope }) => scope === NEEDED[0])
    .flatMap((each) => listOf(each['target_ids']).flatMap((id) => textOf(id) ?? []))
  const expires = Number(data['expires_at'] ?? 0)
  return {
    isValid: data['is_valid'] === true,
    appId: textOf(data['app_id']),
    missing: NEEDED.filter((scope) => !scopes.includes(scope)),
    groups: [...new Set(targets)],
    expiresAtSeconds: Number.isFinite(expires) && expires > 0 ? expires : null,
  }
}

/** A WhatsApp account and the business portfolio that owns it (`owner_business_info`, cloud-api §1.1). */
function readGroup(body: unknown): LineGroup | null {
  const fields = objectOf(body)
  const owner = objectOf(fields?.['owner_business_info'])
  const portfolioKey = textOf(owner?.['id'])
  if (portfolioKey === null) return null
  const name = textOf(fields?.['name']) ?? ''
  return { name, portfolioKey, portfolioName: textOf(owner?.['name']) ?? name }
}

function readNumber(body: unknown): FoundNumber | null {
  const fields = objectOf(body)
  const key = textOf(fields?.['id'])
  const address = textOf(fields?.['display_phone_number'])
  if (fields === null || key === null || address === null) return null
  const health = objectOf(fields['health_status'])
  const isOnApp = fields['is_on_biz_app'] === true
  const level = objectOf(fields['throughput'])?.['level']
  return {
    key,
    address,
    displayName: textOf(fields['verified_name']) ?? '',
    nameStatus:
      textOf(fields['new_name_status']) === 'PENDING_REVIEW' ? 'PENDING_REVIEW' : textOf(fields['name_status']),
    newName: textOf(fields['new_display_name']),
    refusedName: refusedNameIn(fields),
    quality: textOf(fields['quality_rating']),
    state: textOf(fields['status']),
    standing: STANDINGS[textOf(fields['status']) ?? ''] ?? 'fine',
    override: overrideIn(fields),
    limit: textOf(fields['whatsapp_business_manager_messaging_limit']),
    isVerified: fields['code_verification_status'] === 'VERIFIED',
    isRegistered: fields['status'] === 'CONNECTED',
    isOnApp,
    hasPin: fields['is_pin_enabled'] === true,
    canSend: textOf(health?.['can_send_message']),
    messagesPerSecond: isOnApp
      ? MESSAGES_PER_SECOND.COEXISTENCE
      : MESSAGES_PER_SECOND[level === 'HIGH' ? 'HIGH' : 'STANDARD'],
    healthProblems: objectsIn(health?.['entities']).flatMap((entity) =>
      objectsIn(entity['errors']).flatMap((each) => textOf(each['error_description']) ?? []),
    ),
  }
}

/** Values of a number's `status` (cloud-api §1.1); what is missing here is no trouble, or nothing we know. */
const STANDINGS: Readonly<Record<string, AskedState>> = {
  FLAGGED: 'flagged',
  RESTRICTED: 'limited',
  RATE_LIMITED: 'limited',
  BANNED: 'banned',
  DISCONNECTED: 'unregistered',
  PENDING: 'unregistered',
  UNVERIFIED: 'unregistered',
  MIGRATED: 'moved',
  DELETED: 'gone',
}

/** The newer name is refused while the older one stays; a first one has none before it. */
function refusedNameIn(fields: Readonly<Record<string, unknown>>): string | null {
  const newer = textOf(fields['new_name_status'])
  if (newer === 'DECLINED') return textOf(fields['new_display_name'])
  const isRefused = newer !== 'PENDING_REVIEW' && textOf(fields['name_status']) === 'DECLINED'
  return isRefused ? textOf(fields['verified_name']) : null
}

/** A number's own address wins over its account's, and that over the app's (cloud-api §2.1). */
function overrideIn(fields: Readonly<Record<string, unknown>>): FoundNumber['override'] {
  const set = objectOf(fields['webhook_configuration'])
  const number = textOf(set?.['phone_number'])
  if (number !== null) return { of: 'number', url: number }
  const group = textOf(set?.['whatsapp_business_account'])
  return group === null ? null : { of: 'group', url: group }
}
