import type { Draft, Parts } from '../draft.ts'
import type { Found } from '../finding.ts'
import { fieldOf, listOf, numberOf, objectOf, stringOf } from '../json.ts'
import {
  CARD_BUTTONS_MAX,
  CARDS_MAX,
  CARDS_MIN,
  CODE_MINUTES_MAX,
  CODE_MINUTES_MIN,
  OFFER_TEXT_LENGTH,
} from '../limits.ts'
import { checkLength } from './texts.ts'

/** The kinds of template with a shape of their own: carousel, limited-time offer, authentication. */
export const checkSpecial = (draft: Draft): readonly Found[] => [
  ...(draft.cards === null ? [] : [...checkBeside(draft), ...checkCarousel(draft.cards)]),
  ...checkOffer(draft),
  ...(draft.category === 'AUTHENTICATION' ? checkAuthentication(draft) : []),
]

/** Beside the cards there is only a body. */
const checkBeside = ({ parts: { header, footer, buttons } }: Draft): readonly Found[] =>
  (['header', 'footer', 'buttons'] as const)
    .filter((part) => ({ header, footer, buttons })[part] !== null)
    .map((component) => ({ code: 'carousel-part-not-allowed', component }))

function checkCarousel(cards: readonly Parts[]): readonly Found[] {
  const [first] = cards
  const found: Found[] = []
  if (cards.length < CARDS_MIN || cards.length > CARDS_MAX) {
    const values = { found: cards.length, min: CARDS_MIN, max: CARDS_MAX }
    found.push({ code: 'carousel-card-count', component: 'carousel', values })
  }
  for (const card of cards) {
    const format = card.header?.format
    if (format !== 'IMAGE' && format !== 'VIDEO' && format !== 'PRODUCT') {
      found.push({ code: 'card-header-missing', component: `${card.place}header` })
    }
    if (card.buttons === null) found.push({ code: 'buttons-missing', component: `${card.place}buttons` })
    if ((card.buttons?.length ?? 0) > CARD_BUTTONS_MAX) {
      const values = { found: card.buttons?.length ?? 0, max: CARD_BUTTONS_MAX }
      found.push({ code: 'buttons-too-many', component: `${card.place}buttons`, values })
    }
    if (first && shapeOf(card) !== shapeOf(first)) {
      found.push({ code: 'carousel-cards-differ', component: card.place.slice(0, -1) })
    }
  }
  return found
}

/** Which components a card has, of which kinds: the same on all cards. */
const shapeOf = ({ header, body, buttons }: Parts): string =>
  [header?.format ?? '-', body === null ? '-' : 'BODY', ...(buttons ?? []).map(({ kind }) => kind)].join(' ')

function checkOffer({ offer, parts, category, cards }: Draft): readonly Found[] {
  if (offer === null) return []
  const component = 'limited_time_offer'
  const found: Found[] = [...checkLength({ place: component, text: offer.text }, OFFER_TEXT_LENGTH)]
  if (category === 'UTILITY' || category === 'AUTHENTICATION') {
    found.push({ code: 'marketing-only', component, values: { found: 'LIMITED_TIME_OFFER' } })
  }
  if (parts.footer !== null) found.push({ code: 'offer-part-not-allowed', component: 'footer' })
  if (cards !== null) found.push({ code: 'offer-part-not-allowed', component: 'carousel' })
  if (parts.header !== null && !['IMAGE', 'VIDEO'].includes(parts.header.format)) {
    found.push({ code: 'offer-part-not-allowed', component: 'header' })
  }
  const kinds = (parts.buttons ?? []).map(({ kind }) => kind)
  if (!kinds.includes('URL')) found.push({ code: 'offer-link-missing', component: 'buttons' })
  if (fieldOf(offer.raw, 'has_expiration') === true && !kinds.includes('COPY_CODE')) {
    found.push({ code: 'offer-code-missing', component: 'buttons' })
  }
  return found
}

const OTP_KINDS: readonly string[] = ['COPY_CODE', 'ONE_TAP', 'ZERO_TAP']

/** Meta writes the body; ours may only ask for the security sentence, the minutes, and one OTP button. */
function checkAuthentication({ parts, cards, offer }: Draft): readonly Found[] {
  const found: Found[] = []
  if (parts.body === null) found.push({ code: 'body-missing', component: 'body' })
  if (parts.body?.text) {
    const span = { start: 0, end: parts.body.text.length }
    const fix = { span, text: '' }
    found.push({ code: 'authentication-part-not-allowed', component: 'body', span, fix })
  }
  if (parts.header !== null) found.push({ code: 'authentication-part-not-allowed', component: 'header' })
  if (parts.footer?.text) found.push({ code: 'authentication-part-not-allowed', component: 'footer' })
  if (cards !== null) found.push({ code: 'authentication-part-not-allowed', component: 'carousel' })
  if (offer !== null && cards === null) {
    found.push({ code: 'authentication-part-not-allowed', component: 'limited_time_offer' })
  }
  const raw = parts.footer === null ? undefined : fieldOf(parts.footer.raw, 'code_expiration_minutes')
  const minutes = numberOf(raw)
  if (raw !== undefined && (minutes === null || !isMinutes(minutes))) {
    const values = { min: CODE_MINUTES_MIN, max: CODE_MINUTES_MAX }
    found.push({ code: 'code-minutes-out-of-range', component: 'footer', values })
  }
  return [...found, ...checkOtp(parts)]
}

const isMinutes = (minutes: number): boolean =>
  Number.isInteger(minutes) && minutes >= CODE_MINUTES_MIN && minutes <= CODE_MINUTES_MAX

function checkOtp({ buttons }: Parts): readonly Found[] {
  const [button] = buttons ?? []
  if (button?.kind !== 'OTP' || buttons?.length !== 1) {
    return [{ code: 'authentication-button-missing', component: 'buttons' }]
  }
  const kind = stringOf(fieldOf(button.raw, 'otp_type'))?.toUpperCase() ?? ''
  const component = button.place
  if (!OTP_KINDS.includes(kind)) return [{ code: 'otp-kind-unknown', component, values: { found: kind || '–' } }]
  if (kind === 'COPY_CODE') return []
  const apps = listOf(fieldOf(button.raw, 'supported_apps')).map(objectOf)
  const app = apps[0] ?? (fieldOf(button.raw, 'package_name') === undefined ? null : button.raw)
  const isNamed = ['package_name', 'signature_hash'].every((name) => stringOf(fieldOf(app, name)))
  return [
    ...(isNamed ? [] : [{ code: 'otp-app-missing', component, values: { kind } } satisfies Found]),
    ...(kind === 'ZERO_TAP' && fieldOf(button.raw, 'zero_tap_terms_accepted') !== true
      ? [{ code: 'otp-terms-missing', component } satisfies Found]
      : []),
  ]
}
