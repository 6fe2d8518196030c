import { createPublicKey } from 'node:crypto'
import { type Fields, textOf } from '../json.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { opened } from './body.ts'
import type { GraphCall } from './call.ts'
import { badParameter, unknownObject } from './errors.ts'

/** Edges that keep what they are given and give it back: settings, commerce, conversational automation. */
export function numberSettings(world: World, number: BusinessNumber, edge: string, call: GraphCall): Fields {
  if (edge === 'conversational_automation' && call.method === 'POST') {
    const { enable_welcome_message, prompts, commands } = call.body
    world.numbers.patch(number.id, { automation: { enable_welcome_message, prompts, commands } })
    return { success: true }
  }
  if (edge === 'whatsapp_business_encryption') return formKey(world, number, call)
  if (edge !== 'settings' && edge !== 'whatsapp_commerce_settings') throw unknownObject(call.method, number.id)
  const kept = (number.settings[edge] as Fields | undefined) ?? {}
  if (call.method === 'GET') {
    if (edge === 'settings') return { storage_configuration: { status: 'DEFAULT' }, ...kept }
    return { data: [{ is_catalog_visible: false, is_cart_enabled: true, ...kept, id: number.id }] }
  }
  if (call.method !== 'POST') throw unknownObject(call.method, number.id)
  const { messaging_product: _product, access_token: _token, ...asked } = { ...call.query, ...call.body }
  const given = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, truthIn(value)]))
  world.numbers.patch(number.id, { settings: { ...number.settings, [edge]: { ...kept, ...given } } })
  return { success: true }
}

/** Address and form fields carry words where JSON has truth values, and JSON as text. */
const truthIn = (value: unknown): unknown =>
  typeof value !== 'string' ? value : value === 'true' || value === 'false' ? value === 'true' : opened(value)

/** The key with which forms write to the business: RSA of 2048 bits in PEM (Flows, Implementing your endpoint, 2025-11). */
function formKey(world: World, number: BusinessNumber, { method, body, query }: GraphCall): Fields {
  const kept = textOf(number.settings['business_public_key'])
  if (method === 'GET') {
    return {
      data: kept === undefined ? [] : [{ business_public_key: kept, business_public_key_signature_status: 'VALID' }],
    }
  }
  const given = textOf({ ...query, ...body }['business_public_key']) ?? ''
  if (!isFormKey(given))
    throw badParameter('Param business_public_key must be a 2048-bit RSA public key in PEM format.')
  world.numbers.patch(number.id, { settings: { ...number.settings, business_public_key: given } })
  return { success: true }
}

function isFormKey(pem: string): boolean {
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'rsa' && key.asymmetricKeyDetails?.modulusLength === 2048
  } catch {
    return false
  }
}
