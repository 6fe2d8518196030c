import { type Fields, lengthOf, listOf, textOf } from '../json.ts'
import { refusals } from './subcodes.ts'

/** Limits of Cloud API, Templates, Components, 2025-12; the code of COPY_CODE since 2025-12-03. */
const BUTTONS_MAX = 10
const LABEL_MAX = 25
const URL_MAX = 2_000
const PHONE_MAX = 20
const CODE_MAX = 20

const buttonTypes =
  'QUICK_REPLY URL PHONE_NUMBER COPY_CODE OTP FLOW CATALOG MPM SPM VOICE_CALL APP CALL_PERMISSION_REQUEST REQUEST_CONTACT_INFO ORDER_DETAILS REMINDER SEND_LOCATION POSTBACK EXTENSION'.split(
    ' ',
  )
/** How many of a type there may be; ten, as of all together, when nothing is said. */
const most: Readonly<Record<string, number>> = {
  URL: 2,
  PHONE_NUMBER: 1,
  COPY_CODE: 1,
  FLOW: 1,
  CATALOG: 1,
  MPM: 1,
  SPM: 1,
  OTP: 1,
  ORDER_DETAILS: 1,
  VOICE_CALL: 1,
}
/** Their texts are Meta's own, so none has to be given. */
const withoutLabel = ['COPY_CODE', 'OTP', 'REQUEST_CONTACT_INFO', 'CALL_PERMISSION_REQUEST']
/** Buttons that open a catalogue stand alone. */
const alone = ['CATALOG', 'MPM', 'ORDER_DETAILS']

/** Refuses what is wrong with the buttons of a template or card. */
export function checkButtons(buttons: readonly Fields[]): void {
  if (buttons.length < 1 || buttons.length > BUTTONS_MAX)
    throw refusals.buttons(`There are 1 to ${BUTTONS_MAX} buttons, not ${buttons.length}.`)
  const types = buttons.map(typeOf)
  for (const type of new Set(types)) {
    const count = types.filter((each) => each === type).length
    if (!buttonTypes.includes(type)) throw refusals.buttons(`There is no button of type "${type}".`)
    if (count > (most[type] ?? BUTTONS_MAX))
      throw refusals.buttons(`There are ${count} buttons of type ${type}; ${most[type]} are allowed.`)
  }
  const single = types.find((type) => alone.includes(type))
  if (single !== undefined && buttons.length > 1) throw refusals.buttons(`A ${single} button stands alone.`)
  const groups = types.filter((type, index) => type === 'QUICK_REPLY' && types[index - 1] !== 'QUICK_REPLY').length
  if (groups > 1) throw refusals.buttons('Quick replies must stand together, before or after all other buttons.')
  const labels = buttons.map((button) => textOf(button['text']) ?? '').filter((label) => label !== '')
  if (new Set(labels).size !== labels.length) throw refusals.buttons('Two buttons have the same text.')
  for (const button of buttons) checkButton(button)
}

export const typeOf = (button: Fields): string => textOf(button['type'])?.toUpperCase() ?? ''

function checkButton(button: Fields): void {
  const type = typeOf(button)
  const label = textOf(button['text']) ?? ''
  if (label === '' && !withoutLabel.includes(type)) throw refusals.missing(`A ${type} button needs a "text".`)
  if (lengthOf(label) > LABEL_MAX)
    throw refusals.tooLong(`The button "${label}" has ${lengthOf(label)} characters; ${LABEL_MAX} are allowed.`)
  if (/[\n\r]|\{\{|\p{Extended_Pictographic}/u.test(label))
    throw refusals.buttons(`The button "${label}" has a variable, an emoji or a line break.`)
  if (type === 'URL') checkUrl(button)
  if (type === 'PHONE_NUMBER') checkPhone(button)
  if (type === 'COPY_CODE') checkCode(button)
  if (type === 'FLOW' && !['flow_id', 'flow_name', 'flow_json'].some((name) => textOf(button[name])))
    throw refusals.missing('A FLOW button needs one of "flow_id", "flow_name" and "flow_json".')
}

function checkUrl(button: Fields): void {
  const url = textOf(button['url']) ?? ''
  if (!/^https?:\/\/\S+$/i.test(url)) throw refusals.buttons(`"${url}" is not an address that begins with https://.`)
  if (lengthOf(url) > URL_MAX) throw refusals.tooLong(`The address has more than ${URL_MAX} characters.`)
  if (/^https?:\/\/(wa\.me|(api\.|chat\.)?whatsapp\.com)\//i.test(url))
    throw refusals.buttons('Buttons do not lead straight to WhatsApp.')
  const variables = url.match(/\{\{.*?\}\}/g) ?? []
  if (variables.length === 0) return
  if (variables.length > 1 || !/\{\{\s*(1|[a-z][a-z0-9_]*)\s*\}\}$/.test(url))
    throw refusals.buttons('An address has one variable, {{1}}, at its very end.')
  if (listOf(button['example']).length === 0 && textOf(button['example']) === undefined)
    throw refusals.missing('A URL button with a variable needs an "example".')
}

function checkPhone(button: Fields): void {
  const phone = textOf(button['phone_number']) ?? ''
  if (lengthOf(phone) > PHONE_MAX) throw refusals.tooLong(`A phone number has at most ${PHONE_MAX} characters.`)
  if (!/^\+?[\d\s()-]{5,}$/.test(phone)) throw refusals.buttons(`"${phone}" is not a phone number.`)
}

function checkCode(button: Fields): void {
  const [first] = listOf(button['example'])
  const code = textOf(first ?? button['example']) ?? ''
  if (code === '') throw refusals.missing('A COPY_CODE button needs an "example".')
  if (lengthOf(code) > CODE_MAX) throw refusals.tooLong(`A coupon code has at most ${CODE_MAX} characters.`)
}
