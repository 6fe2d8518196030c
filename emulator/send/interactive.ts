import { type Fields, fieldsOf, textOf } from '../json.ts'
import { badParameter, refuse } from '../graph/errors.ts'
import type { World } from '../world/world.ts'
import { optionalText, requireFields, requireList, requireOneOf, requireParam, requireText } from './checks.ts'
import { checkCarousel, checkCatalog, checkOrder, checkProduct, checkProductList } from './interactive-commerce.ts'
import { checkLink, LINK_TITLE_MAX } from './interactive-parts.ts'
import { checkMedia } from './media-content.ts'

/** Limits of Cloud API, Interactive messages, 2026-05. */
const BODY_MAX = 1024
const LIST_BODY_MAX = 4096
const HEADER_MAX = 60
const FOOTER_MAX = 60
const BUTTONS_MAX = 3
const BUTTON_TITLE_MAX = 20
const BUTTON_ID_MAX = 256
const SECTIONS_MAX = 10
const ROWS_MAX = 10
const SECTION_TITLE_MAX = 24
const ROW_ID_MAX = 200
const ROW_TITLE_MAX = 24
const ROW_DESCRIPTION_MAX = 72
const FLOW_TITLE_MAX = 30

type Check = (action: Fields, interactive: Fields, world: World, numberId: string) => void

const checks: Readonly<Record<string, Check>> = {
  button: checkButtons,
  list: checkList,
  cta_url: (action) => checkLink(action, "interactive['action']"),
  flow: checkFlow,
  location_request_message: named('send_location'),
  // Meta's page calls it one way, clients and providers the other (cloud-api §1.4, 2026-09).
  contact_request: named('request_contact_info'),
  request_contact_info: named('request_contact_info'),
  call_permission_request: named('call_permission_request'),
  voice_call: checkCall,
  address_message: named('address_message'),
  product: checkProduct,
  product_list: checkProductList,
  catalog_message: checkCatalog,
  carousel: (action, _interactive, world, numberId) => checkCarousel(action, world, numberId),
  order_details: checkOrder,
  order_status: named('review_order'),
}

/** Kinds whose body may be left out. */
const bodiless = ['product', 'call_permission_request']

/** Checks an interactive object of any kind. Throws Meta's refusal. */
export function checkInteractive(world: World, numberId: string, interactive: Fields): Fields {
  const type = requireOneOf(interactive['type'], "interactive['type']", Object.keys(checks))
  const header = checkHeader(world, numberId, type, interactive)
  checkBodyAndFooter(type, interactive)
  const action = requireFields(interactive['action'], "interactive['action']")
  checks[type]?.(action, interactive, world, numberId)
  return header === undefined ? interactive : { ...interactive, header }
}

function checkHeader(world: World, numberId: string, type: string, interactive: Fields): Fields | undefined {
  if (interactive['header'] === undefined) return undefined
  const header = requireFields(interactive['header'], "interactive['header']")
  if (['call_permission_request', 'location_request_message', 'product', 'carousel'].includes(type)) {
    throw refuse(131009, `Header is not supported for interactive type ${type}`)
  }
  const textOnly = type === 'list' || type === 'product_list'
  const allowed = textOnly ? ['text'] : ['text', 'image', 'video', 'document']
  const kind = requireOneOf(header['type'], "interactive['header']['type']", allowed)
  if (kind === 'text') {
    requireText(header['text'], "interactive['header']['text']", 'Header text', HEADER_MAX)
    return header
  }
  return { ...header, [kind]: checkMedia(world, numberId, kind, header[kind], `interactive['header']['${kind}']`) }
}

function checkBodyAndFooter(type: string, interactive: Fields): void {
  const max = type === 'list' ? LIST_BODY_MAX : BODY_MAX
  if (interactive['body'] !== undefined || !bodiless.includes(type)) {
    const body = requireFields(interactive['body'], "interactive['body']")
    requireText(body['text'], "interactive['body']['text']", 'Body text', max)
  }
  if (interactive['footer'] !== undefined) {
    if (type === 'call_permission_request') throw refuse(131009, `Footer is not supported for interactive type ${type}`)
    const footer = requireFields(interactive['footer'], "interactive['footer']")
    requireText(footer['text'], "interactive['footer']['text']", 'Footer text', FOOTER_MAX)
  }
}

