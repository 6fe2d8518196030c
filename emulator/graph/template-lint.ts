import { type Fields, fieldsOf, isFields, lengthOf, listOf, textOf } from '../json.ts'
import { placeholders } from '../send/template-text.ts'
import { badParameter, badRequestFor } from './errors.ts'

/** Limits of Cloud API, Templates, Components, 2025-12; the subcodes are Meta's. */
const BODY_MAX = 1024
const HEADER_MAX = 60
const FOOTER_MAX = 60
const BUTTONS_MAX = 10
const BUTTON_TEXT_MAX = 25
const headerFormats = ['TEXT', 'IMAGE', 'VIDEO', 'GIF', 'DOCUMENT', 'LOCATION', 'PRODUCT']
const buttonTypes =
  'QUICK_REPLY URL PHONE_NUMBER COPY_CODE OTP FLOW CATALOG MPM SPM VOICE_CALL APP CALL_PERMISSION_REQUEST REQUEST_CONTACT_INFO ORDER_DETAILS REMINDER SEND_LOCATION POSTBACK EXTENSION'.split(
    ' ',
  )
const categories = ['MARKETING', 'UTILITY', 'AUTHENTICATION']

/** Refuses a template Meta would refuse at once. What a reviewer refuses later is `reviewProblem`. */
export function lintTemplate(body: Fields): readonly Fields[] {
  const name = textOf(body['name']) ?? ''
  if (!/^[a-z0-9_]{1,512}$/.test(name)) {
    throw badRequestFor(
      2388299,
      'Message template name is not valid',
      'Names have only lower-case letters, digits and underscores.',
    )
  }
  if (textOf(body['language']) === undefined) throw badParameter('The parameter language is required.')
  if (!categories.includes(textOf(body['category']) ?? '')) {
    throw badParameter(`Param category must be one of {${categories.join(', ')}} - got "${String(body['category'])}".`)
  }
  return lintComponents(body['components'], textOf(body['category']) === 'AUTHENTICATION')
}

export function lintComponents(value: unknown, isAuthentication: boolean): readonly Fields[] {
  const components = listOf(value).filter(isFields)
  if (components.length === 0) throw badParameter('The parameter components is required.')
  const found = components.find((component) => component['type'] === 'BODY')
  if (found === undefined)
    throw badRequestFor(2388072, 'Message template "body" is missing', 'A template needs a BODY component.')
  for (const component of components) lintComponent(component, isAuthentication)
  return components
}

function lintComponent(component: Fields, isAuthentication: boolean): void {
  const text = textOf(component['text']) ?? ''
  switch (component['type']) {
    case 'BODY':
      if (!isAuthentication) lintBody(component, text)
      return
    case 'HEADER':
      lintHeader(component, text)
      return
    case 'FOOTER':
      if (isAuthentication) return
      if (text === '' || lengthOf(text) > FOOTER_MAX || placeholders(text).length > 0) {
        throw badRequestFor(
          2388073,
          'Message template "footer" is not valid',
          `Footers have 1 to ${FOOTER_MAX} characters and no variables.`,
        )
      }
      return
    case 'BUTTONS':
      lintButtons(listOf(component['buttons']).map(fieldsOf), isAuthentication)
      return
    case 'CAROUSEL':
    case 'LIMITED_TIME_OFFER':
      return
    default:
      throw badParameter(
        `Param components['type'] must be one of {HEADER, BODY, FOOTER, BUTTONS, CAROUSEL, LIMITED_TIME_OFFER} - got "${String(component['type'])}".`,
      )
  }
}

function lintBody(component: Fields, text: string): void {
  if (text === '' || lengthOf(text) > BODY_MAX) {
    throw badRequestFor(2388040, 'Character limit exceeded', `The body has 1 to ${BODY_MAX} characters.`)
  }
  const variables = placeholders(text)
  if (variables.length === 0) return
  if (/^\s*\{\{|\}\}[\s.!?]*$/.test(text)) {
    throw badRequestFor(
      2388299,
      'Variables at the start or end',
      "Variables can't be at the start or end of the template.",
    )
  }
  const numbered = variables.filter((name) => /^\d+$/.test(name))
  if (numbered.some((name, index) => name !== String(index + 1))) {
    throw badRequestFor(2388073, 'Variables are not sequential', 'Numbered variables run {{1}}, {{2}} … without a gap.')
  }
  const words = text
    .replace(/\{\{.*?\}\}/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '').length
  if (words < variables.length + 1) {
    throw badRequestFor(2388293, 'Too many variables', 'This template has too many variables for its length.')
  }
  const example = fieldsOf(component['example'])
  const count = listOf(listOf(example['body_text'])[0]).length + listOf(example['body_text_named_params']).length
  if (count !== variables.length) {
    throw badRequestFor(
      2388043,
      'Examples are missing',
      `The body has ${variables.length} variables and ${count} examples.`,
    )
  }
}

function lintHeader(component: Fields, text: string): void {
  const format = textOf(component['format']) ?? ''
  const wrong = (why: string) => badRequestFor(2388047, 'Message template "header" is not valid', why)
  if (!headerFormats.includes(format)) throw wrong(`The format is one of ${headerFormats.join(', ')}.`)
  if (format !== 'TEXT') return
  if (text === '' || lengthOf(text) > HEADER_MAX) throw wrong(`Header texts have 1 to ${HEADER_MAX} characters.`)
  if (/[*_~`\n]/.test(text)) throw wrong('Header texts have no formatting and no line breaks.')
  if (placeholders(text).length > 1) throw wrong('Header texts have at most one variable.')
}

function lintButtons(buttons: readonly Fields[], isAuthentication: boolean): void {
  const wrong = (why: string) => badRequestFor(2388060, 'Message template buttons are not valid', why)
  if (buttons.length < 1 || buttons.length > BUTTONS_MAX) throw wrong(`There are 1 to ${BUTTONS_MAX} buttons.`)
  const types = buttons.map((button) => textOf(button['type']) ?? '')
  const count = (type: string) => types.filter((entry) => entry === type).length
  const unknown = types.find((type) => !buttonTypes.includes(type))
  if (unknown !== undefined) throw wrong(`There is no button of type "${unknown}".`)
  if (count('URL') > 2 || count('PHONE_NUMBER') > 1 || count('COPY_CODE') > 1) {
    throw wrong('At most two URL buttons, one PHONE_NUMBER and one COPY_CODE.')
  }
  const groups = types.filter((type, index) => type === 'QUICK_REPLY' && types[index - 1] !== 'QUICK_REPLY').length
  if (groups > 1) throw wrong('Quick replies must stand together.')
  for (const button of buttons) {
    const text = textOf(button['text']) ?? ''
    if (isAuthentication || button['type'] === 'COPY_CODE') continue
    if (text === '' || lengthOf(text) > BUTTON_TEXT_MAX)
      throw wrong(`Button texts have 1 to ${BUTTON_TEXT_MAX} characters.`)
  }
}

/** What a reviewer refuses: the reason as webhooks write it; `null` when the template is approved. */
export function reviewProblem(components: readonly Fields[]): string | null {
  const text = components.map((component) => textOf(component['text']) ?? '').join('\n')
  if (/\}\}\s*\{\{/.test(text)) return 'INVALID_FORMAT'
  if (/\b(n[uú]mero de tarjeta|card number|cvv|contrase[nñ]a|password)\b/i.test(text)) return 'SCAM'
  return null
}
