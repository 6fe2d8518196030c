import { type Fields, fieldsOf, isFields, lengthOf, listOf, textOf, truthOf } from '../json.ts'
import type { Template } from '../world/model.ts'
import { authenticationTexts } from './authentication-texts.ts'
import { typeOf } from './format-buttons.ts'
import { refusals } from './subcodes.ts'

/** Limits of Cloud API, Templates: Media card carousel, Limited-time offer, Authentication; 2025-12. */
const CARDS_MIN = 2
const CARDS_MAX = 10
const CARD_BODY_MAX = 160
const CARD_LINE_BREAKS_MAX = 2
const CARD_BUTTONS_MAX = 2
const cardHeaders = ['IMAGE', 'VIDEO', 'PRODUCT']
export const OFFER_BODY_MAX = 600
const OFFER_TEXT_MAX = 16
const OFFER_CODE_MAX = 15
const EXPIRES_MAX_MINUTES = 90
const APPS_MAX = 5
const otpTypes = ['COPY_CODE', 'ONE_TAP', 'ZERO_TAP']

/** Cards have all the same components, with headers of one format and buttons of the same types. */
export function checkCarousel(components: readonly Fields[], checkComponent: (component: Fields) => void): void {
  const carousel = components.find(({ type }) => type === 'CAROUSEL')
  if (carousel === undefined) return
  if (components.some(({ type }) => type === 'HEADER' || type === 'FOOTER' || type === 'BUTTONS'))
    throw refusals.unexpected('Beside the cards of a carousel there is only a body.')
  const cards = listOf(carousel['cards']).map((card) => listOf(fieldsOf(card)['components']).filter(isFields))
  if (cards.length < CARDS_MIN || cards.length > CARDS_MAX)
    throw refusals.missing(`A carousel has ${CARDS_MIN} to ${CARDS_MAX} cards, not ${cards.length}.`)
  for (const card of cards) checkCard(card, checkComponent)
  const shapes = new Set(cards.map(shapeOf))
  if (shapes.size > 1) throw refusals.unexpected('The cards of a carousel differ in their components.')
}

function checkCard(card: readonly Fields[], checkComponent: (component: Fields) => void): void {
  const part = (type: string) => card.find((component) => textOf(component['type'])?.toUpperCase() === type)
  const header = part('HEADER')
  const body = part('BODY')
  const buttons = listOf(part('BUTTONS')?.['buttons'])
  if (header === undefined || !cardHeaders.includes(textOf(header['format'])?.toUpperCase() ?? ''))
    throw refusals.header(`A card needs a header of format ${cardHeaders.join(', ')}.`)
  if (part('FOOTER') !== undefined) throw refusals.unexpected('Cards have no footer.')
  if (buttons.length < 1 || buttons.length > CARD_BUTTONS_MAX)
    throw refusals.buttons(`A card has 1 or ${CARD_BUTTONS_MAX} buttons.`)
  const text = textOf(body?.['text']) ?? ''
  if (lengthOf(text) > CARD_BODY_MAX)
    throw refusals.tooLong(`The body of a card has ${lengthOf(text)} characters; ${CARD_BODY_MAX} are allowed.`)
  if ((text.match(/\n/g)?.length ?? 0) > CARD_LINE_BREAKS_MAX)
    throw refusals.body(`The body of a card has at most ${CARD_LINE_BREAKS_MAX} line breaks.`)
  for (const component of card) checkComponent({ ...component, type: textOf(component['type'])?.toUpperCase() })
}

const shapeOf = (card: readonly Fields[]): string =>
  card
    .map((component) => {
      const buttons = listOf(component['buttons']).map((button) => typeOf(fieldsOf(button)))
      return `${textOf(component['type'])?.toUpperCase()} ${textOf(component['format'])?.toUpperCase() ?? ''} ${buttons}`
    })
    .toSorted()
    .join('|')

