import { type Fields, fieldsOf, isFields, lengthOf, listOf, textOf, truthOf } from '../json.ts'
import { badParameter, refuse } from '../graph/errors.ts'
import { wrongLibraryValue } from '../template/library.ts'
import { templatesOf } from '../template/templates-of.ts'
import type { Template } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { checkLocation, requireFields, requireParam } from './checks.ts'
import { checkMedia } from './media-content.ts'
import { renderButtons } from './template-buttons.ts'
import { componentOf, parametersOf } from './template-parts.ts'
import { type Parameters, placeholders, renderText } from './template-text.ts'

export type PreparedTemplate = { readonly template: Template; readonly rendered: Fields }

/** A hydrated body has at most 1,024 characters (Cloud API, Templates, Components, 2025-12). */
const BODY_MAX = 1024

/** Finds the template, checks every parameter, and shows what the customer will read. Throws Meta's refusal. */
export function prepareTemplate(world: World, numberId: string, sent: Fields): PreparedTemplate {
  const name = requireParam(sent['name'], "template['name']", 512)
  const language = readLanguage(sent)
  const template = findTemplate(world, numberId, name, language)
  const given = listOf(sent['components']).map((component, index) =>
    requireFields(component, `template['components'][${index}]`),
  )
  for (const component of given) checkComponentType(component)
  const rendered = {
    name,
    language,
    header: renderHeader(world, numberId, template, given),
    body: renderBody(template, given),
    footer: textOf(componentOf(template, 'FOOTER')?.['text']) ?? null,
    buttons: renderButtons(template, given),
    ...renderOffer(world, template, given),
    ...renderCards(world, numberId, template, given),
  }
  return { template, rendered }
}

function readLanguage(sent: Fields): string {
  if (typeof sent['language'] === 'string') throw badParameter("Param template['language'] must be a JSON object.")
  return requireParam(
    requireFields(sent['language'], "template['language']")['code'],
    "template['language']['code']",
    20,
  )
}

/** Only APPROVED templates of the number's own account can be sent; paused and disabled ones have codes of their own. */
function findTemplate(world: World, numberId: string, name: string, language: string): Template {
  const missing = () => refuse(132001, `template name (${name}) does not exist in ${language}`)
  let found: Template | undefined
  for (const template of templatesOf(world, world.wabas.of(world.numbers.get(numberId) ?? {}))) {
    if (template.name === name && template.language === language && template.deletedAt === null) found = template
  }
  if (found === undefined) throw missing()
  if (found.status === 'PAUSED') throw refuse(132015)
  if (found.status === 'DISABLED') throw refuse(132016)
  if (found.status !== 'APPROVED') throw missing()
  return found
}

const componentTypes = [
  'header',
  'body',
  'footer',
  'button',
  'carousel',
  'limited_time_offer',
  'order_status',
  'tap_target_configuration',
]

function checkComponentType(component: Fields): void {
  const type = textOf(component['type'])?.toLowerCase()
  if (type === undefined) throw refuse(131008, "Parameter 'type' is mandatory for a template component")
  if (!componentTypes.includes(type)) {
    throw badParameter(
      `Param template['components']['type'] must be one of {${componentTypes.join(', ').toUpperCase()}} - got "${type}".`,
    )
  }
}

const givenOf = (given: readonly Fields[], type: string): Fields | undefined =>
  given.find((component) => textOf(component['type'])?.toLowerCase() === type)

function renderBody(template: Template, given: readonly Fields[]): string {
  const text = textOf(componentOf(template, 'BODY')?.['text']) ?? ''
  const parameters = parametersOf(givenOf(given, 'body'), 'body')
  const body = renderText(text, textParameters('body', template, text, parameters))
  if (lengthOf(body) > BODY_MAX)
    throw refuse(132005, `body: Translated text too long, ${lengthOf(body)} of ${BODY_MAX}`)
  return body
}

function renderHeader(world: World, numberId: string, template: Template, given: readonly Fields[]): unknown {
  const header = componentOf(template, 'HEADER')
  const parameters = parametersOf(givenOf(given, 'header'), 'header')
  if (header === undefined) {
    if (parameters.length > 0) throw countMismatch('header', parameters.length, 0)
    return null
  }
  const format = textOf(header['format']) ?? 'TEXT'
  const text = textOf(header['text']) ?? ''
  if (format === 'TEXT') return renderText(text, textParameters('header', template, text, parameters))
  if (parameters.length > 1) throw countMismatch('header', parameters.length, 1)
  const [parameter] = parameters
  const found = textOf(parameter?.['type'])?.toUpperCase() ?? 'UNKNOWN'
  if (parameter === undefined || found !== format) {
    throw refuse(132012, `header: Format mismatch, expected ${format}, received ${found}`)
  }
  const kind = format.toLowerCase()
  if (kind === 'location') return { type: kind, location: checkLocation(parameter['location']) }
  if (kind === 'product') return { type: kind, product: checkProduct(parameter['product']) }
  const media = checkMedia(world, numberId, kind, parameter[kind], `template['components']['${kind}']`)
  // A GIF is a silent video that plays by itself.
  return kind === 'gif' ? { type: 'video', video: media } : { type: kind, [kind]: media }
}

