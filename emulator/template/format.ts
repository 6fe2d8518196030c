import { type Fields, fieldsOf, isFields, lengthOf, listOf, textOf } from '../json.ts'
import { badParameter } from '../graph/errors.ts'
import type { Template } from '../world/model.ts'
import { checkButtons } from './format-buttons.ts'
import { checkAuthentication, checkCarousel, checkOffer, OFFER_BODY_MAX } from './format-special.ts'
import { checkVariables, namesIn } from './format-text.ts'
import { languages } from './languages.ts'
import { refusals } from './subcodes.ts'

/** What is asked for in POST /{waba}/message_templates, found to be well formed. */
export type Draft = Pick<Template, 'name' | 'language' | 'category' | 'parameterFormat' | 'components' | 'ttlSeconds'>
/** Whether an uploaded file is behind a `header_handle`. */
export type KnowsHandle = (handle: string) => boolean
type Context = Pick<Draft, 'category' | 'parameterFormat'> & { readonly knowsHandle: KnowsHandle }

/** Limits of Cloud API, Templates, Components, 2025-12. */
const BODY_MAX = 1024
const HEADER_MAX = 60
const FOOTER_MAX = 60
export const categories = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const
const componentTypes = [
  'HEADER',
  'BODY',
  'FOOTER',
  'BUTTONS',
  'CAROUSEL',
  'LIMITED_TIME_OFFER',
  'CALL_PERMISSION_REQUEST',
]
const headerFormats = ['TEXT', 'IMAGE', 'VIDEO', 'GIF', 'DOCUMENT', 'LOCATION', 'PRODUCT']
const withHandle = ['IMAGE', 'VIDEO', 'GIF', 'DOCUMENT']
/** How long Meta tries to deliver, in seconds; -1 is thirty days (Cloud API, Templates, Time-to-live, 2025-12). */
const timesToLive = {
  AUTHENTICATION: { min: 30, max: 900, endless: true },
  UTILITY: { min: 30, max: 43_200, endless: true },
  MARKETING: { min: 43_200, max: 2_592_000, endless: false },
} as const

/** Refuses what Meta refuses at once. What a reviewer refuses later is in `judgement.ts`. */
export function checkTemplate(body: Fields, knowsHandle: KnowsHandle): Draft {
  const name = textOf(body['name']) ?? ''
  if (!/^[a-z0-9_]{1,512}$/.test(name))
    throw badParameter('Param name must have 1 to 512 lower-case letters, digits and underscores.')
  const language = textOf(body['language']) ?? ''
  if (!languages.has(language)) throw badParameter(`Param language is not supported - got "${language}".`)
  const category = readCategory(body['category'])
  const ttlSeconds = readTimeToLive(body['message_send_ttl_seconds'], category)
  const parameterFormat = readParameterFormat(body['parameter_format'])
  const components = checkComponents(body['components'], language, { category, parameterFormat, knowsHandle })
  return { name, language, category, parameterFormat, components, ttlSeconds }
}

export function readCategory(value: unknown): Template['category'] {
  const category = categories.find((each) => each === textOf(value)?.toUpperCase())
  if (category === undefined)
    throw badParameter(`Param category must be one of {${categories.join(', ')}} - got "${String(value)}".`)
  return category
}

export function readParameterFormat(value: unknown): Template['parameterFormat'] {
  const format = textOf(value)?.toUpperCase() ?? 'POSITIONAL'
  if (format !== 'POSITIONAL' && format !== 'NAMED')
    throw badParameter(`Param parameter_format must be one of {POSITIONAL, NAMED} - got "${format}".`)
  return format
}

export function readTimeToLive(value: unknown, category: Template['category']): number | null {
  if (value === undefined || value === null) return null
  const { min, max, endless } = timesToLive[category]
  const ttl = Number(value)
  if (endless && ttl === -1) return ttl
  if (!Number.isInteger(ttl) || ttl < min || ttl > max)
    throw badParameter(`Param message_send_ttl_seconds must be between ${min} and ${max} for ${category} templates.`)
  return ttl
}

/** The components as they are kept: of an authentication template, Meta writes the texts. */
export function checkComponents(value: unknown, language: string, context: Context): readonly Fields[] {
  const components = listOf(value).filter(isFields).map(inCapitals)
  if (components.length === 0) throw badParameter('The parameter components is required.')
  const types = components.map(({ type }) => String(type))
  const unknown = types.find((type) => !componentTypes.includes(type))
  if (unknown !== undefined)
    throw badParameter(`Param components['type'] must be one of {${componentTypes.join(', ')}} - got "${unknown}".`)
  const twice = types.find((type, index) => types.indexOf(type) !== index)
  if (twice !== undefined) throw refusals.unexpected(`There are several components of type ${twice}.`)
  if (!types.includes('BODY')) throw refusals.body('A template needs a component of type BODY.')
  if (context.category === 'AUTHENTICATION') return checkAuthentication(components, language)
  const isOffer = types.includes('LIMITED_TIME_OFFER')
  for (const component of components) checkComponent(component, context, isOffer)
  if (isOffer) checkOffer(components, context.category)
  checkCarousel(components, (component) => checkComponent(component, context, false))
  return components
}