/** An offer that ends has a code to copy, an address, no footer, and a picture or video above if anything. */
export function checkOffer(components: readonly Fields[], category: Template['category']): void {
  if (category !== 'MARKETING') throw refusals.unexpected('Only marketing templates are limited-time offers.')
  const part = (type: string) => components.find((component) => component['type'] === type)
  const offer = fieldsOf(part('LIMITED_TIME_OFFER')?.['limited_time_offer'])
  const text = textOf(offer['text']) ?? ''
  if (text === '') throw refusals.missing('A limited-time offer needs a "text".')
  if (lengthOf(text) > OFFER_TEXT_MAX)
    throw refusals.tooLong(`The offer's text has at most ${OFFER_TEXT_MAX} characters.`)
  if (part('FOOTER') !== undefined) throw refusals.footer('A limited-time offer has no footer.')
  const header = part('HEADER')
  if (header !== undefined && !['IMAGE', 'VIDEO'].includes(textOf(header['format'])?.toUpperCase() ?? ''))
    throw refusals.header('Above a limited-time offer stands an image or a video.')
  const buttons = listOf(part('BUTTONS')?.['buttons']).map(fieldsOf)
  const types = buttons.map(typeOf)
  if (!types.includes('URL')) throw refusals.buttons('A limited-time offer needs a URL button.')
  if (truthOf(offer['has_expiration']) && !types.includes('COPY_CODE'))
    throw refusals.buttons('An offer that expires needs a COPY_CODE button.')
  const code = buttons.find((button) => typeOf(button) === 'COPY_CODE')?.['example']
  if (lengthOf(textOf(listOf(code)[0] ?? code) ?? '') > OFFER_CODE_MAX)
    throw refusals.tooLong(`The code of an offer has at most ${OFFER_CODE_MAX} characters.`)
}

/** Of an authentication template only the choices are given; Meta writes the texts, in the template's language. */
export function checkAuthentication(components: readonly Fields[], language: string): readonly Fields[] {
  const odd = components.find(({ type }) => !['BODY', 'FOOTER', 'BUTTONS'].includes(String(type)))
  if (odd !== undefined) throw refusals.unexpected(`Authentication templates have no ${String(odd['type'])}.`)
  const texts = authenticationTexts(language)
  return components.map((component) => {
    if (component['type'] !== 'BUTTONS' && component['text'] !== undefined)
      throw refusals.unexpected(
        `component of type ${String(component['type'])} has unexpected field(s) (text): authentication templates have Meta's text.`,
      )
    if (component['type'] === 'BODY') {
      const advice = truthOf(component['add_security_recommendation']) ? ` ${texts.advice}` : ''
      return { ...component, text: `*{{1}}* ${texts.code}.${advice}`, example: { body_text: [['123456']] } }
    }
    if (component['type'] === 'FOOTER') {
      const minutes = Number(component['code_expiration_minutes'])
      if (!Number.isInteger(minutes) || minutes < 1 || minutes > EXPIRES_MAX_MINUTES)
        throw refusals.footer(`code_expiration_minutes is a whole number from 1 to ${EXPIRES_MAX_MINUTES}.`)
      return { ...component, text: texts.expires(minutes) }
    }
    return { ...component, buttons: [otpButton(listOf(component['buttons']).map(fieldsOf), texts.copy)] }
  })
}

function otpButton(buttons: readonly Fields[], copy: string): Fields {
  const [button, ...others] = buttons
  if (button === undefined || typeOf(button) !== 'OTP' || others.length > 0)
    throw refusals.buttons('An authentication template has one button, of type OTP.')
  const type = textOf(button['otp_type'])?.toUpperCase() ?? ''
  if (!otpTypes.includes(type)) throw refusals.buttons(`otp_type is one of ${otpTypes.join(', ')}.`)
  if (type !== 'COPY_CODE') {
    const apps = listOf(button['supported_apps']).map(fieldsOf)
    if (apps.length < 1 || apps.length > APPS_MAX)
      throw refusals.missing(`${type} needs 1 to ${APPS_MAX} supported_apps.`)
    if (apps.some((app) => !/^\w+(\.\w+)+$/.test(textOf(app['package_name']) ?? '') || !isHash(app['signature_hash'])))
      throw refusals.buttons('A supported app has a package_name and a signature_hash of 11 characters.')
  }
  if (type === 'ZERO_TAP' && !truthOf(button['zero_tap_terms_accepted']))
    throw refusals.missing('ZERO_TAP needs zero_tap_terms_accepted.')
  return { ...button, type: 'OTP', otp_type: type, text: textOf(button['text']) ?? copy }
}

const isHash = (value: unknown): boolean => /^[\w+/=]{11}$/.test(textOf(value) ?? '')
