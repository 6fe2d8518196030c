import { type Fields, listOf, textOf } from '../json.ts'
import type { KeptCallback } from '../webhook/tell.ts'
import type { World } from '../world/world.ts'
import { type GraphCall, parameter } from './call.ts'
import { mustAnswer } from './callback.ts'
import { badParameter, unknownObject } from './errors.ts'
import { select } from './fields.ts'

/** GET /{app}. */
export const readApp = (world: World, fields: string | undefined): Fields => {
  const { id, name } = world.app
  return select(
    { id, name, link: `https://www.facebook.com/games/?app_id=${id}`, category: 'Business' },
    fields,
    ['id', 'name', 'link', 'category'],
    'Application',
  )
}

/** Everything an app can hear of an account (cloud-api §2.2, official list and what other pages add, 2026-08). */
const WEBHOOK_FIELDS = [
  'messages',
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
  'template_correct_category_detection',
  'phone_number_quality_update',
  'phone_number_name_update',
  'account_update',
  'account_review_update',
  'account_alerts',
  'account_settings_update',
  'business_capability_update',
  'business_status_update',
  'business_username_update',
  'security',
  'user_preferences',
  'flows',
  'calls',
  'history',
  'smb_message_echoes',
  'smb_app_state_sync',
  'automatic_events',
  'tracking_events',
  'payment_configuration_update',
  'partner_solutions',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
  'standby',
  'messaging_handovers',
  'message_echoes',
]

/** GET, POST and DELETE /{app}/subscriptions: the app's callback; a new one must answer the handshake first. */
export async function changeCallback(world: World, call: GraphCall): Promise<Fields> {
  const { app } = world
  const table = world.store.table<KeptCallback>('callback')
  if (call.method === 'GET') {
    const names = table.get(app.id)?.fields ?? ['messages']
    const fields = names.map((name) => ({ name, version: call.version }))
    const entry = { object: OBJECT, callback_url: app.callbackUrl, active: true, fields }
    return { data: app.callbackUrl === null ? [] : [entry] }
  }
  if (call.method === 'DELETE') {
    app.callbackUrl = null
    table.put(app.id, { url: null })
    return { success: true }
  }
  if (call.method !== 'POST') throw unknownObject(call.method, app.id)
  if (parameter(call, 'object') !== OBJECT)
    throw badParameter('Param object must be one of {WHATSAPP_BUSINESS_ACCOUNT}.')
  const url = textOf(parameter(call, 'callback_url'))
  if (url === undefined || !URL.canParse(url)) throw badParameter('The parameter callback_url is required.')
  const fields = fieldsIn(parameter(call, 'fields'))
  await mustAnswer(url, textOf(parameter(call, 'verify_token')) ?? '')
  app.callbackUrl = url
  table.put(app.id, { url, ...(fields.length === 0 ? {} : { fields }) })
  return { success: true }
}

const OBJECT = 'whatsapp_business_account'

/** A list, or names with commas between. */
function fieldsIn(given: unknown): readonly string[] {
  const names = typeof given === 'string' ? given.split(',') : listOf(given).map(String)
  const wanted = names.map((name) => name.trim()).filter((name) => name !== '')
  const wrong = wanted.findIndex((name) => !WEBHOOK_FIELDS.includes(name))
  if (wrong >= 0) throw badParameter(`Param fields[${wrong}] must be one of {${WEBHOOK_FIELDS.join(', ')}}.`)
  return wanted
}
