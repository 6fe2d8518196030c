import type { Fields } from '../json.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import type { GraphCall } from './call.ts'
import { unknownObject } from './errors.ts'

/** Edges that keep what they are given and give it back: settings, commerce, conversational automation. */
export function numberSettings(world: World, number: BusinessNumber, edge: string, call: GraphCall): Fields {
  if (edge === 'conversational_automation' && call.method === 'POST') {
    const { enable_welcome_message, prompts, commands } = call.body
    world.numbers.patch(number.id, { automation: { enable_welcome_message, prompts, commands } })
    return { success: true }
  }
  if (edge !== 'settings' && edge !== 'whatsapp_commerce_settings') throw unknownObject(call.method, number.id)
  const kept = (number.settings[edge] as Fields | undefined) ?? {}
  if (call.method === 'GET') {
    if (edge === 'settings') return { storage_configuration: { status: 'DEFAULT' }, ...kept }
    return { data: [{ is_catalog_visible: false, is_cart_enabled: true, ...kept, id: number.id }] }
  }
  if (call.method !== 'POST') throw unknownObject(call.method, number.id)
  const { messaging_product: _product, access_token: _token, ...given } = { ...call.query, ...call.body }
  world.numbers.patch(number.id, { settings: { ...number.settings, [edge]: { ...kept, ...given } } })
  return { success: true }
}
