import { type Fields, textOf } from '../json.ts'
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

/** GET and POST /{app}/subscriptions: the app's callback; a new one must answer the handshake first. */
export async function changeCallback(world: World, call: GraphCall): Promise<Fields> {
  if (call.method === 'GET') {
    const active = world.app.callbackUrl !== null
    const entry = {
      object: 'whatsapp_business_account',
      callback_url: world.app.callbackUrl,
      active,
      fields: [{ name: 'messages', version: call.version }],
    }
    return { data: active ? [entry] : [] }
  }
  if (call.method !== 'POST') throw unknownObject(call.method, world.app.id)
  if (parameter(call, 'object') !== 'whatsapp_business_account')
    throw badParameter('Param object must be one of {WHATSAPP_BUSINESS_ACCOUNT}.')
  const url = textOf(parameter(call, 'callback_url'))
  if (url === undefined || !URL.canParse(url)) throw badParameter('The parameter callback_url is required.')
  await mustAnswer(url, textOf(parameter(call, 'verify_token')) ?? '')
  world.app.callbackUrl = url
  world.store.table<{ url: string }>('callback').put(world.app.id, { url })
  return { success: true }
}
