import { BODY_LENGTH, BUTTON_URL_LENGTH, COPY_CODE_LENGTH } from '../fill.ts'

/*
 * What Meta takes of a template. Source: cloud-api §3.1, from Meta's template documentation, compiled 2026-11-22.
 * Lengths are counted in UTF-16 code units, the strictest reading of "characters".
 */
export { BODY_LENGTH, BUTTON_URL_LENGTH, COPY_CODE_LENGTH }

export const NAME_LENGTH = 512
export const HEADER_LENGTH = 60
export const FOOTER_LENGTH = 60
/** Fixed words a body needs for so many fields; Meta gives no figure [K]. */
export const wordsNeeded = (fields: number): number => 2 * fields + 1
/** Body of a template with a limited-time offer, and of a card. */
export const OFFER_BODY_LENGTH = 600
export const CARD_BODY_LENGTH = 160
export const CARD_LINE_BREAKS = 2
export const OFFER_TEXT_LENGTH = 16
export const OFFER_CODE_LENGTH = 15
export const BUTTONS_MAX = 10
export const BUTTON_TEXT_LENGTH = 25
export const PHONE_LENGTH = 20
export const CARDS_MIN = 2
export const CARDS_MAX = 10
/** A card has one or two buttons [K]. */
export const CARD_BUTTONS_MAX = 2
export const CODE_MINUTES_MIN = 1
export const CODE_MINUTES_MAX = 90
/** Time to live in seconds, by category; -1 is thirty days, and marketing has none of those. */
export const TTL_SECONDS = {
  AUTHENTICATION: { min: 30, max: 900 },
  UTILITY: { min: 30, max: 43_200 },
  MARKETING: { min: 43_200, max: 2_592_000 },
} as const
/** At most so many of a kind; kinds not named here only count towards `BUTTONS_MAX`. */
export const BUTTON_KIND_MAX: Readonly<Record<string, number>> = {
  URL: 2,
  PHONE_NUMBER: 1,
  COPY_CODE: 1,
  OTP: 1,
  CATALOG: 1,
  MPM: 1,
  SPM: 1,
  FLOW: 1,
  VOICE_CALL: 1,
  ORDER_DETAILS: 1,
  CALL_PERMISSION_REQUEST: 1,
}
export const BUTTON_KINDS: ReadonlySet<string> = new Set([
  ...['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE', 'OTP', 'FLOW', 'CATALOG', 'MPM', 'SPM', 'VOICE_CALL', 'APP'],
  ...['CALL_PERMISSION_REQUEST', 'REQUEST_CONTACT_INFO', 'ORDER_DETAILS', 'REMINDER', 'SEND_LOCATION', 'POSTBACK'],
  'EXTENSION',
])
/** These stand alone in a template [K]. */
export const LONE_BUTTONS: ReadonlySet<string> = new Set(['OTP', 'CATALOG', 'MPM', 'ORDER_DETAILS'])
export const HEADER_FORMATS: ReadonlySet<string> = new Set([
  ...['TEXT', 'IMAGE', 'VIDEO', 'GIF', 'DOCUMENT', 'LOCATION', 'PRODUCT'],
])
/** Headers only marketing may have: cloud-api §3.1, Marketing Messages and catalogues [K]. */
export const MARKETING_HEADERS: ReadonlySet<string> = new Set(['GIF', 'PRODUCT'])
/** Headers whose file Meta wants to see before it approves. */
export const MEDIA_HEADERS: ReadonlySet<string> = new Set(['IMAGE', 'VIDEO', 'GIF', 'DOCUMENT'])

/** Meta, Templates, Supported languages [K]; es_VE from PyWa 4.4.0. */
export const LANGUAGE_CODES: ReadonlySet<string> = new Set(
  (
    'af sq ar ar_EG ar_AE ar_LB ar_MA ar_QA az be_BY bn bn_IN bg ca zh_CN zh_HK zh_TW hr cs da prs_AF nl nl_BE en en_GB ' +
    'en_US en_AE en_AU en_CA en_GH en_IE en_IN en_JM en_MY en_NZ en_QA en_SG en_UG en_ZA et fil fi fr fr_BE fr_CA fr_CH ' +
    'fr_CI fr_MA ka de de_AT de_CH el gu ha he hi hu id ga it ja kn kk rw_RW ko ky_KG lo lv lt mk ms ml mr nb ps_AF fa ' +
    'pl pt_BR pt_PT pa ro ru sr si_LK sk sl es es_AR es_CL es_CO es_CR es_DO es_EC es_ES es_HN es_MX es_PA es_PE es_UY ' +
    'es_VE sw sv ta te th tr uk ur uz vi zu'
  ).split(' '),
)
