import { type Fields, fieldsOf, isFields, lengthOf, listOf, textOf } from '../json.ts'
import { refuse } from '../graph/errors.ts'
import type { Template } from '../world/model.ts'
import { requireList, requireParam } from './checks.ts'
import { componentOf, parametersOf } from './template-parts.ts'
import { placeholders } from './template-text.ts'

/** A button as the phone shows it: `payload` comes back when a quick reply is pressed. */
export type ShownButton = {
  readonly type: string
  readonly text: string
  readonly payload?: string
  readonly url?: string
  readonly phone_number?: string
  readonly code?: string
  readonly flow_token?: string
  /** The form it opens, as a message with a form of its own would name it. */
  readonly form?: Fields
  /** The products a list of several shows. */
  readonly items?: readonly string[]
}

/** Fills the buttons of a template with what was sent for them. Throws Meta's refusal. */
export function renderButtons(template: Template, given: readonly Fields[]): readonly ShownButton[] {
  const buttons = listOf(componentOf(template, 'BUTTONS')?.['buttons']).filter(isFields)
  const sent = new Map<number, Fields>()
  for (const component of given) {
    if (textOf(component['type'])?.toLowerCase() !== 'button') continue
    const index = Number(textOf(component['index']) ?? Number.NaN)
    const button = buttons[index]
    if (!Number.isInteger(index) || button === undefined) {
      throw refuse(131008, `buttons: Button at index ${String(component['index'])} does not exist in the template`)
    }
    const wanted = subTypes[textOf(button['type']) ?? '']
    const found = textOf(component['sub_type'])?.toLowerCase()
    if (found === undefined || (wanted !== undefined && !wanted.includes(found))) {
      throw refuse(
        132012,
        `buttons: Button at index ${index} expects sub_type ${wanted?.[0] ?? 'url'}, received ${String(found)}`,
      )
    }
    sent.set(index, component)
  }
  return buttons.map((button, index) => shown(button, index, sent.get(index)))
}

/** The `sub_type` a send uses for a button of the template (Cloud API, Templates, Components, 2026-05). */
const subTypes: Readonly<Record<string, readonly string[]>> = {
  QUICK_REPLY: ['quick_reply'],
  URL: ['url'],
  OTP: ['url', 'copy_code', 'otp'],
  COPY_CODE: ['copy_code'],
  FLOW: ['flow'],
  CATALOG: ['catalog'],
  MPM: ['mpm'],
  VOICE_CALL: ['voice_call'],
}

/** "A coupon has at most 20 characters" since 2025-12-03, a code 15 (Cloud API, Templates, Components). */
const CODE_MAX = 20
const PRODUCTS_MAX = 30
const SECTIONS_MAX = 10

/** The types of parameter that fill a button (Cloud API, Templates, Sending, 2026-05). */
const parameterTypes: Readonly<Record<string, readonly string[]>> = {
  QUICK_REPLY: ['payload', 'text'],
  URL: ['text'],
  OTP: ['text', 'coupon_code', 'payload'],
  COPY_CODE: ['coupon_code'],
  FLOW: ['action'],
  CATALOG: ['action'],
  MPM: ['action'],
}

function refuseOtherType(type: string, index: number, parameter: Fields): void {
  const found = textOf(parameter['type'])?.toLowerCase() ?? ''
  const wanted = parameterTypes[type]
  if (wanted !== undefined && !wanted.includes(found))
    throw refuse(
      132012,
      `buttons: Button at index ${index} expects a parameter of type ${wanted[0]}, received ${found}`,
    )
}

/** The products a list of several shows. */
function productsIn(action: Fields): readonly string[] {
  requireParam(action['thumbnail_product_retailer_id'], "action['thumbnail_product_retailer_id']", 256)
  const sections = requireList(action['sections'], "action['sections']")
  const items = sections.flatMap((section) => requireList(fieldsOf(section)['product_items'], 'product_items'))
  if (sections.length < 1 || sections.length > SECTIONS_MAX || items.length < 1 || items.length > PRODUCTS_MAX)
    throw refuse(131009, `buttons: A list has 1 to ${SECTIONS_MAX} sections and 1 to ${PRODUCTS_MAX} products`)
  return items.map((item) => textOf(fieldsOf(item)['product_retailer_id']) ?? '')
}

/** Flows are not built here: one whose id ends so is blocked, or throttled. */
function refuseFlow(id: string): void {
  if (id.endsWith('132068')) throw refuse(132068)
  if (id.endsWith('132069')) throw refuse(132069)
}

function shown(button: Fields, index: number, sent: Fields | undefined): ShownButton {
  const type = textOf(button['type']) ?? ''
  const text = textOf(button['text']) ?? ''
  const [parameter] = parametersOf(sent, 'button')
  if (parameter !== undefined) refuseOtherType(type, index, parameter)
  const given = textOf(parameter?.['text'] ?? parameter?.['payload'] ?? parameter?.['coupon_code'])
  const missing = () =>
    refuse(131008, `buttons: Button at index ${index} of type ${wordFor(type)} requires a parameter`)
  switch (type) {
    case 'QUICK_REPLY':
      return { type, text, payload: given ?? text }
    case 'URL': {
      const url = textOf(button['url']) ?? ''
      if (placeholders(url).length === 0) return { type, text, url }
      if (given === undefined || given === '') throw missing()
      return { type, text, url: url.replace(/\{\{.*?\}\}/, encodeURI(given)) }
    }
    case 'OTP':
    case 'COPY_CODE':
      if (given === undefined || given === '') throw missing()
      if (lengthOf(given) > CODE_MAX)
        throw refuse(132018, `buttons: The code of the button at index ${index} has more than ${CODE_MAX} characters`)
      return { type, text, code: given }
    case 'PHONE_NUMBER':
      return { type, text, phone_number: textOf(button['phone_number']) ?? '' }
    case 'MPM':
      if (parameter === undefined) throw missing()
      return { type, text, items: productsIn(fieldsOf(parameter['action'])) }
    case 'FLOW':
      refuseFlow(textOf(button['flow_id']) ?? '')
      return { type, text, ...formOf(button, fieldsOf(parameter?.['action'])) }
    default:
      return { type, text }
  }
}

/** A template says which form and where it begins, a send with what (Cloud API, Templates, Components, 2026-05). */
function formOf(button: Fields, action: Fields): Pick<ShownButton, 'flow_token' | 'form'> {
  const flow_token = textOf(action['flow_token']) ?? 'unused'
  const named = ['flow_id', 'flow_name', 'flow_action'].filter((name) => textOf(button[name]) !== undefined)
  const screen = textOf(button['navigate_screen'])
  const data = action['flow_action_data']
  const payload = { ...(screen === undefined ? {} : { screen }), ...(isFields(data) ? { data } : {}) }
  const form = {
    flow_token,
    ...Object.fromEntries(named.map((name) => [name, button[name]])),
    flow_action_payload: payload,
  }
  return { flow_token, form }
}

const wordFor = (type: string): string =>
  type
    .toLowerCase()
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ')
