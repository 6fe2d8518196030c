import { createPublicKey } from 'node:crypto'
import { type Fields, fieldsOf, lengthOf, listOf, textOf } from '../json.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { opened } from './body.ts'
import { type GraphCall, parameter } from './call.ts'
import { badParameter, unknownEdge, unknownObject } from './errors.ts'
import { NUMBER_NODE } from './numbers.ts'

/** Edges that keep what they are given and give it back: settings, commerce, conversational automation, the key of forms. */
export function numberSettings(world: World, number: BusinessNumber, edge: string, call: GraphCall): Fields {
  switch (edge) {
    case 'conversational_automation':
      return automation(world, number, call)
    case 'whatsapp_business_encryption':
      return formKey(world, number, call)
    case 'settings':
    case 'whatsapp_commerce_settings':
      return kept(world, number, edge, call)
    default:
      throw call.method === 'GET' ? unknownEdge(edge, NUMBER_NODE) : unknownObject(call.method, number.id)
  }
}

/** What each of the two keeps (Cloud API reference, Settings, 2025-11; Commerce settings, 2025-11). */
const NAMES: Readonly<Record<'settings' | 'whatsapp_commerce_settings', readonly string[]>> = {
  settings: [
    'calling',
    'user_identity_change',
    'payload_encryption',
    'storage_configuration',
    'data_localization_region',
  ],
  whatsapp_commerce_settings: ['is_catalog_visible', 'is_cart_enabled'],
}

function kept(
  world: World,
  number: BusinessNumber,
  edge: 'settings' | 'whatsapp_commerce_settings',
  call: GraphCall,
): Fields {
  const before = fieldsOf(number.settings[edge])
  if (call.method === 'GET') {
    if (edge === 'settings') return { storage_configuration: { status: 'DEFAULT' }, ...before }
    return { data: [{ is_catalog_visible: false, is_cart_enabled: true, ...before, id: number.id }] }
  }
  if (call.method !== 'POST') throw unknownObject(call.method, number.id)
  const given: Record<string, unknown> = {}
  for (const name of NAMES[edge]) {
    const value = parameter(call, name)
    if (value === undefined) continue
    given[name] = truthIn(value)
    const isWrong = edge === 'settings' ? typeof given[name] !== 'object' : typeof given[name] !== 'boolean'
    if (isWrong) throw badParameter(`Param ${name} must be ${edge === 'settings' ? 'an object' : 'a boolean'}.`)
  }
  if (Object.keys(given).length === 0)
    throw badParameter(`At least one of the parameters ${NAMES[edge].join(', ')} is required.`)
  world.numbers.patch(number.id, { settings: { ...number.settings, [edge]: { ...before, ...given } } })
  return { success: true }
}

/** Address and form fields carry words where JSON has truth values, and JSON as text. */
const truthIn = (value: unknown): unknown =>
  typeof value !== 'string' ? value : value === 'true' || value === 'false' ? value === 'true' : opened(value)

/** Cloud API, Conversational components, 2025-10: how many there may be, and how long. */
const PROMPTS = { most: 4, longest: 80 } as const
const COMMANDS = { most: 30, longest: { command_name: 32, command_description: 256 } } as const

/** What a chat that begins offers. What is not given stays. */
function automation(world: World, number: BusinessNumber, call: GraphCall): Fields {
  if (call.method === 'GET') return { ...number.automation, id: number.id }
  if (call.method !== 'POST') throw unknownObject(call.method, number.id)
  const prompts = parameter(call, 'prompts')
  const commands = parameter(call, 'commands')
  const welcome = parameter(call, 'enable_welcome_message')
  const isPrompt = (prompt: unknown) => lengthWithin(prompt, PROMPTS.longest)
  if (prompts !== undefined && !(listOf(prompts).length <= PROMPTS.most && listOf(prompts).every(isPrompt)))
    throw badParameter(`Param prompts must have at most ${PROMPTS.most} texts of ${PROMPTS.longest} characters.`)
  const isCommand = (command: unknown) =>
    Object.entries(COMMANDS.longest).every(([name, longest]) => lengthWithin(fieldsOf(command)[name], longest))
  if (commands !== undefined && !(listOf(commands).length <= COMMANDS.most && listOf(commands).every(isCommand)))
    throw badParameter(`Param commands must have at most ${COMMANDS.most}, each with a name and a description.`)
  const given = Object.entries({ enable_welcome_message: truthIn(welcome), prompts, commands })
  const changed = Object.fromEntries(given.filter(([, value]) => value !== undefined))
  world.numbers.patch(number.id, { automation: { ...number.automation, ...changed } })
  return { success: true }
}

const lengthWithin = (value: unknown, longest: number): boolean => {
  const length = lengthOf(textOf(value) ?? '')
  return length > 0 && length <= longest
}

/** The key with which forms write to the business: RSA of 2048 bits in PEM (Flows, Implementing your endpoint, 2025-11). */
function formKey(world: World, number: BusinessNumber, { method, body, query }: GraphCall): Fields {
  const key = textOf(number.settings['business_public_key'])
  if (method === 'GET') {
    return {
      data: key === undefined ? [] : [{ business_public_key: key, business_public_key_signature_status: 'VALID' }],
    }
  }
  if (method !== 'POST') throw unknownObject(method, number.id)
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