function checkButtons(action: Fields): void {
  const buttons = requireList(action['buttons'], "interactive['action']['buttons']")
  if (buttons.length < 1 || buttons.length > BUTTONS_MAX) {
    throw refuse(131009, `Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: ${BUTTONS_MAX}`)
  }
  const replies = buttons.map((button, index) => {
    const path = `interactive['action']['buttons'][${index}]`
    requireOneOf(fieldsOf(button)['type'], `${path}['type']`, ['reply'])
    const reply = requireFields(fieldsOf(button)['reply'], `${path}['reply']`)
    return {
      id: requireText(reply['id'], `${path}['reply']['id']`, 'Button id', BUTTON_ID_MAX),
      title: requireText(reply['title'], `${path}['reply']['title']`, 'Button title', BUTTON_TITLE_MAX),
    }
  })
  if (hasTwins(replies.map((reply) => reply.title))) throw refuse(131009, 'Duplicate button titles are not allowed')
  if (hasTwins(replies.map((reply) => reply.id))) throw refuse(131009, 'Duplicate button ids are not allowed')
}

function checkList(action: Fields): void {
  requireText(action['button'], "interactive['action']['button']", 'Button label', BUTTON_TITLE_MAX)
  const sections = requireList(action['sections'], "interactive['action']['sections']")
  if (sections.length < 1 || sections.length > SECTIONS_MAX) {
    throw refuse(131009, `Invalid sections count. Min allowed sections: 1, Max allowed sections: ${SECTIONS_MAX}`)
  }
  const ids: string[] = []
  sections.forEach((entry, index) => {
    const path = `interactive['action']['sections'][${index}]`
    const section = requireFields(entry, path)
    if (sections.length > 1) requireText(section['title'], `${path}['title']`, 'Section title', SECTION_TITLE_MAX)
    else optionalText(section['title'], `${path}['title']`, 'Section title', SECTION_TITLE_MAX)
    for (const row of requireList(section['rows'], `${path}['rows']`)) ids.push(checkRow(row, `${path}['rows']`))
  })
  if (ids.length === 0) throw refuse(131009, 'Total row count is below the minimum: 1')
  if (ids.length > ROWS_MAX) throw refuse(131009, `Total row count exceed max allowed count: ${ROWS_MAX}`)
  if (hasTwins(ids)) throw refuse(131009, 'Duplicate row ids are not allowed')
}

function checkRow(entry: unknown, path: string): string {
  const row = requireFields(entry, path)
  requireText(row['title'], `${path}['title']`, 'Row title', ROW_TITLE_MAX)
  optionalText(row['description'] || undefined, `${path}['description']`, 'Row description', ROW_DESCRIPTION_MAX)
  return requireText(row['id'], `${path}['id']`, 'Row id', ROW_ID_MAX)
}

function checkFlow(action: Fields): void {
  requireOneOf(action['name'], "interactive['action']['name']", ['flow'])
  const path = "interactive['action']['parameters']"
  const parameters = requireFields(action['parameters'], path)
  requireOneOf(parameters['flow_message_version'], `${path}['flow_message_version']`, ['3'])
  if (textOf(parameters['flow_id']) === undefined && textOf(parameters['flow_name']) === undefined) {
    throw refuse(131008, `Parameter '${path}['flow_id']' is mandatory`)
  }
  requireText(parameters['flow_cta'], `${path}['flow_cta']`, 'Flow CTA', FLOW_TITLE_MAX)
  if (parameters['mode'] !== undefined) requireOneOf(parameters['mode'], `${path}['mode']`, ['draft', 'published'])
  if (parameters['flow_action'] === undefined) return
  const flowAction = requireOneOf(parameters['flow_action'], `${path}['flow_action']`, ['navigate', 'data_exchange'])
  if (flowAction === 'navigate' && parameters['flow_action_payload'] !== undefined) {
    const payload = requireFields(parameters['flow_action_payload'], `${path}['flow_action_payload']`)
    requireParam(payload['screen'], `${path}['flow_action_payload']['screen']`, 256)
  }
}

function checkCall(action: Fields): void {
  requireOneOf(action['name'], "interactive['action']['name']", ['voice_call'])
  const parameters = fieldsOf(action['parameters'])
  optionalText(parameters['display_text'], 'display_text', 'Button display text', LINK_TITLE_MAX)
  const minutes = parameters['ttl_minutes']
  if (minutes !== undefined && !(Number(minutes) >= 1 && Number(minutes) <= 43_200)) {
    throw refuse(131009, 'ttl_minutes must be between 1 and 43200')
  }
}

function named(name: string): Check {
  return (action) => {
    if (action['name'] === name) return
    throw badParameter(
      `Param interactive['action']['name'] must be one of {${name.toUpperCase()}} - got "${String(action['name'])}".`,
    )
  }
}

const hasTwins = (texts: readonly string[]): boolean => new Set(texts).size !== texts.length