/** Types and formats are kept in capitals, however they were written. */
function inCapitals(component: Fields): Fields {
  const upper = (value: unknown) => textOf(value)?.toUpperCase()
  const { format, buttons, cards } = component
  return {
    ...component,
    type: upper(component['type']),
    ...(format === undefined ? {} : { format: upper(format) }),
    ...(buttons === undefined
      ? {}
      : { buttons: listOf(buttons).map((each) => ({ ...fieldsOf(each), type: upper(fieldsOf(each)['type']) })) }),
    ...(cards === undefined
      ? {}
      : {
          cards: listOf(cards).map((card) => ({
            ...fieldsOf(card),
            components: listOf(fieldsOf(card)['components']).filter(isFields).map(inCapitals),
          })),
        }),
  }
}

function checkComponent(component: Fields, context: Context, isOffer: boolean): void {
  switch (component['type']) {
    case 'HEADER':
      return checkHeader(component, context)
    case 'BODY':
      return checkBody(component, context, isOffer ? OFFER_BODY_MAX : BODY_MAX)
    case 'FOOTER':
      return checkFooter(component)
    case 'BUTTONS':
      return checkButtons(listOf(component['buttons']).map(fieldsOf))
  }
}

function checkBody(component: Fields, { parameterFormat }: Context, max: number): void {
  const text = textOf(component['text']) ?? ''
  if (text.trim() === '') throw refusals.body('The body has no text.')
  if (lengthOf(text) > max) throw refusals.tooLong(`The body has ${lengthOf(text)} characters; ${max} are allowed.`)
  const names = checkVariables(text, parameterFormat, refusals.body)
  if (names.length === 0) return
  const example = fieldsOf(component['example'])
  const values = parameterFormat === 'NAMED' ? namedIn(example['body_text_named_params']) : rowIn(example['body_text'])
  requireExamples('BODY', names, values, parameterFormat)
}

function checkHeader(component: Fields, { category, parameterFormat, knowsHandle }: Context): void {
  const format = textOf(component['format'])?.toUpperCase() ?? ''
  if (!headerFormats.includes(format)) throw refusals.header(`The format is one of ${headerFormats.join(', ')}.`)
  if (format === 'GIF' && category !== 'MARKETING') throw refusals.header('Only marketing templates have GIF headers.')
  const example = fieldsOf(component['example'])
  if (withHandle.includes(format)) {
    const [handle] = listOf(example['header_handle'])
    if (typeof handle !== 'string' || handle === '')
      throw refusals.missing(`A header of format ${format} needs an example: "header_handle" of an uploaded file.`)
    if (!knowsHandle(handle)) throw refusals.unknownHandle('There is no uploaded file behind the header_handle.')
  }
  if (format !== 'TEXT') return
  const text = textOf(component['text']) ?? ''
  if (text.trim() === '') throw refusals.header('The header has no text.')
  if (lengthOf(text) > HEADER_MAX)
    throw refusals.tooLong(`The header has ${lengthOf(text)} characters; ${HEADER_MAX} are allowed.`)
  if (/[*_~`\n\r]/.test(text.replace(/\{\{.*?\}\}/g, '')))
    throw refusals.header('Header texts have no formatting characters and no line breaks.')
  const names = namesIn(text, parameterFormat, refusals.header)
  if (names.length > 1) throw refusals.header('Header texts have at most one variable.')
  if (names.length === 0) return
  const isNamed = parameterFormat === 'NAMED'
  const values = isNamed ? namedIn(example['header_text_named_params']) : listOf(example['header_text'])
  requireExamples('HEADER', names, values, parameterFormat)
}

function checkFooter(component: Fields): void {
  const text = textOf(component['text']) ?? ''
  if (text.trim() === '') throw refusals.footer('The footer has no text.')
  if (lengthOf(text) > FOOTER_MAX)
    throw refusals.tooLong(`The footer has ${lengthOf(text)} characters; ${FOOTER_MAX} are allowed.`)
  if (/\{\{|\}\}/.test(text)) throw refusals.footer('Footers have no variables.')
}

/** The first row of examples; Meta also takes the row itself. */
const rowIn = (value: unknown): readonly unknown[] => {
  const [first] = listOf(value)
  return Array.isArray(first) ? first : listOf(value)
}

const namedIn = (value: unknown): readonly unknown[] => listOf(value).map((each) => fieldsOf(each)['param_name'])

function requireExamples(type: string, names: readonly string[], values: readonly unknown[], format: string): void {
  const isWhole = format === 'NAMED' ? names.every((name) => values.includes(name)) : values.length === names.length
  if (!isWhole || values.length !== names.length || values.some((value) => (textOf(value) ?? '') === ''))
    throw refusals.missing(
      `component of type ${type} is missing expected field(s) (example): ${names.length} variables, ${values.length} examples.`,
    )
}