function checkProduct(value: unknown): Fields {
  const product = requireFields(value, "template['components']['product']")
  for (const name of ['product_retailer_id', 'catalog_id'])
    requireParam(product[name], `template['components']['product']['${name}']`, 256)
  return product
}

/** An offer that ends needs the instant at which it does, in milliseconds. */
function renderOffer(world: World, template: Template, given: readonly Fields[]): Fields {
  const offer = componentOf(template, 'LIMITED_TIME_OFFER')
  const [parameter] = parametersOf(givenOf(given, 'limited_time_offer'), 'limited_time_offer')
  if (offer === undefined) {
    if (parameter !== undefined) throw countMismatch('limited_time_offer', 1, 0)
    return {}
  }
  const { text, has_expiration: hasExpiration } = fieldsOf(offer['limited_time_offer'])
  if (!truthOf(hasExpiration)) return { offer: { text } }
  if (parameter === undefined) throw countMismatch('limited_time_offer', 0, 1)
  if (textOf(parameter['type'])?.toLowerCase() !== 'limited_time_offer')
    throw refuse(132012, `limited_time_offer: Format mismatch, received ${String(parameter['type'])}`)
  const expiresAt = Number(fieldsOf(parameter['limited_time_offer'])['expiration_time_ms'])
  if (!Number.isInteger(expiresAt) || expiresAt <= world.clock.now())
    throw refuse(132018, 'limited_time_offer: expiration_time_ms must be a time to come, in milliseconds')
  return { offer: { text, expires_at: expiresAt } }
}

/** Cards must come in the number the template was made with, each with what it needs. */
function renderCards(world: World, numberId: string, template: Template, given: readonly Fields[]): Fields {
  const carousel = componentOf(template, 'CAROUSEL')
  if (carousel === undefined) return {}
  const own = listOf(carousel['cards']).filter(isFields)
  const sent = listOf(givenOf(given, 'carousel')?.['cards']).filter(isFields)
  if (own.length !== sent.length) throw countMismatch('carousel', sent.length, own.length)
  const cards = own.map((card, index) => {
    if (Number(sent[index]?.['card_index'] ?? index) !== index)
      throw refuse(132012, `carousel: card_index ${String(sent[index]?.['card_index'])} at the place of card ${index}`)
    const part = { ...template, components: listOf(card['components']).filter(isFields) }
    const components = listOf(sent[index]?.['components']).filter(isFields)
    return {
      header: renderHeader(world, numberId, part, components),
      body: renderBody(part, components),
      buttons: renderButtons(part, components),
    }
  })
  return { cards }
}

/** Matches parameters to the variables of a text: by position or by name. */
function textParameters(where: string, template: Template, text: string, given: readonly Fields[]): Parameters {
  const wanted = placeholders(text)
  if (given.length !== wanted.length) throw countMismatch(where, given.length, wanted.length)
  const values: Record<string, string> = {}
  if (where === 'body') checkBodyValues(template, given)
  given.forEach((parameter, index) => {
    const named = template.parameterFormat === 'NAMED'
    const name = named ? textOf(parameter['parameter_name']) : String(index + 1)
    if (name === undefined) throw badParameter(`${where}: Parameter name is missing or empty`)
    if (!wanted.includes(name)) throw badParameter(`${where}: Parameter name ${name} is not in the template`)
    values[name] = valueOf(where, parameter)
  })
  return values
}

function valueOf(where: string, parameter: Fields): string {
  const type = textOf(parameter['type'])?.toLowerCase()
  const value =
    type === 'text'
      ? textOf(parameter['text'])
      : type === 'currency' || type === 'date_time'
        ? textOf(fieldsOf(parameter[type])['fallback_value'])
        : null
  if (value === null)
    throw refuse(132012, `${where}: Format mismatch, expected TEXT, received ${String(type).toUpperCase()}`)
  if (value === undefined || value === '') throw refuse(131008, `Parameter of type ${type} is missing text value`)
  checkValue(value)
  return value
}

/** "15 characters" and no address in a code (Cloud API, Authentication templates, 2025-12). */
const CODE_MAX = 15

/** Codes are short and no addresses; templates of the library want values of their types. */
function checkBodyValues({ category, libraryName, language }: Template, given: readonly Fields[]): void {
  const values = given.map((parameter) => textOf(parameter['text']) ?? '')
  if (
    category === 'AUTHENTICATION' &&
    values.some((value) => lengthOf(value) > CODE_MAX || /[:/]|\p{Extended_Pictographic}/u.test(value))
  )
    throw refuse(132018, `A code has at most ${CODE_MAX} characters, no address and no emoji`)
  const wrong = libraryName == null ? undefined : wrongLibraryValue(libraryName, language, values)
  if (wrong !== undefined) throw refuse(132018, `body: Param ${wrong.index + 1} must be of type ${wrong.type}`)
}

/** "Param text cannot have new-line/tab characters or more than 4 consecutive spaces" (Error codes, 132018, 2025-11). */
export function checkValue(value: string): void {
  if (/[\n\r\t]| {5,}/.test(value)) throw refuse(132018)
}

const countMismatch = (where: string, found: number, expected: number) =>
  refuse(
    132000,
    `${where}: number of localizable_params (${found}) does not match the expected number of params (${expected})`,
  )
